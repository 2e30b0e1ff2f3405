import type { Table } from './tables/column.ts'
import { changes, copies, figures, outcomes, similarities } from './tables/figures.ts'
import { claims, expected, findings, issues, lines, messages, proposals, repairs, sections } from './tables/findings.ts'
import { agencies, cells, documents, regions, reports, wide } from './tables/reports.ts'

export type { ColumnType, Table, TableColumn } from './tables/column.ts'

/** Stands beside the tables of a dataset whose reports are invented; the site of such a dataset says so on each page. */
export const demoMark = 'DEMO.txt'

/** Every published table, in the order in which they are documented. */
export const tables: readonly Table[] = [
  documents,
  reports,
  agencies,
  regions,
  expected,
  cells,
  wide('requests', '每份报告表三每行一行', 'report × row of the table on requests'),
  wide('disclosure', '每份报告表二每行一行', 'report × row of the table on documents and decisions'),
  wide('proceedings', '每份报告表四每行一行', 'report × row of the table on proceedings'),
  sections,
  lines,
  repairs,
  issues,
  findings,
  messages,
  proposals,
  claims,
  outcomes,
  similarities,
  figures,
  copies,
  changes,
]
