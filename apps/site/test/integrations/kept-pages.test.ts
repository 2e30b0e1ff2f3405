import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type KeptPages, openKeptPages } from '../../integrations/kept-pages.ts'

let folder: string
let kept: KeptPages
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-kept-'))
  kept = openKeptPages(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

const page = (path: string, bytes: Uint8Array) => [path, Buffer.from(bytes)] as const
const pages = {
  packed: [page('r/1/index.html', gzipSync('<p>年报</p>\n')), page('agency/1.csv', gzipSync('\u{feff}a,b\r\n'))],
  files: [page('agency/1.xml', Buffer.from('<feed/>\n')), page('embed/table/1/index.html', Buffer.alloc(0))],
}

test.each([
  ['packed pages and files', pages],
  ['packed pages alone', { ...pages, files: [] }],
  ['files alone', { ...pages, packed: [] }],
])('%s are kept as they are published, under the key of what they show', (_, own) => {
  kept.keep('key1', own)
  expect(kept.take('key1')).toEqual(own)
  expect([kept.has('key1'), kept.has('key2')]).toEqual([true, false])
})

test('pages of other keys are forgotten, and so is what a killed build left; frames stay', () => {
  kept.keep('key1', pages)
  kept.keep('key2', pages)
  writeFileSync(join(folder, 'key3.next.4194305'), '')
  writeFileSync(kept.runFile, '')
  mkdirSync(kept.frames)
  kept.forgetOthers(new Set(['key2']))
  expect(readdirSync(folder)).toEqual(['frames', 'key2'])
})

test.each([
  ['of something else', () => Buffer.from('damaged')],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['of one wrong bit', (bytes: Buffer) => bytes.with(-40, (bytes.at(-40) ?? 0) ^ 1)],
])('a file %s is said by its path, with what to do', (_, damage) => {
  kept.keep('key1', pages)
  const path = join(folder, 'key1')
  writeFileSync(path, damage(readFileSync(path)))
  expect(() => kept.take('key1')).toThrow(`"${path}" is damaged: remove it`)
})
