import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawDocuments } from '../tools/demo/documents.ts'
import { writeCorpus } from '../tools/demo/write-corpus.ts'
import { toCleanEnv } from './support/site.ts'

const root = join(import.meta.dirname, '..')
let folder = ''
const at = (name: string) => join(folder, name)

/** Invented documents, copies of reports among them, and files with the bytes of others before and behind them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-shards-'))
  const files = drawDocuments(40)
  const twins = files.flatMap(({ name, bytes }, i) =>
    i % 7 === 0 ? [{ name: `${i % 2 === 0 ? '-' : 'z'}${name}`, bytes, url: null, retrievedAt: null }] : [],
  )
  writeCorpus(at('corpus'), [...files, ...twins])
  await extract('one')
  await analyze('one', at('one'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const startStep = (step: 'extract' | 'analyze', args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [`packages/${step}/src/cli/${step}.ts`, ...args], { cwd: root, env: toCleanEnv() })

/** Runs a step to its end. @returns what it said. @throws {Error} with it, if the step fails */
async function run(child: ChildProcess): Promise<string> {
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(said.join(''))
  return said.join('')
}

const extractArgs = (name: string, shard?: string) =>
  ['--corpus', at('corpus'), '--out', at(name), '--threads', '2', ...(shard ? ['--shard', shard] : [])] as const
const extract = (name: string, shard?: string) => run(startStep('extract', extractArgs(name, shard)))
const analyze = (name: string, ...reports: readonly string[]) =>
  run(startStep('analyze', ['--out', at(`${name}-dataset`), '--reports', ...reports]))

const readSums = (name: string) => readFileSync(at(`${name}-dataset/SHA256SUMS`), 'utf8')

/** Lines of the ledgers of some folders, but those of duplicates: a shard may be the only one to hold some bytes. */
const readLines = (folders: readonly string[]) =>
  folders
    .flatMap((name) =>
      readFileSync(at(`${name}/reports.ndjson`), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    .filter((line) => line !== '' && !line.includes('"status":"duplicate"'))

test.each([1, 2, 4, 7])('%i shards, extracted in any order: the bytes of one run', { timeout: 300_000 }, async (of) => {
  const numbers = Array.from({ length: of }, (_, i) => ((i * 3) % of) + 1)
  for (const number of numbers) await extract(`of-${of}/${number}`, `${number}/${of}`)
  const lines = readLines(numbers.map((number) => `of-${of}/${number}`))
  for (const line of readLines(['one'])) expect(lines).toContain(line)
  await analyze(`of-${of}`, at(`of-${of}/*`))
  expect(readSums(`of-${of}`)).toBe(readSums('one'))
})

test('a shard that was killed is missed, runs again, and the bytes are those of one run', {
  timeout: 300_000,
}, async () => {
  await extract('killed/1', '1/2')
  const child = startStep('extract', extractArgs('killed/2', '2/2'))
  const closed = new Promise((resolve) => child.once('close', resolve))
  const holdsLines = () =>
    globSync(at('killed/2.next-*/reports.index')).some((path) => statSync(path, { throwIfNoEntry: false })?.size)
  while (child.exitCode === null && !holdsLines()) await sleep(2)
  child.kill('SIGKILL')
  await closed
  expect(existsSync(at('killed/2'))).toBe(false)
  await expect(analyze('killed', at('killed/*'))).rejects.toThrow('shard 2 of 2 is missing')
  expect(await extract('killed/2', '2/2')).toMatch(/; [1-9]\d* unchanged/)
  await analyze('killed', at('killed/2'), at('killed/1'))
  expect(readSums('killed')).toBe(readSums('one'))
})
