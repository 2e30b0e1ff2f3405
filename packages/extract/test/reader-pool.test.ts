import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeDigests, toSha256 } from '../src/cli/digests.ts'
import type { CorpusFile } from '../src/cli/read-file.ts'
import { openReaderPool, type ReaderPool } from '../src/cli/reader-pool.ts'
import { limits } from '../src/limits.ts'

let folder = ''
let files: readonly CorpusFile[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-pool-'))
  files = ['今天天气很好', toPage(700_000), '明天天气很好', '后天天气很好', '今天天气很好'].map(writeFile)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const toPage = (paragraphs: number) => `<html><body>${'<p>甲'.repeat(paragraphs)}</body></html>`
const writeFile = (text: string, place: number): CorpusFile => {
  const file = join(folder, toSha256(text))
  writeFileSync(file, text)
  return { place, path: `${place}`, file, oddity: null, url: null, retrievedAt: null }
}

let pool: ReaderPool | undefined
afterEach(() => pool?.close())

const open = (bounds = {}) =>
  openReaderPool(1, { engine: '', previous: [], met: makeDigests(50) }, { ...limits, ...bounds })

/** Reason of each file, and whether it was given up. */
const readReasons = async (at: readonly number[], from = files) => {
  const reads = await pool?.read(at.flatMap((i) => from[i] ?? []))
  return reads?.map((read) => ('document' in read ? read.document.reason : `given up: ${read.detail}`))
}

test('a document that takes too long is given up, and the next one is read', async () => {
  pool = open({ milliseconds: 1 })
  expect(await readReasons([1])).toEqual(['given up: more than 1 ms'])
  await pool.close()
  pool = open()
  expect(await readReasons([0])).toEqual(['unrelated'])
})

test('a document that takes too much memory is given up, those that shared its thread are not', async () => {
  pool = open({ megabytes: 120 })
  const given = 'given up: more than 120 MB of memory'
  expect(await readReasons([0, 1, 2, 3])).toEqual(['unrelated', given, 'unrelated', 'unrelated'])
}, 180_000)

test('bytes that were met in an earlier file are not read again', async () => {
  pool = open()
  expect(await readReasons([0, 4])).toEqual(['unrelated', 'identical'])
  await pool.close()
  pool = open()
  // The later file came first: the earlier one is read all the same, and takes its place.
  expect(await readReasons([4, 0, 4])).toEqual(['unrelated', 'unrelated', 'identical'])
})

test('each document of a batch has the whole time to itself', async () => {
  const pages = Array.from({ length: 30 }, (_, i) => writeFile(toPage(8_000 + i), i))
  const places = [...pages.keys()]
  const reasons = places.map(() => 'unrelated')
  pool = open()
  const startedAt = performance.now()
  expect(await readReasons(places, pages)).toEqual(reasons)
  const milliseconds = Math.round((performance.now() - startedAt) / 2)
  await pool.close()
  pool = open({ milliseconds })
  expect(await readReasons(places, pages)).toEqual(reasons)
}, 180_000)
