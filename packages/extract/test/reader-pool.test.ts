import { afterEach, expect, test } from 'vitest'
import { toSha256 } from '../src/cli/corpus/files.ts'
import { openReaderPool, type ReaderPool } from '../src/cli/run/reader-pool.ts'
import { limits } from '../src/limits.ts'

const toPage = (paragraphs: number) => `<html><body>${'<p>甲'.repeat(paragraphs)}</body></html>`
const light = '今天天气很好'
const heavy = toPage(700_000)

let pool: ReaderPool | undefined
afterEach(() => pool?.close())

/** Why a text ended as it did, or why it was given up. */
async function readReason(text: string): Promise<string | null | undefined> {
  const bytes = new TextEncoder().encode(text)
  const answer = await pool?.read({ path: 'a', bytes, sha256: toSha256(text), url: null, retrievedAt: null })
  if (!answer) return undefined
  return 'document' in answer ? answer.document.reason : `given up: ${answer.reason}, ${answer.detail}`
}

test('a document that takes too long is given up, and the next one is read', async () => {
  pool = openReaderPool({ ...limits, milliseconds: 1 })
  expect(await readReason(heavy)).toBe('given up: timed_out, more than 1 ms')
  await pool.close()
  pool = openReaderPool()
  expect(await readReason(light)).toBe('unrelated')
})

test('a document that takes too much memory is given up, and the next one is read', async () => {
  pool = openReaderPool({ ...limits, megabytes: 120 })
  expect(await readReason(light)).toBe('unrelated')
  expect(await readReason(heavy)).toBe('given up: limit_exceeded, more than 120 MB of memory')
  expect(await readReason(light)).toBe('unrelated')
}, 180_000)

test('each document has the whole time to itself, however many are read', async () => {
  const pages = Array.from({ length: 30 }, (_, i) => toPage(8_000 + i))
  pool = openReaderPool()
  const startedAt = performance.now()
  for (const page of pages) expect(await readReason(page)).toBe('unrelated')
  const milliseconds = Math.round((performance.now() - startedAt) / 2)
  await pool.close()
  pool = openReaderPool({ ...limits, milliseconds })
  for (const page of pages) expect(await readReason(page)).toBe('unrelated')
}, 180_000)
