import type { DuckDBConnection } from '@duckdb/node-api'
import type { CellState, DocumentStatus, IssueCode, ReasonCode, RepairKind } from '@gongkai/schema'
import { type CodeListName, codeLists } from '../codes.ts'
import { named, rowsOf } from '../database.ts'

/** A count for every code of a list, 0 included, in the order of the list. */
export type Counts<Code extends string> = Readonly<Record<Code, number>>

/** The dataset in numbers, for the build's last words and the site's first. */
export interface Summary {
  /** Input files, whatever became of them. */
  readonly files: number
  readonly statuses: Counts<DocumentStatus>
  readonly reasons: Counts<ReasonCode>
  readonly reports: number
  readonly cells: Counts<CellState>
  /** Sum edits that hold by construction (severity `must`); `assessed` includes `failed`. */
  readonly edits: { readonly assessed: number; readonly failed: number; readonly notAssessable: number }
  readonly repairs: Counts<RepairKind>
  readonly issues: Counts<IssueCode>
  /** Date of the release whose peers and changes it holds; null where nothing was released yet. */
  readonly release: string | null
}

/** Counts what has been built. Repairs and cells are those of the reports kept, issues those of every document. */
export async function readSummary(db: DuckDBConnection, release: string | null): Promise<Summary> {
  const [edits = {}] = await rowsOf(
    db,
    `select
        count(*) filter (status <> 'not_assessable') as assessed,
        count(*) filter (status = 'fail') as failed,
        count(*) filter (status = 'not_assessable') as not_assessable,
    from findings
    where is_sum_edit`,
  )
  const [rows = {}] = await rowsOf(
    db,
    'select (select count(*) from documents) as files, (select count(*) from reports) as reports',
  )
  return {
    files: Number(rows['files']),
    statuses: await countCodes(db, 'documents', 'status', 'document_statuses'),
    reasons: await countCodes(db, 'documents', 'reason', 'reason_codes'),
    reports: Number(rows['reports']),
    cells: await countCodes(db, 'cells', 'state', 'cell_states'),
    edits: {
      assessed: Number(edits['assessed']),
      failed: Number(edits['failed']),
      notAssessable: Number(edits['not_assessable']),
    },
    repairs: await countCodes(db, 'repairs', 'kind', 'repair_kinds'),
    issues: await countCodes(db, 'issues', 'code', 'issue_codes'),
    release,
  }
}

async function countCodes<Name extends CodeListName>(
  db: DuckDBConnection,
  table: string,
  column: string,
  list: Name,
): Promise<Counts<keyof (typeof codeLists)[Name] & string>> {
  const rows = await rowsOf(db, `select ${named(column)} as code, count(*) as rows from ${named(table)} group by all`)
  const counts = new Map(rows.map((row) => [row['code'], Number(row['rows'])]))
  const codes = Object.keys(codeLists[list]) as (keyof (typeof codeLists)[Name] & string)[]
  return Object.fromEntries(codes.map((code) => [code, counts.get(code) ?? 0])) as Counts<(typeof codes)[number]>
}
