import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type KeptPages, openKeptPages } from '../../integrations/kept-pages.ts'

let folder: string
let kept: KeptPages
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-kept-'))
  kept = openKeptPages(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

const pages = [
  ['r/1/index.html', '<p>年报</p>\n'],
  ['agency/1.csv', '\u{feff}a,b\r\n'],
] as const

test('pages are kept as they were, under the key of what they show', () => {
  kept.keep('a', 'key1', pages)
  expect(kept.take('a', 'key1')).toEqual(pages)
  expect([kept.has('a', 'key1'), kept.has('a', 'key2'), kept.has('b', 'key1')]).toEqual([true, false, false])
})

test('pages of another key and of agencies that are gone are forgotten, and so is what a killed build left', () => {
  kept.keep('a', 'key1', pages)
  kept.keep('a', 'key2', pages)
  kept.keep('b', 'key1', pages)
  writeFileSync(join(folder, 'a.key3.zst.next'), '')
  kept.forgetOthers(new Map([['a', 'key2']]))
  expect(readdirSync(folder)).toEqual(['a.key2.zst'])
})

test('a damaged file is said by its path, with what to do', () => {
  kept.keep('a', 'key1', pages)
  writeFileSync(join(folder, 'a.key1.zst'), 'damaged')
  expect(() => kept.take('a', 'key1')).toThrow(`"${join(folder, 'a.key1.zst')}" is damaged: remove it`)
})
