import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { type Table, tables } from '@gongkai/schema'
import { named, quoted } from '../database.ts'

const head = `-- 在 DuckDB 中建立全部表并附注释。在数据集所在的文件夹运行：duckdb gongkai.duckdb < load.sql
-- Makes every table in DuckDB, with comments. Run it in the folder of the dataset: duckdb gongkai.duckdb < load.sql
`

/**
 * Statements that make every published table from its Parquet file, with the codebook as comments.
 *
 * @param folder of the files; without one they lie where the statements are run
 */
export function toLoadSql(folder = ''): string {
  return `${head}\nbegin;\n\n${tables.map((table) => toStatements(table, folder)).join('\n')}\ncommit;\n`
}

function toStatements(table: Table, folder: string): string {
  const name = named(table.name)
  return [
    `create or replace table ${name} as from ${quoted(join(folder, `${table.name}.parquet`))};`,
    `comment on table ${name} is ${quoted(`${table.per.zh}；one row per ${table.per.en}`)};`,
    ...table.columns.map(({ name: column, label, unit }) => {
      const words = `${label.zh}；${label.en}${unit ? ` (${unit})` : ''}`
      return `comment on column ${name}.${named(column)} is ${quoted(words)};`
    }),
    '',
  ].join('\n')
}

/** Makes a database file by those statements, from the Parquet files of a folder. */
export async function writeDatabase(folder: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path, { threads: '1', autoinstall_known_extensions: 'false' })
  const connection = await instance.connect()
  try {
    await connection.run(toLoadSql(folder))
    await connection.run('checkpoint')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
