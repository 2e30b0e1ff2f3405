import { type ColumnType, type Table, type TableColumn, tables } from '@gongkai/schema'
import { codeLists, findCodeList } from '../codes.ts'
import { type FileSum, readFileSum } from './files.ts'

/** Field types of Table Schema. A list is text joined with `;` in CSV. */
const fieldTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'string',
  INTEGER: 'integer',
  BIGINT: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  'VARCHAR[]': 'list',
}

/**
 * Describes the written tables as a Data Package v2: one resource per file, sizes in bytes, hashes SHA-256.
 *
 * @see https://datapackage.org/standard/data-package/
 */
export async function readDataPackage(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const resources: unknown[] = []
  for (const table of tables) {
    resources.push(toCsvResource(table, await readFileSum(folder, `${table.name}.csv`)))
    resources.push(toParquetResource(table, await readFileSum(folder, `${table.name}.parquet`)))
  }
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'gongkai',
    title: 'Chinese government information disclosure reports',
    description: '政府信息公开工作年度报告：表二、表三、表四及正文。See codebook.json for every column and code.',
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'Creative Commons Attribution 4.0',
      },
    ],
    keywords: ['政府信息公开', 'freedom of information', 'China', 'open data'],
    resources,
  }
}

function toCsvResource(table: Table, sum: FileSum) {
  return {
    name: table.name,
    ...common(table, sum),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      delimiter: ',',
      lineTerminator: '\n',
    },
    schema: toTableSchema(table, (column) => toField(table, column)),
  }
}

function toParquetResource(table: Table, sum: FileSum) {
  const field = (column: TableColumn) =>
    column.type === 'VARCHAR[]' ? { ...describe(column), type: 'array' } : toField(table, column)
  return {
    name: `${table.name}-parquet`,
    ...common(table, sum),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    schema: toTableSchema(table, field),
  }
}

function common(table: Table, sum: FileSum) {
  return {
    type: 'table',
    title: table.per.zh,
    description: `One row per ${table.per.en}`,
    path: sum.name,
    bytes: sum.bytes,
    hash: `sha256:${sum.sha256}`,
  }
}

function toTableSchema(table: Table, toFieldOf: (column: TableColumn) => unknown) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map(toFieldOf),
    primaryKey: table.key,
    missingValues: [''],
  }
}

function toField(table: Table, column: TableColumn) {
  const codes = findCodeList(table.name, column.name)
  return {
    ...describe(column),
    type: fieldTypes[column.type],
    ...(column.type === 'VARCHAR[]' && { delimiter: ';', itemType: 'string' }),
    ...(codes && { constraints: { enum: Object.keys(codeLists[codes]) } }),
  }
}

function describe(column: TableColumn) {
  const { name, label, unit, source } = column
  return { name, title: label.zh, description: label.en, ...(unit && { unit }), ...(source && { source }) }
}
