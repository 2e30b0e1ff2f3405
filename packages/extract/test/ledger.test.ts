import type { LedgerEntry } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { readDocumentOf, toLine, toRejected } from '../src/cli/run/ledger.ts'
import { gzipped, plain } from '../src/cli/run/packing.ts'

/** Text that compresses badly, so that the document ends far behind the start of its line. */
const long = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('')

test.each([
  ['short', '公开'],
  ['with the words that follow a document', ',"reports":[{}]}'],
  ['longer than what is unpacked at first', long],
])('the document of a line is read without its reports, packed or not: a detail %s', (_, detail) => {
  const file = { path: '甲/1.pdf', file: '1.pdf', url: 'https://a.cn/1.pdf', retrievedAt: '2024-02-01' }
  const document = { ...toRejected(file, { reason: 'unreadable', detail }), documentId: 'a'.repeat(64) }
  const reports = [{ lines: [long] }] as unknown as LedgerEntry['reports']
  const line = Buffer.from(toLine({ document, reports }))
  for (const packing of [plain, gzipped])
    expect(readDocumentOf({ packing, bytes: packing.pack(line) })).toEqual(document)
})
