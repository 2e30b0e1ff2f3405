import type { Label } from './forms/types.ts'

/** A file that holds tables of the dataset in another shape, for programs that open one file. */
export interface ExtraFile {
  readonly name: string
  readonly label: Label
}

/** The largest extra file that is published, in bytes: hosts of static sites take 25 MiB. A larger one is left out. */
export const largestExtra = 24 * 1024 * 1024

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
