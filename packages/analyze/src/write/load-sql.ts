import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { filesOfTable, isPart, type Table, tables, type View, views } from '@gongkai/schema'
import { named, quoted } from '../database.ts'

const head = `-- 在 DuckDB 中建立全部表并附注释。在数据集所在的文件夹运行：duckdb gongkai.duckdb < load.sql
-- Makes every table in DuckDB, with comments, and views that join what is kept apart. Run it in the folder of the dataset: duckdb gongkai.duckdb < load.sql
`

/**
 * Statements that make every published table from its Parquet file, with the codebook as comments.
 *
 * @param names of the files of the dataset
 * @param folder of the files; without one they lie where the statements are run
 */
export function toLoadSql(names: readonly string[], folder = ''): string {
  const statements = [...tables.map((table) => toStatements(table, names, folder)), ...views.map(toViewStatements)]
  return `${head}\nbegin;\n\n${statements.join('\n')}\ncommit;\n`
}

/** Parts are read in the order of their names, and their folders make no column. */
function toSource(table: Table, names: readonly string[], folder: string): string {
  const whole = join(folder, `${table.name}.parquet`)
  const isParted = filesOfTable(names, table.name, 'parquet').some(isPart)
  return isParted ? `read_parquet(${quoted(join(whole, '**/*.parquet'))}, hive_partitioning = false)` : quoted(whole)
}

function toStatements(table: Table, names: readonly string[], folder: string): string {
  const name = named(table.name)
  return [
    `create or replace table ${name} as from ${toSource(table, names, folder)};`,
    `comment on table ${name} is ${quoted(`${table.per.zh}；one row per ${table.per.en}`)};`,
    ...table.columns.map(({ name: column, label, unit }) => {
      const words = `${label.zh}；${label.en}${unit ? ` (${unit})` : ''}`
      return `comment on column ${name}.${named(column)} is ${quoted(words)};`
    }),
    '',
  ].join('\n')
}

const toViewStatements = ({ name, label, sql }: View): string =>
  `create or replace view ${named(name)} as\n${sql};\ncomment on view ${named(name)} is ${quoted(`${label.zh}；${label.en}`)};\n`

/** Makes a database file by those statements, from the Parquet files of a folder. */
export async function writeDatabase(names: readonly string[], folder: string, path: string): Promise<void> {
  const instance = await DuckDBInstance.create(path, { threads: '1', autoinstall_known_extensions: 'false' })
  const connection = await instance.connect()
  try {
    await connection.run(toLoadSql(names, folder))
    await connection.run('checkpoint')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
