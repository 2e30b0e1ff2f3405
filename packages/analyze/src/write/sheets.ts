import type { DuckDBConnection } from '@duckdb/node-api'
import { outcomeGroups, type Table, type TableColumn, tables } from '@gongkai/schema'
import { codeLists } from '../codes.ts'
import { named, quoted, rowsOf } from '../database.ts'
import { toCodebook } from './codebook.ts'
import { toInert } from './csv-field.ts'

/** A value of a sheet. Text is text, whatever it looks like; null is an empty cell. */
export type SheetValue = string | number | boolean | null

/** One sheet of the workbook: its head, then its rows. */
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly SheetValue[])[]
}

const about: readonly (readonly [string, string])[] = [
  ['公开年报 Gongkai', 'Chinese government information disclosure reports'],
  ['许可 Licence', 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/'],
  ['reports', '每份报告一行，附各类办理结果的件数与占比 One row a report, with count and share of each outcome'],
  ['requests', '表三，每份报告每行一行 表三, one row per report and row of the table'],
  ['codebook', '各表字段的说明 Every column of every table explained'],
  ['codes', '代码的含义 What each code means'],
  ['sources', '每个输入文件一行，附原始网址 One row an input file, with the address it came from'],
  [
    '空单元格 Empty cell',
    '没有读出数字，不等于 0；原因见数据集的 cells 表 No number was read, which is not 0; the table cells of the dataset says why',
  ],
  [
    '撇号 Apostrophe',
    '会被表格软件当作公式的文字前加撇号 Stands before words that a spreadsheet would run as a formula',
  ],
]

/** A workbook of more cells would be larger than hosts take, and would need gigabytes to be written. */
const mostCells = 2_000_000

/** The sheets of the workbook, in their order; undefined where they would hold too much for one. */
export async function readSheets(db: DuckDBConnection): Promise<readonly Sheet[] | undefined> {
  let cells = 0
  for (const name of ['reports', 'requests', 'documents']) {
    const [row] = await rowsOf(db, `select count(*) as rows from ${named(name)}`)
    cells += Number(row?.['rows']) * findTable(name).columns.length
  }
  if (cells > mostCells) return undefined
  return [
    { name: 'about', head: ['项目 Item', '说明 Meaning'], rows: about },
    await readReportSheet(db),
    await readTableSheet(db, 'requests', findTable('requests')),
    toCodebookSheet(),
    toCodeSheet(),
    await readTableSheet(db, 'sources', findTable('documents')),
  ]
}

function findTable(name: string): Table {
  const table = tables.find((item) => item.name === name)
  if (!table) throw new RangeError(`Cannot write the workbook: the schema declares no table "${name}"`)
  return table
}

/** Every report with count and share of each group of results: `granted_request_count`, `granted_share`, and so on. */
async function readReportSheet(db: DuckDBConnection): Promise<Sheet> {
  const table = findTable('reports')
  const outcomes = Object.keys(outcomeGroups).flatMap((group) =>
    ['request_count', 'share'].map((name) => ({
      name: `${group}_${name}`,
      sql: `(select any_value(${named(name)}) from outcomes as o where o.report_id = source.report_id and o.group_id = ${quoted(group)})`,
    })),
  )
  const fields = [...table.columns.map(toField), ...outcomes]
  return { name: 'reports', head: fields.map(({ name }) => name), rows: await readRows(db, table, fields) }
}

async function readTableSheet(db: DuckDBConnection, name: string, table: Table): Promise<Sheet> {
  const fields = table.columns.map(toField)
  return { name, head: fields.map((field) => field.name), rows: await readRows(db, table, fields) }
}

interface Field {
  readonly name: string
  readonly sql: string
}

/** A column as a sheet holds it: a text as in CSV, a day as text, a size as a number of 53 bits. */
function toField({ name, type }: TableColumn): Field {
  const field = `source.${named(name)}`
  if (type === 'VARCHAR') return { name, sql: toInert(field) }
  if (type === 'VARCHAR[]') return { name, sql: toInert(`array_to_string(${field}, ';')`) }
  if (type === 'DATE') return { name, sql: `strftime(${field}, '%Y-%m-%d')` }
  return { name, sql: type === 'BIGINT' ? `cast(${field} as double)` : field }
}

async function readRows(db: DuckDBConnection, table: Table, fields: readonly Field[]) {
  const list = fields.map(({ name, sql }) => `${sql} as ${named(name)}`)
  const keys = table.key.map((key) => `source.${named(key)}`)
  const sql = `select ${list.join(', ')} from ${named(table.name)} as source order by ${keys.join(', ')}`
  const rows = await rowsOf(db, sql)
  return rows.map((row) => fields.map(({ name }) => row[name] as SheetValue))
}

function toCodebookSheet(): Sheet {
  const rows = toCodebook().tables.flatMap((table) =>
    table.columns.map(({ name, type, label, unit, source, codes }): readonly SheetValue[] => [
      ...[table.name, name, type, label.zh, label.en, unit ?? null, source ?? null, codes ?? null],
    ]),
  )
  return {
    name: 'codebook',
    head: ['table', 'column', 'type', 'label_zh', 'label_en', 'unit', 'source', 'codes'],
    rows,
  }
}

function toCodeSheet(): Sheet {
  const rows = Object.entries(codeLists).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, label]): readonly SheetValue[] => [list, code, label.zh, label.en]),
  )
  return { name: 'codes', head: ['codes', 'code', 'label_zh', 'label_en'], rows }
}
