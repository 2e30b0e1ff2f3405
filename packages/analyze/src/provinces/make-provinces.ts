import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedLines, checkLines } from '../check-lines.ts'
import { type CheckResult, checkProvinces } from '../checks.ts'
import { withDatabase } from '../database.ts'
import { loadAgencies, loadDivisions, loadEntries } from '../load.ts'
import { type CopyLists, loadCopyLists } from '../load-copies.ts'
import { buildProvinces, prepareModels } from '../models.ts'
import type { Resources } from '../resources.ts'
import type { Plan } from './plan.ts'
import { type ProvinceTables, writeProvinces } from './province-tables.ts'

/** What the tables of provinces are made of, and where. */
export interface Making extends CopyLists {
  readonly divisions: string
  readonly agencies: string
  /** Folder for the database. */
  readonly work: string
  /** Folder that gets a folder for each province. */
  readonly tables: string
  readonly spill: string
  readonly resources: Partial<Resources> | undefined
}

/** Provinces and their tables. */
export interface MadeProvinces {
  /** Sorted, those that were taken over among them. */
  readonly provinces: readonly ProvinceTables[]
  readonly ledger: CheckedLines
  readonly checks: readonly CheckResult[]
}

/** So few lines one thread reads as fast as several, with less of the processor. */
const fewLines = 2_000

/** Makes the tables of the provinces that are lacking from their lines of the ledger, and checks them. */
export async function makeProvinces(plan: Plan, making: Making): Promise<MadeProvinces> {
  if (plan.files.length === 0) return { provinces: inOrder(plan.taken), ledger: { lines: 0, checked: 0 }, checks: [] }
  const file = join(making.work, 'provinces.duckdb')
  const { spill } = making
  const resources = { ...making.resources, ...(isShort(plan) && { threads: 1 }) }
  const made = await withDatabase({ file, spill, resources }, async (db) => {
    const ledger = await checkLines(plan.files, plan.origins)
    await loadEntries(db, plan.files, plan.ledger)
    await loadDivisions(db, making.divisions)
    await loadAgencies(db, making.agencies)
    await loadCopyLists(db, making)
    await prepareModels(db)
    await buildProvinces(db)
    const checks = await checkProvinces(db)
    return { ledger, checks, provinces: await writeProvinces(db, making.tables, plan.lacking) }
  })
  await rm(file)
  return { ...made, provinces: inOrder([...plan.taken, ...made.provinces]) }
}

function isShort({ origins }: Plan): boolean {
  const copied = [...origins.values()].reduce((sum, { numbers }) => sum + numbers.length, 0)
  return copied > 0 && copied < fewLines
}

const inOrder = (provinces: readonly ProvinceTables[]): readonly ProvinceTables[] =>
  provinces.toSorted((a, b) => (a.province < b.province ? -1 : 1))
