import type { Label } from './forms/types.ts'

/** A file that holds tables of the dataset in another shape, for programs that open one file. */
export interface ExtraFile {
  readonly name: string
  readonly label: Label
}

/** Every extra file, in the order in which pages offer them. */
export const extraFiles = {
  workbook: {
    name: 'gongkai.xlsx',
    label: {
      zh: '工作簿：报告与办理结果、申请、字段说明、代码、来源（Excel、WPS）',
      en: 'Workbook: reports with outcomes, requests, codebook, codes, sources (Excel, WPS)',
    },
  },
  archive: {
    name: 'gongkai-csv.zip',
    label: { zh: '全部 CSV 打包，附说明', en: 'Every CSV file in one archive, with a README' },
  },
  loader: {
    name: 'load.sql',
    label: {
      zh: '在 DuckDB 中建表并附注释：duckdb gongkai.duckdb < load.sql',
      en: 'Makes the tables in DuckDB, with comments: duckdb gongkai.duckdb < load.sql',
    },
  },
  database: {
    name: 'gongkai.duckdb',
    label: {
      zh: 'DuckDB 数据库，含全部表与注释（内容相同而字节可能不同，不列入 SHA256SUMS）',
      en: 'DuckDB database with all tables and comments (same content, bytes may differ: not in SHA256SUMS)',
    },
  },
} as const satisfies Readonly<Record<string, ExtraFile>>

/** A view of the database: tables joined that are published apart, so that nothing is kept twice. */
export interface View {
  readonly name: string
  readonly label: Label
  readonly sql: string
}

/** Every view that `load.sql` makes. */
export const views: readonly View[] = [
  {
    name: 'finding_texts',
    label: { zh: 'findings 各行附说明', en: 'findings, each with what is said of it' },
    sql: `select findings.* exclude (message_id), message_zh, message_en
from findings
join messages using (message_id)`,
  },
  {
    name: 'section_texts',
    label: { zh: 'sections 各行附正文', en: 'sections, each with its text' },
    sql: `select sections.*, coalesce(string_agg(lines.text, chr(10) order by line), '') as text
from sections
left join lines
    on lines.report_id = sections.report_id
    and lines.section = sections.number
    and lines.line <> sections.first_line
    and lines.kind in ('paragraph', 'table_row')
group by all`,
  },
]
