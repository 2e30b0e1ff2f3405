/**
 * Measures the whole extraction of pages and DOCX files, from bytes to reports, against the bare call of a library on the
 * same bytes: `cheerio.load` and `mammoth.convertToHtml`. Neither is a dependency; MODULES is a folder in whose
 * node_modules both are installed.
 *
 *     npm run bench:reading -- --modules MODULES [--corpus FOLDER] [--rounds 5] [--passes 40]
 *
 * Each in a process of its own, these taking turns; one after the other in one process; and in turn in one process, pass by
 * pass. The last moves cost from one to the other: pages that cheerio leaves are collected when memory runs out, which may
 * be while the extraction runs. The sum of both is printed as well, for it cannot move.
 */
import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLookups } from '../src/cli/disk.ts'
import { extractDocument, type SourceDocument } from '../src/index.ts'
import { generateDocument, layouts } from '../test/generate/layouts.ts'
import { median } from './median.ts'

const formats = ['html', 'docx'] as const
type Format = (typeof formats)[number]
const ways = ['extract', 'library'] as const
type Way = (typeof ways)[number]
const orders = ['one after the other', 'in turn'] as const
type Order = (typeof orders)[number]
/** Milliseconds a document of each way, median over the passes. */
type Times = Readonly<Partial<Record<Way, number>>>

const { values } = parseArgs({
  options: {
    modules: { type: 'string' },
    corpus: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    passes: { type: 'string', default: '40' },
    format: { type: 'string' },
    ways: { type: 'string' },
    order: { type: 'string' },
  },
})
if (!values.modules) {
  console.error(
    'Cannot measure: --modules FOLDER names no folder in whose node_modules cheerio and mammoth are installed',
  )
  process.exitCode = 2
} else if (process.send) process.send(await measure(values.modules))
else await compare()

async function compare(): Promise<void> {
  for (const format of formats) {
    const files = loadFiles(format)
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1000
    console.log(`${format}: ${files.length} documents, ${size.toFixed(0)} KB each`)
    const apart: Times[] = []
    const together = new Map<Order, Times[]>(orders.map((order) => [order, []]))
    for (let round = 0; round < Number(values.rounds); round++) {
      apart.push({ ...(await start(format, ['extract'])), ...(await start(format, ['library'])) })
      for (const [order, times] of together) times.push(await start(format, ways, order))
    }
    print('each in a process of its own', apart)
    for (const [order, times] of together) print(`${order} in one process`, times)
  }
}

function print(name: string, rounds: readonly Times[]): void {
  const pairs = rounds.map(({ extract = Number.NaN, library = Number.NaN }) => ({ extract, library }))
  const ratios = pairs.map(({ extract, library }) => extract / library)
  const range = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`
  const show = (times: readonly number[]) => median(times).toFixed(2)
  const [extract, library] = [show(pairs.map((pair) => pair.extract)), show(pairs.map((pair) => pair.library))]
  const sum = show(pairs.map((pair) => pair.extract + pair.library))
  console.log(`  ${name}: ${extract} ms against ${library} ms, ${show(ratios)} times (${range}); both ${sum} ms`)
}

/** Measures in a new process. */
function start(format: Format, asked: readonly Way[], order: Order = 'in turn'): Promise<Times> {
  const given = ['--format', format, '--ways', asked.join(), '--order', order]
  const child = fork(import.meta.filename, [...process.argv.slice(2), ...given])
  return new Promise((resolve, reject) => {
    child.once('message', (times) => resolve(times as Times))
    child.once('exit', (code) => reject(new Error(`Cannot measure ${format}: the process ended with ${code}`)))
  })
}

async function measure(modules: string): Promise<Times> {
  const format = formats.find((one) => one === values.format) ?? 'html'
  const asked = ways.filter((way) => values.ways?.split(',').includes(way))
  const files = loadFiles(format)
  const calls = new Map<Way, (file: SourceDocument) => unknown>()
  if (asked.includes('extract')) calls.set('extract', toExtraction())
  if (asked.includes('library')) calls.set('library', toLibraryCall(format, modules))
  const spent = new Map<Way, number[]>(asked.map((way) => [way, []]))
  const turns = values.order === 'in turn' ? [asked] : asked.map((way) => [way])
  for (const group of turns) {
    for (let pass = 0; pass < Number(values.passes); pass++)
      for (const way of group) spent.get(way)?.push(await timePass(files, calls.get(way)))
  }
  // The first passes compile
  return Object.fromEntries([...spent].map(([way, all]) => [way, median(all.slice(all.length >> 2))]))
}

/** Milliseconds a document of one pass over the files. */
async function timePass(files: readonly SourceDocument[], call?: (file: SourceDocument) => unknown): Promise<number> {
  const startedAt = performance.now()
  for (const file of files) await call?.(file)
  return (performance.now() - startedAt) / files.length
}

function toExtraction(): (file: SourceDocument) => unknown {
  const lookups = loadLookups()
  return (file) => extractDocument(file, lookups)
}

function toLibraryCall(format: Format, modules: string): (file: SourceDocument) => unknown {
  const load: (name: string) => unknown = createRequire(join(modules, 'node_modules', 'none.js'))
  if (format === 'docx') {
    const { convertToHtml } = load('mammoth') as { convertToHtml: (input: { buffer: Buffer }) => Promise<unknown> }
    return ({ bytes }) => convertToHtml({ buffer: Buffer.from(bytes) })
  }
  const cheerio = load('cheerio') as { load: (html: string) => unknown }
  const decoder = new TextDecoder()
  return ({ bytes }) => cheerio.load(decoder.decode(bytes))
}

function loadFiles(format: Format): readonly SourceDocument[] {
  const toSource = (path: string, bytes: Uint8Array): SourceDocument => ({
    ...{ path, bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null },
  })
  const { corpus } = values
  if (!corpus) {
    const own = layouts.filter((layout) => layout.format === format)
    return own.map((layout, i) => toSource(`${i}`, generateDocument(layout, i).bytes))
  }
  const isOfFormat = (name: string) => (format === 'docx' ? /\.docx$/i : /\.html?$/i).test(name)
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(isOfFormat).sort()
  return names.map((name) => toSource(name, readFileSync(join(corpus, name))))
}
