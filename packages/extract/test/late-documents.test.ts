import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LedgerEntry, ledgerEntrySchema } from '@gongkai/schema'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { extractCorpus } from '../src/cli/run/extract-corpus.ts'
import { toLine } from '../src/cli/run/ledger.ts'
import type { GivenUp, ReaderPool } from '../src/cli/run/reader-pool.ts'
import { pairsBytes } from '../src/cli/run/word-pairs.ts'
import { toEntry } from '../src/extract-document.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-late-'))
  mkdirSync(join(folder, 'corpus'))
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, 'corpus', name), name)
  cpSync(join(folder, 'corpus/b'), join(folder, 'corpus/b2'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const late: GivenUp = { reason: 'timed_out', detail: 'more than 1 ms', isSpent: false }

/** A pool that gives up `b` as it is told, and then reads it. */
function toPool(ends: readonly GivenUp[], asked: string[] = []): ReaderPool {
  const left = [...ends]
  return {
    read: async (source) => {
      asked.push(source.path)
      const end = source.path === 'b' ? left.shift() : undefined
      if (end) return end
      const document = { ...toEntry(source), status: 'not_a_report', reason: 'unrelated', reader: 'text' } as const
      return {
        document,
        line: toLine({ document, reports: [] }),
        provinces: [],
        pairs: new Uint8Array(pairsBytes),
        fault: null,
      }
    },
    close: async () => undefined,
  }
}

const run = (pool: ReaderPool, retry = false, out = 'out') =>
  extractCorpus({ corpus: join(folder, 'corpus'), out: join(folder, out), readers: 2, retry }, () => pool)
const readText = (out = 'out') => readFileSync(join(folder, out, 'reports.ndjson'), 'utf8')
const readEntries = (): readonly LedgerEntry[] =>
  readText()
    .trimEnd()
    .split('\n')
    .map((line) => ledgerEntrySchema.parse(JSON.parse(line)))
const reasonOf = (path: string) => readEntries().find(({ document }) => document.path === path)?.document.reason

test('a document over the clock is tried once more, last and alone, and stands at its place', async () => {
  const asked: string[] = []
  await run(toPool([late], asked))
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
  await run(toPool([]), false, 'at-once')
  expect(readText()).toBe(readText('at-once'))
  const index = (out: string) => readFileSync(join(folder, out, 'reports.index'), 'utf8')
  expect(index('out')).toBe(index('at-once'))
})

test('one that is late again is a row, its copy is a duplicate, and the next run tries it again', async () => {
  await run(toPool([late, late]))
  expect(readEntries().map(({ document }) => [document.path, document.reason])).toEqual([
    ['a', 'unrelated'],
    ['b', 'timed_out'],
    ['b2', 'identical'],
    ['c', 'unrelated'],
  ])
  const asked: string[] = []
  expect(await run(toPool([], asked))).toMatchObject({ cached: 2, tooSlow: [] })
  expect(asked).toEqual(['b'])
  expect(reasonOf('b')).toBe('unrelated')
})

test('one that used up its processor time, too, is passed over, counted and listed until --retry', async () => {
  await run(toPool([late, { ...late, isSpent: true }]))
  for (let i = 0; i < 2; i++) {
    const asked: string[] = []
    expect(await run(toPool([], asked))).toMatchObject({ cached: 2, tooSlow: ['b'] })
    expect(asked).toEqual([])
    expect(reasonOf('b')).toBe('timed_out')
  }
  // The same bytes are as slow under another name.
  cpSync(join(folder, 'corpus/b'), join(folder, 'corpus/aa'))
  expect(await run(toPool([]))).toMatchObject({ tooSlow: ['aa'] })
  expect(await run(toPool([]), true)).toMatchObject({ tooSlow: [] })
  expect(reasonOf('aa')).toBe('unrelated')
})

test('a clean build tries all', async () => {
  await run(toPool([late, { ...late, isSpent: true }]))
  rmSync(join(folder, 'out'), { recursive: true })
  expect(await run(toPool([]))).toMatchObject({ tooSlow: [] })
})

test('one that was changed or taken away before its second reading is a row', async () => {
  const pool = toPool([late])
  const read: ReaderPool['read'] = async (source) => {
    const answer = await pool.read(source)
    if (source.path === 'c') writeFileSync(join(folder, 'corpus/b'), 'changed')
    return answer
  }
  await run({ ...pool, read })
  expect(reasonOf('b')).toBe('unreadable')
  expect(reasonOf('b2')).toBe('identical')
})

test('a fault of the run names the file', async () => {
  const read = async () => Promise.reject(new Error('out of luck'))
  await expect(run({ read, close: async () => undefined })).rejects.toThrow('Cannot go on at "a": out of luck')
})
