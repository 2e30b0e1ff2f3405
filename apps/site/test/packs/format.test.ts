import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countBuckets, toNotes, writeIndex } from '../../integrations/pack-index.ts'
import { bucketSize, findPlace, largestPack, toBucketPart, toIndexPath, toKey } from '../../src/packs/format.ts'
import { isPacked } from '../../src/packs/kinds.ts'

const count = 5_000
const toPath = (i: number) => `r/${i}/index.html`
const toPlace = (i: number) => ({ pack: i % 65_536, offset: (i * 7919) % largestPack, length: 1 + (i % 100_000) })
const version = 'abcdefabcdef'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-index-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function toIndex() {
  const notes = toNotes()
  for (let i = 0; i < count; i += 1) notes.add(await toKey(toPath(i)), toPlace(i))
  const site = { version, bucketCount: countBuckets(notes) }
  mkdirSync(dirname(join(folder, toIndexPath(site, 0))), { recursive: true })
  writeIndex(folder, notes, site)
  return { notes, site }
}

test('each of 5,000 files is found where it was put, by one bucket; others are not found', async () => {
  const { site } = await toIndex()
  const index = readFileSync(join(folder, toIndexPath(site, 0)))
  expect(index.length).toBe(site.bucketCount * bucketSize)
  // The index is small beside what it names: less than thirty bytes a file.
  expect(index.length / count).toBeLessThan(30)
  const find = async (path: string) => {
    const key = await toKey(path)
    const { start, end } = toBucketPart(site, key)
    return findPlace(index.subarray(start, end + 1), key)
  }
  for (let i = 0; i < count; i += 7) expect(await find(toPath(i))).toEqual(toPlace(i))
  for (let i = count; i < count + 1000; i += 1) expect(await find(toPath(i))).toBeUndefined()
})

test('an index that no file may hold stands in several, and each bucket is in the one that is asked', async () => {
  const { notes } = await toIndex()
  const site = { version, bucketCount: 2 * (largestPack / bucketSize) + 5 }
  writeIndex(folder, notes, site)
  const sizes = [0, 1, 2].map((file) => statSync(join(folder, toIndexPath(site, file))).size)
  expect(sizes).toEqual([largestPack, largestPack, 5 * bucketSize])
  for (let i = 0; i < count; i += 997) {
    const key = await toKey(toPath(i))
    const { file, start, end } = toBucketPart(site, key)
    expect(findPlace(readFileSync(join(folder, file)).subarray(start, end + 1), key)).toEqual(toPlace(i))
  }
})

test('two files of one key are refused', async () => {
  const notes = toNotes()
  for (let i = 0; i < 2; i += 1) notes.add(await toKey('r/1/index.html'), toPlace(i))
  expect(() => writeIndex(folder, notes, { version, bucketCount: 1 })).toThrow('has the key of another')
})

test.each([
  ['r/甲-2023/index.html', true, true],
  ['en/r/甲-2023/index.html', true, true],
  ['r/index.html', false, false],
  ['en/agency/index.html', false, false],
  ['index.html', false, false],
  ['reports/index.html', false, false],
  ['search/text/甲-2023.txt', true, true],
  ['search/terms/0000.bin', true, true],
  ['search/names/0000.bin', true, true],
  ['search/blocks/0000.json', false, true],
  ['search/choices/0000.bin', false, true],
  ['search/catalogue.json', false, false],
  ['quality/issues/form_missing/index.html', true, true],
  ['region/110000.csv', true, true],
  ['agency/甲.json', true, true],
  ['en/agency/甲.xml', false, true],
  ['en/agency/甲.svg', true, true],
  ['feed.xml', false, false],
  ['embed/en/table/甲-2023/index.html', false, true],
  ['dataset/cells.parquet', false, false],
  ['check/index.html', false, false],
])('%s is packed in "packs": %j, in "served": %j', (path, packs, served) => {
  expect([isPacked(path, 'plain'), isPacked(path, 'packs'), isPacked(path, 'served')]).toEqual([false, packs, served])
})
