import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beginFolder, digestFiles, isErrorOf, recoverFolder } from '@gongkai/disk'
import type { CheckedLines } from './check-lines.ts'
import { addUp, type CheckResult, checkDataset, checkLost } from './checks.ts'
import { withDatabase } from './database.ts'
import { loadAgencies, loadDivisions } from './load.ts'
import type { CopyLists } from './load-copies.ts'
import { buildDataset, prepareModels } from './models.ts'
import { type KeptFolders, openKeptFolders } from './provinces/kept-folders.ts'
import { type MadeProvinces, makeProvinces } from './provinces/make-provinces.ts'
import { type Plan, planProvinces } from './provinces/plan.ts'
import { openProvinces, type ProvinceTables } from './provinces/province-tables.ts'
import { findNewestRelease, loadRelease, type Release } from './release/folder.ts'
import { findReportFiles } from './report-files.ts'
import type { Resources } from './resources.ts'
import { refuseRepeatedPath } from './settle-documents.ts'
import { toCodebook } from './write/codebook.ts'
import { toDataPackage } from './write/datapackage.ts'
import { writeDatabaseFile, writeExtras } from './write/extras.ts'
import { readSums, sumsFile, writeJson, writeManifest, writeSums } from './write/files.ts'
import { readSheets, type Sheet } from './write/sheets.ts'
import { readSummary, type Summary } from './write/summary.ts'
import { countRows, type Lengths, writeTables } from './write/tables.ts'

/** Where an analysis reads and writes; paths absolute, or relative to the working directory. */
export interface AnalyzeOptions extends CopyLists, Lengths {
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
}

/** What an analysis found. */
export interface Analysis {
  /** False if a check failed: the dataset that was there before is then still there. */
  readonly published: boolean
  /** Lines of the ledger, those of provinces that were made anew, and those of them that were held to the schema. */
  readonly ledger: CheckedLines & { readonly read: number }
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
  const kept = openKeptFolders(toKeptFolder(options.out), digestFiles(repository, programs))
  const folder = beginFolder(options.out)
  try {
    const work = await beginWork(folder.path)
    const spill = options.spill ?? work.spill
    const { agencies, divisions, copies, sources, correctionMarks } = options
    const lists = { agencies, divisions, copies, sources, correctionMarks }
    const plan = await planProvinces(files, kept, { ...work, spill, lists })
    const made = await makeProvinces(plan, { ...lists, ...work, spill, resources: options.resources })
    const { analysis, sheets } = await makeDataset(made, {
      kept,
      ...options,
      ...work,
      files,
      plan,
      release,
      folder: folder.path,
      spill,
    })
    if (analysis.published) {
      await keepProvinces(kept, plan, made.provinces)
      await rm(work.work, { recursive: true })
      await finish(folder.path, analysis, sheets)
      folder.publish()
    }
    return analysis
  } finally {
    folder.discard()
  }
}

const repository = fileURLToPath(new URL('../../../', import.meta.url))
/** What makes the tables. */
const programs = ['packages/analyze/src', 'packages/schema/src', 'package-lock.json']

/** Tables of provinces are kept beside the dataset: `.dataset-tables`. */
const toKeptFolder = (out: string): string => join(dirname(out), `.${basename(out)}-tables`)

/** Folders of an analysis within the dataset in the making, so that they go with it if it is killed. */
async function beginWork(folder: string) {
  const work = join(folder, '.work')
  const at = (name: string) => join(work, name)
  const folders = { work, lines: at('lines'), tables: at('tables'), pieces: at('pieces'), spill: work }
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true })
  return folders
}

interface DatasetOptions extends AnalyzeOptions {
  readonly files: readonly string[]
  readonly plan: Plan
  readonly release: Release | undefined
  readonly kept: KeptFolders
  /** Folder of the dataset in the making, and those for pieces, databases and what does not fit into memory. */
  readonly folder: string
  readonly pieces: string
  readonly work: string
  readonly spill: string
}

/** Makes what only all reports together say, and writes all tables if every check passes. */
function makeDataset(made: MadeProvinces, options: DatasetOptions) {
  const { work, spill, resources, release, plan } = options
  return withDatabase({ file: join(work, 'dataset.duckdb'), spill, resources }, async (db) => {
    await openProvinces(db, made.provinces)
    await refuseRepeatedPath(db, 'documents', options.files)
    await loadDivisions(db, options.divisions)
    await loadAgencies(db, options.agencies)
    await loadRelease(db, release)
    await prepareModels(db)
    await buildDataset(db)
    const rows = await countRows(db)
    const ledger = { ...made.ledger, lines: plan.lines ?? made.ledger.lines, read: made.ledger.lines }
    const lost = checkLost(ledger.lines, rows.get('documents') ?? 0)
    const checks = addUp([...made.checks, ...(await checkDataset(db)), lost])
    const summary = await readSummary(db, release?.note.date ?? null)
    const published = checks.every((check) => check.status !== 'failed')
    if (published) await writeTables({ ...options, db, provinces: made.provinces }, options)
    const sheets = published ? await readSheets(db) : undefined
    return { analysis: { published, ledger, checks, summary, rows }, sheets }
  })
}

async function keepProvinces(kept: KeptFolders, { names }: Plan, provinces: readonly ProvinceTables[]): Promise<void> {
  for (const { province, folder } of provinces) {
    const name = names.get(province)
    if (name) await kept.keep(name, folder)
  }
  kept.forgetOthers()
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
  { summary, rows }: Analysis,
  sheets: readonly Sheet[] | undefined,
): Promise<void> {
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
