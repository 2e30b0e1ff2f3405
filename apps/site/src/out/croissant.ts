import { type ColumnType, type Table, type TableColumn, tables } from '@gongkai/schema'
import type { DatasetFile } from '../data/files.ts'
import { type Described, description, title, toAddress } from './catalog.ts'
import { toDatasetCitation } from './cite-dataset.ts'
import { toFileKind } from './media-types.ts'

type Node = Readonly<Record<string, unknown>>

/** The context that the standard gives word for word. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
}

const dataTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'sc:Text',
  INTEGER: 'sc:Integer',
  BIGINT: 'sc:Integer',
  DOUBLE: 'sc:Float',
  BOOLEAN: 'sc:Boolean',
  DATE: 'sc:Date',
  'VARCHAR[]': 'sc:Text',
}

function toFileObject({ name, size, sha256 }: DatasetFile, site: URL | undefined): Node {
  return {
    '@type': 'cr:FileObject',
    '@id': name,
    name,
    contentUrl: toAddress(`/dataset/${name}`, site),
    contentSize: `${size} B`,
    encodingFormat: toFileKind(name).mediaType,
    sha256,
  }
}

/** The table whose whole key a column names, if it is another one. */
function findTarget(table: Table, { name, isLoose }: TableColumn): Table | undefined {
  const target = tables.find(({ key }) => key.length === 1 && key[0] === name)
  return isLoose || target === table ? undefined : target
}

const isParquet = ({ name }: DatasetFile): boolean => name.endsWith('.parquet')

/** Tables that lie in parts: each is a set of files, by the folder that has its name. */
const listParted = (files: readonly DatasetFile[]): readonly string[] =>
  tables.map(({ name }) => name).filter((name) => files.some((file) => file.name.startsWith(`${name}.parquet/`)))

const toFileSet = (table: string): Node => ({
  '@type': 'cr:FileSet',
  '@id': `${table}.parquet`,
  name: `${table}.parquet`,
  encodingFormat: toFileKind('.parquet').mediaType,
  includes: `${table}.parquet/**/*.parquet`,
})

function toField(table: Table, column: TableColumn, isParted: boolean): Node {
  const { name, type, label, unit } = column
  const target = findTarget(table, column)
  return {
    '@type': 'cr:Field',
    '@id': `${table.name}/${name}`,
    name,
    description: `${label.zh} ${label.en}${unit ? ` (${unit})` : ''}`,
    dataType: dataTypes[type],
    ...(type === 'VARCHAR[]' && { repeated: true }),
    ...(target && { references: { field: { '@id': `${target.name}/${name}` } } }),
    source: { [isParted ? 'fileSet' : 'fileObject']: { '@id': `${table.name}.parquet` }, extract: { column: name } },
  }
}

const toRecordSet = (table: Table, isParted: boolean): Node => ({
  '@type': 'cr:RecordSet',
  '@id': table.name,
  name: table.name,
  description: `${table.per.zh} One row per ${table.per.en}`,
  key: table.key.map((name) => ({ '@id': `${table.name}/${name}` })),
  field: table.columns.map((column) => toField(table, column, isParted)),
})

/**
 * The dataset for machine learning: its Parquet files, and each table as a set of records. There is no day of publication
 * before the first release, since the build knows none.
 *
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html
 */
export function toCroissant({ files, version, release, site }: Described): Node {
  const address = toAddress('/data/', site)
  const parted = listParted(files)
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: 'gongkai',
    alternateName: title.zh,
    description: `${description.zh} ${description.en}`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    url: address,
    creator: { '@type': 'sc:Organization', name: 'Gongkai' },
    inLanguage: ['zh-Hans', 'en'],
    citeAs: toDatasetCitation({ title: title.en, release, version, address: site && address }),
    ...(version && { version }),
    ...(release && { datePublished: release }),
    distribution: [...files.filter(isParquet).map((file) => toFileObject(file, site)), ...parted.map(toFileSet)],
    recordSet: tables.map((table) => toRecordSet(table, parted.includes(table.name))),
  }
}
