import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beginFolder, isErrorOf, recoverFolder } from '@gongkai/disk'
import { type CheckedLines, checkLines } from './check-lines.ts'
import { type CheckResult, runChecks } from './checks.ts'
import { withDatabase } from './database.ts'
import { loadAgencies, loadDivisions, loadEntries } from './load.ts'
import { type CopyLists, loadCopyLists } from './load-copies.ts'
import { buildTables } from './models.ts'
import { findNewestRelease, loadRelease } from './release/folder.ts'
import { findReportFiles } from './report-files.ts'
import type { Resources } from './resources.ts'
import { toCodebook } from './write/codebook.ts'
import { toDataPackage } from './write/datapackage.ts'
import { writeDatabaseFile, writeExtras } from './write/extras.ts'
import { readSums, sumsFile, writeJson, writeManifest, writeSums } from './write/files.ts'
import { readSheets, type Sheet } from './write/sheets.ts'
import { readSummary, type Summary } from './write/summary.ts'
import { countRows, writeTables } from './write/tables.ts'

/** Where an analysis reads and writes; paths absolute, or relative to the working directory. */
export interface AnalyzeOptions extends CopyLists {
  /** Folders of NDJSON files, or globs of them; each line is a ledger entry. */
  readonly reports: readonly string[]
  /** Reviewed list of divisions, CSV. */
  readonly divisions: string
  /** Reviewed list of agencies, CSV. */
  readonly agencies: string
  /** Folder of releases; peers and changes are those of the newest. With none, peers are of the dataset itself. */
  readonly releases: string
  /** Folder of the dataset; replaced as a whole. */
  readonly out: string
  /** What of the machine to use; the same bytes whatever it is. */
  readonly resources?: Partial<Resources>
  /** Folder for what does not fit into memory; beside the dataset in the making where none is given. */
  readonly spill?: string | undefined
  /** Bytes above which a table is written in parts. */
  readonly largestFile?: number
}

/** What an analysis found. */
export interface Analysis {
  /** False if a check failed: the dataset that was there before is then still there. */
  readonly published: boolean
  readonly ledger: CheckedLines
  readonly checks: readonly CheckResult[]
  readonly summary: Summary
  /** Rows of each table. */
  readonly rows: ReadonlyMap<string, number>
}

/**
 * Builds the dataset from reports and puts it in the place of the one before, if every check passes.
 *
 * Same input, same bytes. Killed at any moment, the old or the new dataset is complete by its SHA256SUMS.
 *
 * @throws {Error} if a folder or file is missing, a line does not have the shape of a ledger entry, or `out` is not a dataset
 */
export async function analyze(options: AnalyzeOptions): Promise<Analysis> {
  const files = findReportFiles(options.reports)
  const release = await findNewestRelease(options.releases)
  for (const folder of recoverFolder(options.out)) await rm(folder, { recursive: true, force: true })
  await refuseOther(options.out)
  const folder = beginFolder(options.out)
  const work = join(folder.path, '.work')
  await mkdir(work, { recursive: true })
  try {
    const { analysis, sheets } = await withDatabase(
      { file: join(work, 'analysis.duckdb'), spill: options.spill ?? work, resources: options.resources },
      async (db) => {
        const ledger = await checkLines(files)
        await loadEntries(db, files)
        await loadDivisions(db, options.divisions)
        await loadAgencies(db, options.agencies)
        await loadCopyLists(db, options)
        await loadRelease(db, release)
        await buildTables(db)
        const checks = await runChecks(db)
        const summary = await readSummary(db, release?.note.date ?? null)
        const published = checks.every((check) => check.status !== 'failed')
        if (published) await writeTables(db, folder.path, options.largestFile)
        const sheets = published ? await readSheets(db) : undefined
        const rows = await countRows(db)
        return { analysis: { published, ledger, checks, summary, rows }, sheets }
      },
    )
    if (analysis.published) {
      await finish(folder.path, work, analysis, sheets)
      folder.publish()
    }
    return analysis
  } finally {
    folder.discard()
  }
}

/** @throws {Error} if the folder holds something that is not a dataset, which replacing it would destroy */
async function refuseOther(out: string): Promise<void> {
  const held = await readdir(out).catch((error: unknown): string[] => {
    if (isErrorOf(error, 'ENOENT')) return []
    throw error
  })
  if (held.length === 0 || held.includes(sumsFile)) return
  throw new Error(`Cannot write the dataset: "${out}" must be a dataset, empty or new; it has no ${sumsFile}`)
}

async function finish(
  folder: string,
  work: string,
  { summary, rows }: Analysis,
  sheets: readonly Sheet[] | undefined,
): Promise<void> {
  await rm(work, { recursive: true })
  const tableSums = await readSums(folder)
  await writeJson(join(folder, 'datapackage.json'), toDataPackage(tableSums))
  await writeJson(join(folder, 'codebook.json'), toCodebook())
  await writeJson(join(folder, 'summary.json'), summary)
  await writeExtras(folder, sheets)
  const sums = await readSums(folder, tableSums)
  await writeManifest(folder, sums, rows)
  await writeSums(folder, sums)
  await writeDatabaseFile(folder)
}
