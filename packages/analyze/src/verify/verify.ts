import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type DatasetManifest, readDatasetCodebook } from '@gongkai/schema'
import { rowsOf, withDatabase } from '../database.ts'
import { defineMacros, readSql } from '../models.ts'
import { listFiles, sumsFile } from '../write/files.ts'
import { checkManifest, checkSums } from './check-files.ts'
import { checkCodes, checkCounts, checkFormats, checkKeys } from './check-tables.ts'
import { type OpenTable, openTable } from './open-tables.ts'
import { type Outcome, toOutcome } from './outcome.ts'
import { checkSignature } from './signature.ts'

/** What is verified, and against what from elsewhere. */
export interface VerifyOptions {
  /** A dataset as it was downloaded. */
  readonly folder: string
  /** A digest that the site or a citation states, or its beginning. */
  readonly digest?: string | undefined
  /** File of the publisher's public key, PEM. */
  readonly key?: string | undefined
}

/** What was verified. */
export interface Verification {
  readonly holds: boolean
  readonly digest: string
  readonly outcomes: readonly Outcome[]
}

/** Checks of a build that ask published tables alone: whether one table says what the other says. */
const agreements = [
  'counts_reconcile',
  'edits_reconcile',
  'only_values_have_numbers',
  'wide_tables_agree',
  'copies_hold',
]

/**
 * Verifies a downloaded dataset: its sums and manifest, the rows, keys and codes of its tables, whether CSV and Parquet
 * hold the same, and whether its tables agree with each other. Nothing is written.
 *
 * @throws {Error} if the folder has no SHA256SUMS, or the key cannot be read
 */
export async function verifyDataset({ folder, digest: expected, key }: VerifyOptions): Promise<Verification> {
  const sums = await readFile(join(folder, sumsFile), 'utf8').catch((cause: unknown) => {
    throw new Error(`Cannot verify: "${folder}" must be a dataset; it has no ${sumsFile}`, { cause })
  })
  const { outcome, manifest, digest } = await checkManifest(folder, sums, expected)
  const ofFiles = [await checkSums(folder, sums), outcome]
  const ofKey = key === undefined ? [] : [await checkSignature(folder, key)]
  const outcomes = [...ofFiles, ...ofKey, ...(await checkTables(folder, manifest))]
  return { holds: outcomes.every(({ problems }) => problems.length === 0), digest, outcomes }
}

async function checkTables(folder: string, manifest: DatasetManifest | undefined): Promise<readonly Outcome[]> {
  const spill = await mkdtemp(join(tmpdir(), 'gongkai-verify-'))
  try {
    const codebook = readDatasetCodebook(await readFile(join(folder, 'codebook.json'), 'utf8'))
    return await withDatabase({ file: ':memory:', spill }, async (db) => {
      const names = await listFiles(folder)
      const opened: OpenTable[] = []
      const problems: string[] = []
      for (const table of codebook.tables) {
        const one = await openTable(db, folder, names, table)
        if (one.opened) opened.push(one.opened)
        problems.push(...one.problems)
      }
      return [
        toOutcome('codebook', codebook.tables.length, problems),
        await checkCounts(db, opened, manifest),
        await checkKeys(db, opened),
        await checkCodes(db, opened, codebook),
        await checkFormats(db, opened),
        await checkAgreements(db, opened.length === codebook.tables.length),
      ]
    })
  } catch (error) {
    return [toOutcome('codebook', 1, [error instanceof Error ? error.message : String(error)])]
  } finally {
    await rm(spill, { recursive: true, force: true })
  }
}

async function checkAgreements(db: DuckDBConnection, isWhole: boolean): Promise<Outcome> {
  if (!isWhole) return toOutcome('agreement', 0, ['not every table could be read'])
  await defineMacros(db)
  const problems: string[] = []
  let examined = 0
  for (const name of agreements) {
    const [row] = await rowsOf(db, await readSql(`checks/${name}.sql`))
    examined += Number(row?.['examined'])
    if (Number(row?.['failed']) > 0) problems.push(`${name}: ${row?.['failed']} rows fail, e.g. ${row?.['sample']}`)
  }
  return toOutcome('agreement', examined, problems)
}
