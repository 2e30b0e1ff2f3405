import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/extract-document.ts'

const lookups = loadLookups()
const read = (bytes: Uint8Array) =>
  extractDocument({ path: 'x', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }, lookups)
const utf8 = (text: string) => new TextEncoder().encode(text)
const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`) })

const bomb = zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) })

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['an empty file', new Uint8Array(), 'empty'],
  [
    'a picture named as a document',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'unknown_type',
  ],
  ['a PDF without pages', utf8('%PDF-1.7\n'), 'damaged'],
  ['a truncated archive', docx('<w:p/>').subarray(0, 60), 'damaged'],
  ['an archive that is no document', zipSync({ 'a.txt': strToU8('a') }), 'unknown_type'],
  ['an archive bomb', bomb, 'limit_exceeded'],
  ['a part that is not well-formed', docx('<w:p><w:r>'), 'damaged'],
  [
    'a document type with entities',
    zipSync({
      'word/document.xml': strToU8(
        '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
      ),
    }),
    'damaged',
  ],
  ['a nesting bomb', docx('<w:tbl><w:tr><w:tc>'.repeat(300)), 'limit_exceeded'],
  ['a page of nested elements', utf8(`<html><body>${'<div>'.repeat(3000)}政府信息公开`), 'limit_exceeded'],
  ['a page over the limit', utf8(`<html>${' '.repeat(9 * 1024 * 1024)}`), 'too_large'],
  ['a page without text', utf8('<html><body><img src="scan.png"></body></html>'), 'no_text'],
  ['an unrelated text', utf8('今天天气很好，适合散步。'), 'unrelated'],
]

test.each(cases)('%s ends in the ledger with a reason', async (_, bytes, reason) => {
  const { document, reports } = await read(bytes)
  expect(document.reason, `detail was: ${document.detail}`).toBe(reason)
  expect(reports).toEqual([])
})

test('a span beyond any table does not grow memory', async () => {
  const page = utf8(
    '<html><body><p>某县水利局2023年政府信息公开工作年度报告</p><table><tr><td colspan="999999999" rowspan="999999999">规章</td><td>1</td></tr></table></body></html>',
  )
  const { document } = await read(page)
  expect(document.status).toBe('extracted')
})
