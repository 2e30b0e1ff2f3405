import type { Label } from '../forms/types.ts'

/** DuckDB type of a published column. */
export type ColumnType = 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'VARCHAR[]'

/** One published column: what it holds, in which unit, and where it comes from. */
export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
  readonly label: Label
  readonly unit?: string
  readonly source?: string
  /** Named like the key of another table whose row may be absent: no foreign key. */
  readonly isLoose?: true
}

/** One published file. */
export interface Table {
  readonly name: string
  /** What one row stands for. */
  readonly per: Label
  readonly key: readonly string[]
  readonly columns: readonly TableColumn[]
}

type Extra = Pick<TableColumn, 'unit' | 'source'>
export const column =
  (type: ColumnType) =>
  (name: string, zh: string, en: string, extra: Extra = {}): TableColumn => ({
    name,
    type,
    label: { zh, en },
    ...extra,
  })
export const text = column('VARCHAR')
export const integer = column('INTEGER')
export const double = column('DOUBLE')
export const date = column('DATE')
export const flag = column('BOOLEAN')
export const list = column('VARCHAR[]')

export const reportId = text('report_id', '报告编号', 'Report id, <agency_id>-<year>')
export const path = text('path', '文件路径', 'Path of the input file below the corpus folder')
export const regionCode = text('region_code', '行政区划代码', 'Division code', { source: 'GB/T 2260' })
export const year = integer('year', '报告年度', 'Report year')
export const agencyId = text('agency_id', '机关编号', 'Agency id')
export const officialName = text(
  'official_name',
  '规范名称',
  'Agency name with its place as in the list of divisions and its ending in full',
)
export const agencyName = text('agency_name', '机关名称', 'Agency name, longest form printed as the issuer')
export const line = integer('line', '行号', 'Line of the cleaned document, from 1')
export const messageId = text(
  'message_id',
  '说明编号',
  'Message id: it is made of the words, so that it stays while they stay',
)
export const messageZh = text('message_zh', '说明', 'Message in Chinese')
export const messageEn = text('message_en', '英文说明', 'Message in English')
