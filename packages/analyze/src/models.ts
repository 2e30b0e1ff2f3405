import { readFile } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Table, tables } from '@gongkai/schema'
import { named, rowsOf } from './database.ts'
import { loadPanelEdits } from './panel.ts'

/** Staging models in the order of their needs. */
const staging = [
  'stg_documents',
  'stg_reports',
  'stg_kept_reports',
  'stg_cells',
  'stg_sections',
  'stg_lines',
  'stg_repairs',
  'stg_issues',
  'stg_findings',
  'stg_proposals',
  'stg_claims',
  'stg_divisions',
  'stg_adjacent_cells',
  'stg_panel_findings',
  'stg_jump_findings',
] as const

/** Marts in the order of their needs; a test holds this list to the published tables. */
const marts = [
  'documents',
  'reports',
  'agencies',
  'regions',
  'cells',
  'requests',
  'disclosure',
  'proceedings',
  'sections',
  'lines',
  'repairs',
  'issues',
  'findings',
  'proposals',
  'claims',
] as const

/** A printed number as a count: null where it has decimals or does not fit 32 bits, which a reader in a browser needs. */
const toCount = `
  create macro to_count(number) as
  case when number = trunc(number) and abs(number) <= 2147483647 then cast(number as integer) end`

/** A number as it is written in a message: all its digits, and no decimals where it has none. */
const toShown = `
  create macro to_shown(number) as
  case when number = trunc(number) and abs(number) < 1e15 then cast(cast(number as bigint) as varchar)
  else cast(number as varchar) end`

/** Text of a model or check. */
export function readSql(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), 'utf8')
}

/** Builds every published table from what has been loaded. @throws {Error} naming the model whose columns differ from the codebook */
export async function buildTables(db: DuckDBConnection): Promise<void> {
  await db.run(toCount)
  await db.run(toShown)
  await loadPanelEdits(db)
  for (const name of staging) {
    const kind = name === 'stg_kept_reports' ? 'table' : 'view'
    await db.run(`create ${kind} ${name} as ${await readSql(`models/staging/${name}.sql`)}`)
  }
  for (const name of marts) await buildTable(db, findTable(name))
}

function findTable(name: string): Table {
  const table = tables.find((item) => item.name === name)
  if (!table) throw new RangeError(`Cannot build "${name}": it is not a published table`)
  return table
}

async function buildTable(db: DuckDBConnection, table: Table): Promise<void> {
  const sql = await readSql(`models/marts/${table.name}.sql`)
  const found = (await rowsOf(db, `describe (${sql})`)).map((row) => String(row['column_name']))
  const expected = table.columns.map((column) => column.name)
  if (found.toSorted().join() !== expected.toSorted().join()) {
    throw new Error(
      `Cannot build "${table.name}": the model must select ${expected.join(', ')}; it selects ${found.join(', ')}`,
    )
  }
  const declared = table.columns.map((column) => `${named(column.name)} ${column.type}`).join(', ')
  await db.run(`create table ${named(table.name)} (${declared})`)
  await db.run(`insert into ${named(table.name)} select ${expected.map(named).join(', ')} from (${sql})`)
}
