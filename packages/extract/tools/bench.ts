/**
 * `npm run bench -- [--corpus FOLDER] [--rounds 5]`: what reading costs. Whole extraction of pages and documents, from
 * bytes to reports, against the bare call of the library that reads them, on the same files and each in a process of its
 * own; then 1,000 mixed documents with two readers.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as openContainer } from 'cfb'
import { load } from 'cheerio'
import mammoth from 'mammoth'
import { readToolFlags } from '../../../tools/command/flags.ts'
import { extractCorpus } from '../src/cli/run/extract-corpus.ts'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/index.ts'
import { openDocument } from '../src/readers/pdf/library.ts'
import { docLayouts, generateDoc } from '../test/generate/doc.ts'
import { generateDocument, layouts } from '../test/generate/layouts.ts'
import { writePdf, writtenLayouts } from '../test/generate/pdf-writer.ts'
import { toRandom } from '../test/generate/random.ts'
import { toStory } from '../test/generate/story.ts'
import { toTruth } from '../test/generate/truth.ts'
import { median } from './median.ts'

const flags = readToolFlags('npm run bench --', { corpus: '', rounds: 5, measure: '' })

const formats = ['html', 'docx', 'pdf', 'doc'] as const
type Format = (typeof formats)[number]
const passes = 12

const bareCalls: Readonly<Record<Format, (bytes: Uint8Array) => unknown>> = {
  html: (bytes) => load(new TextDecoder().decode(bytes)),
  docx: (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
  pdf: listSteps,
  doc: (bytes) => openContainer(bytes, { type: 'array' }),
}

/** All that the library of PDF does for a reader: the painting steps of every page. */
async function listSteps(bytes: Uint8Array): Promise<void> {
  const task = await openDocument(bytes)
  const document = await task.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getOperatorList()
    page.cleanup()
  }
  await task.destroy()
}

const endings: Readonly<Record<Format, RegExp>> = {
  html: /\.html?$/i,
  docx: /\.docx$/i,
  pdf: /\.pdf$/i,
  doc: /\.doc$/i,
}

if (flags.measure) console.log(await measure(flags.measure))
else await compare()

async function compare(): Promise<void> {
  for (const format of formats) {
    const times = Array.from({ length: flags.rounds }, () => ({
      whole: start(`${format} extraction`),
      bare: start(`${format} library`),
    }))
    const [whole, bare] = [median(times.map((one) => one.whole)), median(times.map((one) => one.bare))]
    const ratio = median(times.map((one) => one.whole / one.bare))
    console.log(
      `${format}: ${(await findReadable(format)).length} files, whole extraction ${whole.toFixed(2)} ms a file, library alone ${bare.toFixed(2)} ms, ratio ${ratio.toFixed(2)}`,
    )
  }
  await measureThreads()
  console.log(`200 PDFs one after the other: peak memory ${start('pdf memory').toFixed(0)} MB`)
}

/** Milliseconds a file, measured in a new process. */
function start(measurement: string): number {
  const given = [import.meta.filename, ...process.argv.slice(2), '--measure', measurement]
  return Number(execFileSync(process.execPath, given, { encoding: 'utf8' }))
}

/** Milliseconds of the processor a file, median over the passes; the first third warms up. */
async function measure(measurement: string): Promise<number> {
  const format = formats.find((one) => measurement.startsWith(`${one} `))
  if (!format) throw new RangeError(`Cannot measure "${measurement}": it begins with none of ${formats.join(', ')}`)
  const files = await findReadable(format)
  const lookups = loadLookups()
  const read = (bytes: Uint8Array) =>
    extractDocument({ path: 'file', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }, lookups)
  if (measurement.endsWith('memory')) {
    for (let i = 0; i < 200; i++) await read(files[i % files.length] ?? new Uint8Array())
    return process.resourceUsage().maxRSS / 1024
  }
  const call = measurement.endsWith('library') ? bareCalls[format] : read
  const times: number[] = []
  for (let pass = 0; pass < passes; pass++) {
    const before = process.cpuUsage()
    for (const bytes of files) await call(bytes)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000 / files.length)
  }
  return median(times.slice(passes / 3))
}

/** Files that the library alone reads, too; some of ours are made to be settled first. */
async function findReadable(format: Format): Promise<readonly Uint8Array[]> {
  const readable: Uint8Array[] = []
  for (const bytes of loadFiles(format)) {
    const answers = await Promise.allSettled([Promise.resolve(bytes).then(bareCalls[format])])
    if (answers.every(({ status }) => status === 'fulfilled')) readable.push(bytes)
  }
  return readable
}

function loadFiles(format: Format): readonly Uint8Array[] {
  const { corpus } = flags
  if (!corpus && format === 'pdf') return writtenLayouts.map((one, i) => writePdf(toStory(toTruth(toRandom(i))), one))
  if (!corpus && format === 'doc') return docLayouts.map((layout, i) => generateDoc(layout, i).bytes)
  if (!corpus) {
    return layouts.filter((layout) => layout.format === format).map((layout, i) => generateDocument(layout, i).bytes)
  }
  const all = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  const names = all.filter((name) => endings[format].test(name)).sort()
  return names.map((name) => new Uint8Array(readFileSync(join(corpus, name))))
}

async function measureThreads(): Promise<void> {
  const count = 1000
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    mkdirSync(join(folder, 'corpus'))
    for (let i = 0; i < count; i++) {
      const layout = layouts[i % layouts.length]
      if (layout) writeFileSync(join(folder, 'corpus', `${i}`), generateDocument(layout, i).bytes)
    }
    const startedAt = performance.now()
    await extractCorpus({ corpus: join(folder, 'corpus'), out: join(folder, 'out'), readers: 2, retry: false })
    const seconds = (performance.now() - startedAt) / 1000
    const megabytes = process.resourceUsage().maxRSS / 1024
    console.log(
      `${count} mixed documents, two readers: ${seconds.toFixed(1)} s, peak memory ${megabytes.toFixed(0)} MB`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
