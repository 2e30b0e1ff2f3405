/**
 * Measures the build of the site: copies the reports of the corpus to any number, analyses them, builds the pages, and
 * lays the same site out in every way.
 *
 *     npm run bench:site -- --reports 1000
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSingles, writeCopies } from './bench/clone.ts'
import { measureLayouts } from './bench/layouts.ts'

const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { reports: { type: 'string', default: '1000' } } })
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

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
try {
  const [reports, dataset, dist] = [join(folder, 'reports'), join(folder, 'dataset'), join(folder, 'dist')]
  mkdirSync(reports)
  const lookup = readFileSync(join(root, 'data/lookups/divisions.csv'), 'utf8').split('\n')
  const divisions = lookup.filter((line) => line.includes(',county,')).map((line) => line.slice(0, 6))
  run(['packages/extract/src/cli/extract.ts', '--out', join(folder, 'read')], root)
  const singles = await readSingles(join(folder, 'read'))
  await writeCopies(join(reports, 'copies.ndjson'), singles, divisions, count)
  run(['packages/analyze/src/cli/analyze.ts', '--reports', reports, '--out', dataset], root)
  const env = { GONGKAI_DATASET: dataset, OUT_DIR: dist, SITE_LAYOUT: 'plain', ASTRO_TELEMETRY_DISABLED: '1' }
  const output = run(['--input-type=module', '--eval', build], join(root, 'apps/site'), env)
  const { seconds, peakMb } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}')
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  const pages = paths.filter((path) => path.endsWith('.html'))
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0)
  const sample = pages.slice(0, 2000).map((path) => readFileSync(path, 'utf8'))
  const rows: Readonly<Record<string, string | number>> = {
    reports: count,
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
  for (const { layout, files, filesToOpen, megabytes, seconds: packing, peakMb: peak } of measureLayouts(
    dist,
    folder,
  )) {
    const packed = layout === 'plain' ? '' : ` · packed in ${packing.toFixed(1)} s, ${Math.round(peak)} MB at most`
    console.log(`layout ${layout.padEnd(37)}${files} files, ${filesToOpen} to open, ${megabytes} MB${packed}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
