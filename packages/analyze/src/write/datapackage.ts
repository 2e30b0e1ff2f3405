import { type ColumnType, filesOfTable, type Table, type TableColumn, type TableFormat, tables } from '@gongkai/schema'
import { codeLists, findCodeList } from '../codes.ts'
import type { FileSum } from './files.ts'

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

/** Name of the resource that holds a table in a format. */
const toResourceName = {
  csv: (table: string) => table,
  parquet: (table: string) => `${table}-parquet`,
} as const satisfies Readonly<Record<TableFormat, (table: string) => string>>

/**
 * Describes the written tables as a Data Package v2: one resource per file, sizes in bytes, hashes SHA-256.
 *
 * It names no version and no date: the data version is a digest that covers this file, and the build knows no clock.
 * `fieldsMatch` is left at its default, `exact`: the text of the standard wants a string there, its profile a list.
 *
 * @param sums of the files of all tables
 * @see https://datapackage.org/standard/data-package/
 */
export function toDataPackage(sums: readonly FileSum[]): Readonly<Record<string, unknown>> {
  const names = sums.map(({ name }) => name)
  const sumsOf = (table: Table, format: TableFormat) => {
    const held = filesOfTable(names, table.name, format)
    return sums.filter(({ name }) => held.includes(name))
  }
  const resources = tables.flatMap((table) => [
    toCsvResource(table, sumsOf(table, 'csv')),
    toParquetResource(table, sumsOf(table, 'parquet')),
  ])
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
    contributors: [{ title: 'Gongkai', roles: ['compiler'] }],
    sources: [{ title: '各级行政机关公开发布的政府信息公开工作年度报告' }],
    resources,
  }
}

function toCsvResource(table: Table, sums: readonly FileSum[]) {
  return {
    name: toResourceName.csv(table.name),
    ...common(table, sums),
    format: 'csv',
    ...(sums.every(({ name }) => name.endsWith('.gz')) && { compression: 'gz' }),
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
      header: true,
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminator: '\n',
    },
    schema: toTableSchema(table, 'csv'),
  }
}

function toParquetResource(table: Table, sums: readonly FileSum[]) {
  return {
    name: toResourceName.parquet(table.name),
    ...common(table, sums),
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    schema: toTableSchema(table, 'parquet'),
  }
}

/** A table in parts has a list of paths, and no hash of its own: those of its parts stand in the sums. */
function common(table: Table, sums: readonly FileSum[]) {
  const [first, ...others] = sums
  if (!first) throw new Error(`Cannot describe "${table.name}": no file holds it`)
  const bytes = sums.reduce((sum, file) => sum + file.bytes, 0)
  return {
    type: 'table',
    title: table.per.zh,
    description: `One row per ${table.per.en}`,
    path: others.length > 0 ? sums.map(({ name }) => name) : first.name,
    bytes,
    ...(others.length === 0 && { hash: `sha256:${first.sha256}` }),
  }
}

function toTableSchema(table: Table, format: TableFormat) {
  const foreignKeys = toForeignKeys(table, format)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map((column) => toField(table, column, format)),
    primaryKey: table.key,
    ...(foreignKeys.length > 0 && { foreignKeys }),
    missingValues: [''],
  }
}

/** A column named like the whole key of another table refers to it: `report_id` to `reports`, `path` to `documents`. */
function toForeignKeys(table: Table, format: TableFormat) {
  return table.columns.flatMap(({ name, isLoose }) => {
    if (isLoose) return []
    const target = tables.find(({ key }) => key.length === 1 && key[0] === name)
    if (!target || target === table) return []
    return [{ fields: [name], reference: { resource: toResourceName[format](target.name), fields: [name] } }]
  })
}

function toField(table: Table, column: TableColumn, format: TableFormat) {
  const constraints = toConstraints(table, column)
  const isList = column.type === 'VARCHAR[]'
  return {
    ...describe(column),
    type: isList && format === 'parquet' ? 'array' : fieldTypes[column.type],
    ...(isList && format === 'csv' && { delimiter: ';', itemType: 'string' }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  }
}

function toConstraints({ name: table, key }: Table, { name }: TableColumn) {
  const codes = findCodeList(table, name)
  return {
    ...(key.includes(name) && { required: true }),
    ...(key.length === 1 && key[0] === name && { unique: true }),
    ...(codes && { enum: Object.keys(codeLists[codes]) }),
  }
}

function describe(column: TableColumn) {
  const { name, label, unit, source } = column
  return { name, title: label.zh, description: label.en, ...(unit && { unit }), ...(source && { source }) }
}
