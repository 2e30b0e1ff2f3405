import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type LedgerEntry, ledgerEntrySchema } from '@gongkai/schema'

const root = join(import.meta.dirname, '../..')

/** Where the site of the repository's own corpus is built. */
export const dist = join(root, 'apps/site/dist')

/** Settings of whoever runs the tests, and what the test runner tells its own modules, are not for a build. */
const notForBuilds =
  /^(GONGKAI_|SITE_|VITEST|BASE_PATH$|BASE_URL$|BUILD_COMMIT$|NODE_ENV$|NODE_OPTIONS$|DEV$|PROD$|SSR$|MODE$|TEST$)/

export function toCleanEnv(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !notForBuilds.test(name))
  return { ...Object.fromEntries(kept), ASTRO_TELEMETRY_DISABLED: '1', ...added }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv, cwd = root): string {
  const done = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`Cannot run "${args.join(' ')}":\n${done.stdout}\n${done.stderr}`)
  return done.stdout
}

/** Test files run side by side, but two builds of one site would write the same folders: one waits for the other. */
export async function inTurn<T>(work: () => T): Promise<T> {
  const lock = join(root, 'node_modules/.gongkai-site-build')
  for (let waited = 0; !tryMake(lock); waited += 1) {
    // A lock left by a killed run is older than any build.
    if (waited > 1500) rmSync(lock, { recursive: true, force: true })
    await setTimeout(200)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Builds the site from the repository's own corpus; answered from the cache when nothing changed. */
export async function buildSite(): Promise<void> {
  await inTurn(() => run(['tools/build.ts'], toCleanEnv()))
  if (!existsSync(join(dist, 'index.html'))) throw new Error('Cannot test the site: the build left no index.html')
}

/** A site built from changed reports, in a folder of its own. */
export interface VariantSite {
  readonly dist: string
  readonly dataset: string
  readonly remove: () => void
}

/** Reports read from the repository's own corpus. */
function readEntries(): readonly LedgerEntry[] {
  const folder = join(root, 'data/derived/reports')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ndjson'))
  const lines = names.flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
  return lines.map((line) => ledgerEntrySchema.parse(JSON.parse(line)))
}

/** Builds the pages of a dataset. @param flags of the build, e.g. how many reports are a run @returns what it said */
export async function buildPages(
  dataset: string,
  out: string,
  settings: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<string> {
  const env = toCleanEnv({ ...settings, GONGKAI_DATASET: dataset })
  return inTurn(() => run(['build.ts', '--outDir', out, ...flags], env, join(root, 'apps/site')))
}

/**
 * Builds a site from the corpus with its reports changed: through the real analysis and the real build.
 *
 * @param change what the reports become
 * @param settings environment of the build, e.g. `BASE_PATH`
 */
export async function buildVariant(
  change: (entries: readonly LedgerEntry[]) => readonly LedgerEntry[],
  settings: Readonly<Record<string, string>>,
): Promise<VariantSite> {
  await buildSite()
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'))
  const [reports, dataset, built] = ['reports', 'dataset', 'dist'].map((name) => join(folder, name))
  if (!reports || !dataset || !built) throw new Error('Cannot name the folders of a site')
  mkdirSync(reports)
  const text = change(readEntries()).map((entry) => `${JSON.stringify(entry)}\n`)
  writeFileSync(join(reports, 'changed.ndjson'), text.join(''))
  run(['packages/analyze/src/cli/analyze.ts', '--reports', reports, '--out', dataset], toCleanEnv())
  await buildPages(dataset, built, settings)
  return { dist: built, dataset, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
