import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeDigests } from '../src/cli/digests.ts'
import type { CorpusFile } from '../src/cli/read-file.ts'
import { openReaderPool, type ReaderPool } from '../src/cli/reader-pool.ts'
import { limits } from '../src/limits.ts'

let folder = ''
let files: readonly CorpusFile[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-pool-'))
  const heavy = `<html><body>${'<p>甲'.repeat(700_000)}</body></html>`
  files = ['今天天气很好', heavy, '明天天气很好', '后天天气很好'].map((text, place) => {
    const file = join(folder, `${place}`)
    writeFileSync(file, text)
    return { place, path: `${place}`, file, oddity: null, url: null, retrievedAt: null }
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let pool: ReaderPool | undefined
afterEach(() => pool?.close())

const open = (bounds = {}) =>
  openReaderPool(1, { engine: '', previous: [], met: makeDigests(files.length) }, { ...limits, ...bounds })

/** Reason of each file, and whether it was given up. */
const readReasons = async (at: readonly number[]) => {
  const reads = await pool?.read(at.flatMap((i) => files[i] ?? []))
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

test('each document of a batch has the whole time to itself', async () => {
  // Other bytes at each place, else they would be duplicates.
  for (const { file, place } of files)
    writeFileSync(`${file}`, `<html><body>${'<p>甲'.repeat(40_000)}<p>${place}</body></html>`)
  pool = open()
  const startedAt = performance.now()
  expect(await readReasons([0])).toEqual(['unrelated'])
  const one = performance.now() - startedAt
  expect(await readReasons([1, 2, 3])).toEqual(['unrelated', 'unrelated', 'unrelated'])
  const all = performance.now() - startedAt
  await pool.close()
  pool = open({ milliseconds: Math.round((one + all) / 2) })
  expect(await readReasons([0, 1, 2, 3])).toEqual(['unrelated', 'unrelated', 'unrelated', 'unrelated'])
}, 180_000)
