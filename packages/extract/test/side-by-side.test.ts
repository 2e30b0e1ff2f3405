import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractCorpus } from '../src/cli/run/extract-corpus.ts'
import { toLine } from '../src/cli/run/ledger.ts'
import { pairsBytes } from '../src/cli/run/word-pairs.ts'
import { toEntry } from '../src/extract-document.ts'
import { generateDocument, layouts } from './generate/layouts.ts'
import { endOf, startProgram } from './support/command.ts'

const program = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const at = (name: string) => join(folder, name)
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-beside-'))
  mkdirSync(at('corpus'))
  for (const [i, layout] of layouts.slice(0, 9).entries())
    writeFileSync(at(`corpus/${i}甲İı`), generateDocument(layout, 40 + i).bytes)
  await build('plain')
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Extracts and analyses into folders of a name. */
async function build(name: string, flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const [reports, dataset] = [at(`${name}-reports`), at(`${name}-dataset`)]
  const extract = [program('extract/src/cli/extract.ts'), '--corpus', at('corpus'), '--out', reports, ...flags]
  expect(await endOf(startProgram(extract, folder, env))).toMatchObject({ code: 0 })
  const analyze = [program('analyze/src/cli/analyze.ts'), '--reports', reports, '--out', dataset]
  expect(await endOf(startProgram(analyze, folder, env))).toMatchObject({ code: 0 })
}

const readSums = (name: string) => readFileSync(at(`${name}-dataset/SHA256SUMS`), 'utf8')
const readReports = (name: string) => readFileSync(at(`${name}-reports/reports.ndjson`), 'utf8')

test.each([
  ['one reader, Turkish', ['--threads', '1'], { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }],
  ['seven readers, Chinese', ['--threads', '7'], { LC_ALL: 'zh_CN.GB18030', TZ: 'America/St_Johns' }],
])(
  '%s: the same bytes',
  async (name, flags, env) => {
    await build(name, flags, env)
    expect(readReports(name)).toBe(readReports('plain'))
    expect(readSums(name)).toBe(readSums('plain'))
  },
  120_000,
)

test('two builds at once into the same folders: both end well, and leave one whole output', async () => {
  await Promise.all([build('shared'), build('shared')])
  expect(readReports('shared')).toBe(readReports('plain'))
  expect(readSums('shared')).toBe(readSums('plain'))
  expect(readdirSync(folder).filter((name) => /\.(?:next|old)-/.test(name))).toEqual([])
}, 120_000)

test('files that come, change and go during a run: each that was listed has a row of what was read', async () => {
  mkdirSync(at('moving'))
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(at(`moving/${name}`), name)
  const read: string[] = []
  await extractCorpus({ corpus: at('moving'), out: at('moved'), readers: 1, retry: false }, () => ({
    read: async (source) => {
      if (read.length === 0) {
        writeFileSync(at('moving/c'), 'changed')
        rmSync(at('moving/d'))
        writeFileSync(at('moving/e'), 'new')
      }
      read.push(source.path)
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
  }))
  const rows = readFileSync(at('moved/reports.ndjson'), 'utf8').trimEnd().split('\n')
  const documents = rows.map((row) => JSON.parse(row).document)
  expect(documents.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd'])
  expect(documents.map(({ reason }) => reason).slice(0, 3)).toEqual(['unrelated', 'unrelated', 'unrelated'])
})
