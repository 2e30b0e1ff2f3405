import { readFile } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import {
  fewestPeers,
  firstRegulatedYear,
  foreignWords,
  sentenceEnds,
  shortestSentence,
  smallN,
  type Table,
  tables,
} from '@gongkai/schema'
import { named, quoted, rowsOf } from './database.ts'
import { loadDeclarations } from './declarations.ts'

/**
 * Models of what the reports of some provinces say, from their lines of the ledger alone, in the order of their needs. What
 * begins with `stg_` is staging, with `mark_` an update, all else a published table.
 */
const modelsOfProvinces = [
  'staging/stg_documents',
  'staging/stg_cells',
  'staging/stg_findings',
  'staging/stg_reports',
  'staging/stg_sections',
  'staging/stg_lines',
  'copies/stg_sources',
  'copies/stg_copy_sites',
  'copies/stg_corrections',
  'copies/stg_copies',
  'copies/stg_kept_reports',
  'copies/mark_kept',
  'copies/stg_copy_differences',
  'copies/stg_copy_sentences',
  'copies/stg_copy_issues',
  'staging/stg_repairs',
  'staging/stg_issues',
  'staging/stg_proposals',
  'staging/stg_claims',
  'staging/stg_divisions',
  'staging/stg_listed_agencies',
  'marts/documents',
  'marts/reports',
  'marts/agencies',
  'marts/cells',
  'staging/stg_expected',
  'staging/stg_areas',
  'staging/stg_aggregate_findings',
  'marts/requests',
  'marts/disclosure',
  'marts/proceedings',
  'marts/sections',
  'marts/lines',
  'marts/repairs',
  'marts/issues',
  'staging/stg_adjacent_cells',
  'staging/stg_panel_sides',
  'staging/stg_panel_findings',
  'staging/stg_jump_findings',
  'staging/stg_told_findings',
  'marts/findings',
  'marts/messages',
  'marts/proposals',
  'marts/claims',
  'copies/copies',
  'indicators/stg_numbers',
  'indicators/stg_outcomes',
  'indicators/outcomes',
  'indicators/stg_sentences',
  'indicators/stg_earlier_reports',
  'indicators/stg_report_measures',
  'indicators/stg_quantities',
] as const

/** Models of what only all reports together say, from the tables of the provinces. */
const modelsOfDataset = [
  'staging/stg_divisions',
  'staging/stg_listed_agencies',
  'marts/regions',
  'staging/stg_expected',
  'marts/expected',
  'indicators/stg_numbered_reports',
  'indicators/stg_numbered_sentences',
  'indicators/stg_sentence_matches',
  'indicators/similarities',
  'indicators/stg_earlier_reports',
  'indicators/stg_all_quantities',
  'indicators/stg_indicator_values',
  'indicators/stg_peer_groups',
  'indicators/stg_peer_figures',
  'indicators/stg_peers',
  'indicators/indicators',
  'marts/changes',
] as const

/** Name of a model, without its folder. */
const toName = (path: string): string => path.slice(path.indexOf('/') + 1)

/** Staging that several models read, or that is dear to compute twice. */
const stored: readonly string[] = [
  'stg_reports',
  'stg_copies',
  'stg_copy_differences',
  'stg_copy_issues',
  'stg_kept_reports',
  'stg_outcomes',
  'stg_sentences',
  'stg_quantities',
  'stg_numbered_reports',
  'stg_numbered_sentences',
  'stg_sentence_matches',
  'stg_indicator_values',
  'stg_peers',
]

/** Models that memory could not hold for all reports: stored, and made for a run of reports after another. */
const inRuns: readonly string[] = ['stg_panel_findings', 'stg_jump_findings', 'stg_peer_groups', 'indicators']

/** Reports of a run, where nothing else is said. */
const reportsPerRun = 8_000

/** A printed number as a count: null where it has decimals or does not fit 32 bits, which a reader in a browser needs. */
const toCount = `
  create macro to_count(number) as
  case when number = trunc(number) and abs(number) <= 2147483647 then cast(number as integer) end`

/** A number as it is written in a message: all its digits, and no decimals where it has none. */
const toShown = `
  create macro to_shown(number) as
  case when number = trunc(number) and abs(number) < 1e15 then cast(cast(number as bigint) as varchar)
  else cast(number as varchar) end`

/** A text from shortly before the first sign in which it differs from another one, 30 signs of it. */
const toExcerpt = `
  create macro to_excerpt(text, other) as (
    with signs as (select string_split(text, '') as own, string_split(coalesce(other, ''), '') as others),
    found as (
      select
        own,
        coalesce(list_position(list_transform(list_zip(own, others), lambda pair: pair[1] is not distinct from pair[2]), false), 1)
        as first_no
      from signs
    )
    select
      if(first_no > 9, '…', '') || array_to_string(own[greatest(first_no - 8, 1):first_no + 21], '')
      || if(len(own) > first_no + 21, '…', '')
    from found
  )`

/** Whether a check is a sum edit of 表三 or 表四. */
const isSumEdit = `
  create macro is_sum_edit(check_id) as
  regexp_matches(check_id, '^(T3\\.(BALANCE|RESULTS|APPLICANTS)|T4\\.TOTAL)\\.')`

/** The years of a report and of the one before, in front of what a comparison of both says. */
const toYears = `
  create macro to_years(year) as {
    zh: (year - 1) || ' 年与 ' || year || ' 年报告，',
    en: 'Reports of ' || (year - 1) || ' and ' || year || ': '
  }`

/** The id of a message: a digest of its words. */
const toMessageId = `
  create macro to_message_id(message_zh, message_en) as left(md5(message_zh || chr(10) || message_en), 16)`

/** Whether the Regulations set a body a day to publish by, 国令第711号 Art. 49 and 50; a township has none, nor has an institution. */
const hasDeadline = `
  create macro has_deadline(year, level, body_kind) as
  year >= ${firstRegulatedYear}
  and level in ('national', 'province', 'prefecture', 'county')
  and body_kind in ('government', 'government_office', 'department', 'vertical')`

/** What the schema says of small numbers and of sentences, as constants of the models; and whether a report is of the run. */
const constants = [
  `create macro small_n() as ${smallN}`,
  `create macro fewest_peers() as ${fewestPeers}`,
  `create macro shortest_sentence() as ${shortestSentence}`,
  `create macro sentence_ends() as ${quoted(`[${sentenceEnds}]`)}`,
  `create macro foreign_words() as ${quoted(foreignWords.map(({ pattern }) => pattern).join('|'))}`,
  `create macro is_in_run(report_id) as report_id between getvariable('first_of_run') and getvariable('last_of_run')`,
]

/** Defines the constants of the models. */
export async function defineConstants(db: DuckDBConnection): Promise<void> {
  for (const constant of constants) await db.run(constant)
}

/** Defines what the models compute in several places. */
export async function defineMacros(db: DuckDBConnection): Promise<void> {
  for (const macro of [toCount, toShown, toExcerpt, isSumEdit, toYears, toMessageId, hasDeadline]) await db.run(macro)
}

/** Text of a model or check. */
export function readSql(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), 'utf8')
}

interface Model {
  readonly name: string
  readonly sql: string
  /** Reports of a run. */
  readonly runSize: number
}

/** Tables of what only all reports together say. */
const namesOfDataset: readonly string[] = modelsOfDataset.map(toName)
export const tablesOfDataset: readonly Table[] = tables.filter(({ name }) => namesOfDataset.includes(name))

/** Whether a table holds what the reports of provinces say, each by itself. */
export const isOfProvinces = ({ name }: Table): boolean => !namesOfDataset.includes(name)

/** Tables of what the reports of provinces say. */
export const tablesOfProvinces: readonly Table[] = tables.filter(isOfProvinces)

/** Staging of the provinces that models of the dataset read. */
export const stagingOfProvinces = ['stg_sentences', 'stg_quantities'] as const

/**
 * Builds the tables of the provinces whose lines were loaded.
 *
 * @throws {Error} naming the model whose columns differ from the codebook
 */
export const buildProvinces = (db: DuckDBConnection, runSize = reportsPerRun): Promise<void> =>
  buildTables(db, modelsOfProvinces, runSize)

/**
 * Builds the tables that only all reports together make, from those of all provinces.
 *
 * @throws {Error} naming the model whose columns differ from the codebook
 */
export const buildDataset = (db: DuckDBConnection, runSize = reportsPerRun): Promise<void> =>
  buildTables(db, modelsOfDataset, runSize)

async function buildTables(db: DuckDBConnection, models: readonly string[], runSize: number): Promise<void> {
  for (const path of models) {
    const name = toName(path)
    const sql = await readSql(`models/${path}.sql`)
    if (name.startsWith('mark_')) await db.run(sql)
    else if (name.startsWith('stg_')) await buildStaging(db, path, runSize)
    else await buildTable(db, findTable(name), { name, sql, runSize })
  }
}

/** Defines and loads what models of both kinds use. */
export async function prepareModels(db: DuckDBConnection): Promise<void> {
  await defineMacros(db)
  await defineConstants(db)
  await loadDeclarations(db)
}

function findTable(name: string): Table {
  const table = tables.find((item) => item.name === name)
  if (!table) throw new RangeError(`Cannot build "${name}": it is not a published table`)
  return table
}

/** A view, or a table where several models read it. */
export async function buildStaging(db: DuckDBConnection, path: string, runSize = reportsPerRun): Promise<void> {
  const name = toName(path)
  const sql = await readSql(`models/${path}.sql`)
  if (!inRuns.includes(name)) {
    await db.run(`create or replace ${stored.includes(name) ? 'table' : 'view'} ${name} as ${sql}`)
    return
  }
  await db.run(`create table ${name} as from (${sql}) limit 0`)
  await insertRows(db, { name, sql, runSize })
}

/** All rows at once, or those of a run of reports after another: such a model asks of reports whether they are of the run. */
async function insertRows(db: DuckDBConnection, { name, sql, runSize }: Model): Promise<void> {
  const insert = `insert into ${named(name)} ${sql}`
  if (!inRuns.includes(name)) {
    await db.run(insert)
    return
  }
  for (const { first, last } of await readRuns(db, runSize)) {
    await db.run(`set variable first_of_run = ${quoted(String(first))}`)
    await db.run(`set variable last_of_run = ${quoted(String(last))}`)
    await db.run(insert)
  }
}

/** The first and last id of each run, in the order of ids. */
const readRuns = (db: DuckDBConnection, runSize: number) =>
  rowsOf(
    db,
    `select min(report_id) as first, max(report_id) as last
    from (select report_id, (row_number() over (order by report_id) - 1) // ${runSize} as run from reports)
    group by run
    order by run`,
  )

/** Rows are stored in the order of the key, so that they are sorted once and written twice. */
async function buildTable(db: DuckDBConnection, table: Table, model: Model): Promise<void> {
  const found = (await rowsOf(db, `describe (${model.sql})`)).map((row) => String(row['column_name']))
  const expected = table.columns.map((column) => column.name)
  if (found.toSorted().join() !== expected.toSorted().join()) {
    throw new Error(
      `Cannot build "${table.name}": the model must select ${expected.join(', ')}; it selects ${found.join(', ')}`,
    )
  }
  const declared = table.columns.map((column) => `${named(column.name)} ${column.type}`).join(', ')
  await db.run(`create table ${named(table.name)} (${declared})`)
  const columns = expected.map(named).join(', ')
  const key = table.key.map(named).join(', ')
  await insertRows(db, { ...model, sql: `select ${columns} from (${model.sql}) order by ${key}` })
}
