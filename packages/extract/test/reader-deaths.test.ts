import { afterEach, expect, test } from 'vitest'
import { openReaderPool, type ReaderPool } from '../src/cli/run/reader-pool.ts'
import { raceOnce } from './hostile/race.ts'

const program = new URL('./hostile/dying-reader.ts', import.meta.url)
const bounds = { milliseconds: 3_000, megabytes: 64 }

let pool: ReaderPool | undefined
afterEach(() => pool?.close())

async function read(path: string): Promise<string> {
  const bytes = new Uint8Array([49])
  const answer = await pool?.read({ path, bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null })
  if (!answer) return 'nothing'
  return 'line' in answer ? answer.line.trim() : `${answer.reason}: ${answer.detail}`
}

test.each([
  ['exit', 'failed: its reader ended with exit code 7'],
  ['abort', 'failed: its reader ended with signal SIGABRT'],
  ['killed', 'failed: its reader ended with signal SIGKILL'],
  ['rejection', 'failed: its reader ended with exit code 1'],
  ['exception', 'failed: its reader ended with exit code 1'],
  ['stack', 'failed: its reader ended with exit code 1'],
  ['memory', 'limit_exceeded: more than 64 MB of memory'],
  ['silence', 'timed_out: more than 3000 ms'],
  ['disconnect', 'failed: its reader ended with exit code 0'],
  ['afterwards', 'afterwards'],
])('a reader that dies of %s costs its document alone', async (path, said) => {
  pool = openReaderPool(bounds, program)
  expect(await read('one')).toBe('one')
  expect(await read(path)).toBe(said)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await read('two')).toBe('two')
})

test('readers that never start end the run, and the file is named', async () => {
  pool = openReaderPool(bounds, new URL('./hostile/no-such-reader.ts', import.meta.url))
  await expect(read('甲.txt')).rejects.toThrow(/Cannot read "甲\.txt": no reader starts\. .*no-such-reader/s)
})

test('a pool is closed while its readers start, read and die', async () => {
  pool = openReaderPool(bounds, program)
  const ends = [read('silence'), read('one'), read('exit')]
  await pool.close()
  const said = await Promise.all(ends)
  for (const end of said) expect(end).toMatch(/^failed|^one$/)
})

test('small bounds, raced: every document comes to something, and nothing ends unheard', async () => {
  for (let seed = 0; seed < 3; seed++) expect(await raceOnce(seed)).toEqual([])
}, 300_000)
