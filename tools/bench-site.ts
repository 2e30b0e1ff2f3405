/**
 * Measures the build of the site: copies the reports of the corpus to any number, analyses them, builds the pages, and
 * lays the same site out in every way.
 *
 *     npm run bench:site -- --reports 1000
 *     npm run bench:site -- --dataset DIR    of a dataset that is there already
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readSingles, writeCopies } from './bench/clone.ts'
import { measureLayouts } from './bench/layouts.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { reports: { type: 'string', default: '1000' }, dataset: { type: 'string' } } })
const count = Number(values.reports)
if (!Number.isInteger(count) || count < 1)
  throw new Error(`Cannot copy "${values.reports}" reports: a count is required`)

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const done = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (done.status !== 0) throw new Error(`Cannot run "${args.join(' ')}":\n${done.stdout.slice(-2000)}\n${done.stderr}`)
  return done.stdout
}

/** What one build of the site cost, as the building process itself saw it. */
const build = `
  import { build } from 'astro'
  const startedAt = performance.now()
  await build({ outDir: process.env.OUT_DIR, logLevel: 'error' })
  const seconds = (performance.now() - startedAt) / 1000
  console.log('\\n' + JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024 }))
`

/** Pages a second of the barest way: one string a page, put together and written. */
function measureStrings(folder: string, pages: readonly string[]): number {
  mkdirSync(folder)
  const startedAt = performance.now()
  for (const [index, page] of pages.entries()) {
    const html = page.split('<').join('<')
    writeFileSync(join(folder, `${index}.html`), html)
  }
  return pages.length / ((performance.now() - startedAt) / 1000)
}

/** Copies the reports of the corpus and analyses them. @returns the folder of the dataset */
async function makeDataset(folder: string): Promise<string> {
  const [reports, dataset] = [join(folder, 'reports'), join(folder, 'dataset')]
  mkdirSync(reports)
  const lookup = readFileSync(join(root, 'data/lookups/divisions.csv'), 'utf8').split('\n')
  const divisions = lookup.filter((line) => line.includes(',county,')).map((line) => line.slice(0, 6))
  run(['packages/extract/src/cli/extract.ts', '--out', join(folder, 'read')], root)
  const singles = await readSingles(join(folder, 'read'))
  await writeCopies(join(reports, 'copies.ndjson'), singles, divisions, count)
  run(['packages/analyze/src/cli/analyze.ts', '--reports', reports, '--out', dataset], root)
  return dataset
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
try {
  const dist = join(folder, 'dist')
  const dataset = values.dataset ? resolve(values.dataset) : await makeDataset(folder)
  const env = { GONGKAI_DATASET: dataset, OUT_DIR: dist, SITE_LAYOUT: 'plain', ASTRO_TELEMETRY_DISABLED: '1' }
  const output = run(['--input-type=module', '--eval', build], join(root, 'apps/site'), env)
  const { seconds, peakMb } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}')
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  const pages = paths.filter((path) => path.endsWith('.html'))
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const sample = pages.slice(0, 2000).map((path) => readFileSync(path, 'utf8'))
  const rows: Readonly<Record<string, string | number>> = {
    reports: readdirSync(join(dist, 'r'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).length,
    pages: pages.length,
    files: paths.length,
    'megabytes, dataset included': Math.round(bytes / 1e6),
    'megabytes of the dataset': Math.round(
      paths
        .filter((path) => path.startsWith(join(dist, 'dataset')))
        .reduce((sum, path) => sum + statSync(path).size, 0) / 1e6,
    ),
    seconds: seconds.toFixed(1),
    'pages a second': Math.round(pages.length / seconds),
    'pages a second, strings written in a loop': Math.round(measureStrings(join(folder, 'strings'), sample)),
    'peak memory, megabytes': Math.round(peakMb),
  }
  for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(44)}${value}`)
  for (const cost of measureLayouts(dist, folder)) {
    const { layout, files, filesToOpen, megabytes, megabytesToOpen } = cost
    const packing = `packed in ${cost.seconds.toFixed(1)} s, ${Math.round(cost.peakMb)} MB at most`
    const sizes = `${files} files of ${megabytes} MB, ${filesToOpen} to open of ${megabytesToOpen} MB`
    console.log(`layout ${layout.padEnd(37)}${sizes}${layout === 'plain' ? '' : ` · ${packing}`}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
