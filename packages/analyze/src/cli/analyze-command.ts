import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '@gongkai/schema'
import { type Analysis, type AnalyzeOptions, analyze, type CheckResult, type Resources } from '../index.ts'

const repository = fileURLToPath(new URL('../../../../', import.meta.url))
const usage = 'npm run analyze -- [--reports DIR…] [--divisions FILE] [--agencies FILE] [--releases DIR] [--out DIR]'

/** Flags are relative to where the user stands, defaults to the repository. */
function readOptions(): AnalyzeOptions {
  const { values, positionals } = parseArgs({
    options: {
      reports: { type: 'string', multiple: true },
      out: { type: 'string' },
      divisions: { type: 'string' },
      agencies: { type: 'string' },
      releases: { type: 'string' },
    },
    allowPositionals: true,
  })
  if (positionals.length > 0 && !values.reports) throw new RangeError(`"${positionals[0]}" has no flag: use --reports`)
  // What a shell made of a glob stands behind the first folder.
  const reports = values.reports && [...values.reports, ...positionals]
  const flags = readFlags('analyze', { ...values, reports })
  const standing = process.env['INIT_CWD'] ?? process.cwd()
  const spill = readSetting(process.env, 'ANALYZE_SPILL')
  const pathOf = (given: string | undefined, fallback: string) =>
    given === undefined ? resolve(repository, fallback) : resolve(standing, given)
  return {
    reports: (flags.reports ?? [undefined]).map((given) => pathOf(given, 'data/derived/reports')),
    out: pathOf(flags.out ?? readSetting(process.env, 'GONGKAI_DATASET'), 'data/dataset'),
    divisions: pathOf(flags.divisions, 'data/lookups/divisions.csv'),
    agencies: pathOf(flags.agencies, 'data/lookups/agencies.csv'),
    copies: resolve(repository, 'data/lookups/copies.csv'),
    sources: resolve(repository, 'data/lookups/sources.csv'),
    correctionMarks: resolve(repository, 'data/lookups/correction-marks.csv'),
    releases: pathOf(flags.releases, 'data/releases'),
    resources: readResources(),
    spill: spill && resolve(standing, spill),
  }
}

/** What of the machine to use, where the environment says so. */
function readResources(): Partial<Resources> {
  const threads = readSetting(process.env, 'ANALYZE_THREADS')
  const memory = readSetting(process.env, 'ANALYZE_MEMORY')
  const spillLimit = readSetting(process.env, 'ANALYZE_SPILL_LIMIT')
  return {
    ...(threads && { threads: Number(threads) }),
    ...(memory && { memory }),
    ...(spillLimit && { spillLimit }),
  }
}

function toLine(check: CheckResult): string {
  const line = `${check.status.padEnd(7)} ${check.name}: ${check.examined} examined, ${check.failed} failed`
  if (check.status === 'skipped') return `${line} (there is nothing to check)`
  return check.sample.length > 0 ? `${line}, e.g. ${check.sample.join('; ')}` : line
}

function toText({ ledger, checks, summary, published }: Analysis, out: string): string {
  const { files, statuses, reports, cells, edits } = summary
  const nonzero = Object.entries(statuses).flatMap(([status, count]) => (count > 0 ? [`${count} ${status}`] : []))
  return [
    `${ledger.lines} lines of the ledger, ${ledger.read} read, ${ledger.checked} of these held to its schema`,
    ...(ledger.read < ledger.lines
      ? ['the other provinces are as they were; what is examined below is what was read']
      : []),
    ...checks.map(toLine),
    `${files} files (${nonzero.join(', ')}), ${reports} reports, ${cells.value} numbers`,
    `${edits.assessed} edits assessed, ${edits.failed} failed, ${edits.notAssessable} not assessable`,
    published ? `Written: ${out}` : `Not written: a check failed, "${out}" is as it was`,
    '',
  ].join('\n')
}

try {
  const options = readOptions()
  const analysis = await analyze(options)
  process.stdout.write(toText(analysis, options.out))
  if (!analysis.published) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 1
}
