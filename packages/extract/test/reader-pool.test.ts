import { afterEach, expect, test } from 'vitest'
import { readDocumentOf } from '../src/cli/ledger.ts'
import { openReaderPool, type ReaderPool } from '../src/cli/reader-pool.ts'
import { limits } from '../src/limits.ts'

const source = (text: string) => ({
  path: 'a',
  bytes: new TextEncoder().encode(text),
  sha256: 'a'.repeat(64),
  url: null,
  retrievedAt: null,
})
const heavy = source(`<html><body>${'<p>甲'.repeat(700_000)}</body></html>`)
const light = source('今天天气很好')

let pool: ReaderPool | undefined
afterEach(() => pool?.close())

test('a document that takes too long is given up, and the next one is read', async () => {
  pool = openReaderPool(1, { ...limits, milliseconds: 1 })
  expect(await pool.read(heavy)).toEqual({ reason: 'timed_out', detail: 'more than 1 ms' })
  await pool.close()
  pool = openReaderPool(1)
  const outcome = await pool.read(light)
  expect('line' in outcome && readDocumentOf(outcome.line).reason).toBe('unrelated')
})

test('a document that takes too much memory is given up, and its thread is replaced', async () => {
  pool = openReaderPool(1, { ...limits, megabytes: 120 })
  expect(await pool.read(heavy)).toEqual({ reason: 'limit_exceeded', detail: 'more than 120 MB of memory' })
  const outcome = await pool.read(light)
  expect('line' in outcome && readDocumentOf(outcome.line).reason).toBe('unrelated')
}, 180_000)
