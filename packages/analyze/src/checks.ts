import type { DuckDBConnection } from '@duckdb/node-api'
import { type Table, tables } from '@gongkai/schema'
import { codeLists, findCodeList } from './codes.ts'
import { named, quoted, rowsOf } from './database.ts'
import { readSql } from './models.ts'

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

/** Checks written as files, and what each is about. */
const checkFiles = {
  every_document_is_published: 'documents',
  every_extracted_has_report: 'reports',
  counts_reconcile: 'reports',
  edits_reconcile: 'reports',
  deadlines_agree: 'reports',
  messages_hold: 'findings',
  only_values_have_numbers: 'reports',
  wide_tables_agree: 'reports',
  expected_agree: 'dated_reports',
  outcomes_add_up: 'reports',
  indicators_hold: 'reports',
  peers_hold: 'dated_reports',
  similarities_hold: 'reports',
  copies_hold: 'reports',
  regions_known: 'reports',
  region_parents_known: 'divisions',
} as const satisfies Readonly<Record<string, Check['over']>>

/** Runs every check. A check that examined nothing has failed, unless nothing was there to examine. */
export async function runChecks(db: DuckDBConnection): Promise<readonly CheckResult[]> {
  const files = Object.entries(checkFiles).map(async ([name, over]) => ({
    name,
    over,
    sql: await readSql(`checks/${name}.sql`),
  }))
  const checks: readonly Check[] = [uniqueKeys(), codesDocumented(), ...(await Promise.all(files))]
  const counts = {
    reports: await countRows(db, 'reports'),
    // without a year a report has neither peers nor neighbouring years
    dated_reports: await countRows(db, 'reports', 'year is not null'),
    findings: await countRows(db, 'findings'),
    documents: await countRows(db, 'raw_documents'),
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
function uniqueKeys(): Check {
  const keys = tables.map((table) => {
    const key = table.key.map(named)
    const id = `concat_ws(' ', ${[quoted(table.name), ...key].join(', ')})`
    const hasNull = key.map((name) => `${name} is null`).join(' or ')
    return `select ${id} as id, ${hasNull} or count(*) > 1 as fails, from ${named(table.name)} group by ${key.join(', ')}`
  })
  return { name: 'keys_are_unique', over: 'divisions', sql: judge(keys) }
}

/** Every code published is one that the codebook explains; written from the code lists. */
function codesDocumented(): Check {
  const used = tables.flatMap((table) => codesOf(table))
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
