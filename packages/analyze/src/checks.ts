import type { DuckDBConnection } from '@duckdb/node-api'
import { type Table, tables } from '@gongkai/schema'
import { codeLists, findCodeList } from './codes.ts'
import { named, quoted, rowsOf } from './database.ts'
import { readSql, tablesOfDataset, tablesOfProvinces } from './models.ts'

/** What a check examined and found. */
export interface CheckResult {
  readonly name: string
  /** `skipped`: it is about reports and there are none. */
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly examined: number
  readonly failed: number
  /** Up to five offenders, sorted. */
  readonly sample: readonly string[]
}

interface Check {
  readonly name: string
  /** Rows the check is about: where these may be none, so may the examined. */
  readonly over: 'reports' | 'dated_reports' | 'findings' | 'documents' | 'divisions'
  readonly sql: string
}

/** Checks of the tables of provinces written as files, and what each is about. */
const checksOfProvinces = {
  every_document_is_published: 'documents',
  every_extracted_has_report: 'reports',
  counts_reconcile: 'reports',
  edits_reconcile: 'reports',
  deadlines_agree: 'reports',
  messages_hold: 'findings',
  only_values_have_numbers: 'reports',
  wide_tables_agree: 'reports',
  outcomes_add_up: 'reports',
  copies_hold: 'reports',
} as const satisfies Readonly<Record<string, Check['over']>>

/** Checks of what only all reports together say. */
const checksOfDataset = {
  expected_agree: 'dated_reports',
  indicators_hold: 'reports',
  peers_hold: 'dated_reports',
  similarities_hold: 'reports',
  regions_known: 'reports',
  region_parents_known: 'divisions',
} as const satisfies Readonly<Record<string, Check['over']>>

/** Checks the tables of the provinces that were built. A check that examined nothing has failed, unless nothing was there to examine. */
export const checkProvinces = (db: DuckDBConnection): Promise<readonly CheckResult[]> =>
  runChecks(db, tablesOfProvinces, checksOfProvinces)

/** Checks what all reports together say, and that no province has a row that another one has. */
export const checkDataset = (db: DuckDBConnection): Promise<readonly CheckResult[]> =>
  runChecks(
    db,
    tables.filter((table) => table.key.length === 1 || tablesOfDataset.includes(table)),
    checksOfDataset,
  )

/** Whether each line of the ledger has its document, whatever became of it. */
export const checkLost = (lines: number, documents: number): CheckResult => ({
  name: 'no_line_is_lost',
  status: lines === 0 ? 'skipped' : lines === documents ? 'passed' : 'failed',
  examined: lines,
  failed: Math.abs(lines - documents),
  sample: [],
})

/** Results of several runs of checks as one: counts of checks of one name are added up. */
export function addUp(results: readonly CheckResult[]): readonly CheckResult[] {
  return [...Map.groupBy(results, ({ name }) => name)].map(([name, found]) => ({
    name,
    status: toStatus(found.map(({ status }) => status)),
    examined: found.reduce((sum, { examined }) => sum + examined, 0),
    failed: found.reduce((sum, { failed }) => sum + failed, 0),
    sample: found.flatMap(({ sample }) => sample).slice(0, 5),
  }))
}

const toStatus = (statuses: readonly CheckResult['status'][]): CheckResult['status'] =>
  (['failed', 'passed'] as const).find((status) => statuses.includes(status)) ?? 'skipped'

async function runChecks(
  db: DuckDBConnection,
  checked: readonly Table[],
  names: Readonly<Record<string, Check['over']>>,
): Promise<readonly CheckResult[]> {
  const files = Object.entries(names).map(async ([name, over]) => ({
    name,
    over,
    sql: await readSql(`checks/${name}.sql`),
  }))
  const checks: readonly Check[] = [uniqueKeys(checked), codesDocumented(checked), ...(await Promise.all(files))]
  const counts = {
    reports: await countRows(db, 'reports'),
    // without a year a report has neither peers nor neighbouring years
    dated_reports: await countRows(db, 'reports', 'year is not null'),
    findings: await countRows(db, 'findings'),
    documents: await countRows(db, 'documents'),
    divisions: Number.POSITIVE_INFINITY,
  }
  const results: CheckResult[] = []
  for (const check of checks) results.push(await runCheck(db, check, counts[check.over] === 0))
  return results
}

async function runCheck(db: DuckDBConnection, check: Check, mayBeEmpty: boolean): Promise<CheckResult> {
  const [row] = await rowsOf(db, check.sql)
  if (!row) throw new Error(`Cannot run check "${check.name}": it must return one row, found none`)
  const examined = Number(row['examined'])
  const failed = Number(row['failed'])
  const sample = Array.isArray(row['sample']) ? row['sample'].map(String) : []
  const status = examined === 0 ? (mayBeEmpty ? 'skipped' : 'failed') : failed > 0 ? 'failed' : 'passed'
  return { name: check.name, status, examined, failed, sample }
}

async function countRows(db: DuckDBConnection, table: string, condition = 'true'): Promise<number> {
  const [row] = await rowsOf(db, `select count(*) as rows from ${named(table)} where ${condition}`)
  return Number(row?.['rows'])
}

/** Every table has its key, never null and never twice; written from the schema so that no table is forgotten. */
function uniqueKeys(checked: readonly Table[]): Check {
  const keys = checked.map((table) => {
    const key = table.key.map(named)
    const id = `concat_ws(' ', ${[quoted(table.name), ...key].join(', ')})`
    const hasNull = key.map((name) => `${name} is null`).join(' or ')
    return `select ${id} as id, ${hasNull} or count(*) > 1 as fails, from ${named(table.name)} group by ${key.join(', ')}`
  })
  return { name: 'keys_are_unique', over: 'documents', sql: judge(keys) }
}

/** Every code published is one that the codebook explains; written from the code lists. */
function codesDocumented(checked: readonly Table[]): Check {
  const used = checked.flatMap((table) => codesOf(table))
  return { name: 'codes_are_documented', over: 'documents', sql: judge(used) }
}

function codesOf(table: Table): readonly string[] {
  return table.columns.flatMap((column) => {
    const list = findCodeList(table.name, column.name)
    if (!list) return []
    const name = named(column.name)
    const codes = Object.keys(codeLists[list]).map(quoted).join(', ')
    const id = `${quoted(`${table.name}.${column.name} `)} || ${name}`
    return [
      `select distinct ${id} as id, ${name} not in (${codes}) as fails, from ${named(table.name)} where ${name} is not null`,
    ]
  })
}

function judge(selects: readonly string[]): string {
  return `
    select
        count(*) as examined,
        count(*) filter (fails) as failed,
        (list(id order by id) filter (fails))[:5] as sample,
    from (${selects.join(' union all ')})`
}
