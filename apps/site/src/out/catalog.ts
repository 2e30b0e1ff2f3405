import { filesOfTable, type Table, tables } from '@gongkai/schema'
import type { DatasetFile } from '../data/files.ts'
import { href } from '../site/href.ts'
import { toFileKind } from './media-types.ts'

/** What the descriptions of the dataset for machines say of it. */
export interface Described {
  readonly files: readonly DatasetFile[]
  /** Report years held, newest first. */
  readonly years: readonly number[]
  readonly version: string | undefined
  /** Day of the release; null where nothing was released yet. */
  readonly release: string | null
  /** Where the site is published, if the builder said so; addresses are relative otherwise. */
  readonly site: URL | undefined
}

type Node = Readonly<Record<string, unknown>>

const eu = 'http://publications.europa.eu/resource/authority'
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

export const title = {
  zh: '政府信息公开年度报告数据',
  en: 'Chinese government information disclosure reports',
} as const
export const description = {
  zh: '政府信息公开工作年度报告的三张法定表格、正文、勾稽关系核对结果，逐格附状态与出处。',
  en: 'The statutory tables of yearly disclosure reports, cell by cell, with state, source line and checked sums.',
} as const

/** Full address of a path of the site, relative where the site has none. */
export const toAddress = (path: string, site: URL | undefined): string =>
  site ? new URL(href(path), site).href : href(path)

const link = (id: string): Node => ({ '@id': id })
const words = (label: { readonly zh: string; readonly en: string }): readonly Node[] => [
  { '@language': 'zh-Hans', '@value': label.zh },
  { '@language': 'en', '@value': label.en },
]
const typed = (type: string, value: string | number): Node => ({ '@type': type, '@value': String(value) })
const publisher = { '@type': 'foaf:Agent', 'foaf:name': 'Gongkai' }

function toDistribution({ name, size, sha256, isSummed }: DatasetFile, site: URL | undefined): Node {
  const { mediaType, euType, isRegistered } = toFileKind(name)
  const address = toAddress(`/dataset/${name}`, site)
  return {
    '@type': 'dcat:Distribution',
    '@id': address,
    'dct:title': name,
    'dcat:accessURL': link(toAddress('/data/', site)),
    'dcat:downloadURL': link(address),
    'dct:license': link(`${eu}/licence/CC_BY_4_0`),
    ...(euType && { 'dct:format': link(`${eu}/file-type/${euType}`) }),
    ...(isRegistered && { 'dcat:mediaType': link(`https://www.iana.org/assignments/media-types/${mediaType}`) }),
    ...(isSummed && {
      'dcat:byteSize': typed('xsd:nonNegativeInteger', size),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': link('spdx:checksumAlgorithm_sha256'),
        'spdx:checksumValue': typed('xsd:hexBinary', sha256),
      },
    }),
  }
}

const isOf =
  ({ name }: Table) =>
  (file: DatasetFile) =>
    (['csv', 'parquet'] as const).some((format) => filesOfTable([file.name], name, format).length > 0)

function toTableDataset(table: Table, { files, site }: Described): Node {
  return {
    '@type': 'dcat:Dataset',
    '@id': `${toAddress('/data/', site)}#table-${table.name}`,
    'dct:identifier': table.name,
    'dct:title': words({ zh: `${title.zh}：${table.name}`, en: `${title.en}: ${table.name}` }),
    'dct:description': words({ zh: table.per.zh, en: `One row per ${table.per.en}` }),
    'dct:publisher': publisher,
    'dcat:distribution': files.filter(isOf(table)).map((file) => toDistribution(file, site)),
  }
}

function toWholeDataset(described: Described, parts: readonly Node[]): Node {
  const { files, years, version, release, site } = described
  const [last, first] = [years.at(0), years.at(-1)]
  const rest = files.filter((file) => !tables.some((table) => isOf(table)(file)))
  return {
    '@type': 'dcat:Dataset',
    '@id': `${toAddress('/data/', site)}#dataset`,
    'dct:title': words(title),
    'dct:description': words(description),
    'dct:publisher': publisher,
    'dct:language': [link(`${eu}/language/ZHO`), link(`${eu}/language/ENG`)],
    'dct:spatial': link(`${eu}/country/CHN`),
    'dct:accrualPeriodicity': link(`${eu}/frequency/IRREG`),
    'dcat:theme': link(`${eu}/data-theme/GOVE`),
    'dcat:keyword': [...words({ zh: '政府信息公开', en: 'freedom of information' })],
    'dcat:landingPage': link(toAddress('/data/', site)),
    ...(version && { 'dcat:version': version }),
    ...(release && { 'dct:issued': typed('xsd:date', release) }),
    ...(first !== undefined && {
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': typed('xsd:date', `${first}-01-01`),
        'dcat:endDate': typed('xsd:date', `${last}-12-31`),
      },
    }),
    'dct:hasPart': parts.map((part) => link(String(part['@id']))),
    'dcat:distribution': rest.map((file) => toDistribution(file, site)),
  }
}

/**
 * The catalogue of this site: the dataset as a whole, and each table as a part of it with its files.
 *
 * @see https://semiceu.github.io/DCAT-AP/releases/3.0.0/
 */
export function toCatalog(described: Described): Node {
  const parts = tables.map((table) => toTableDataset(table, described))
  return {
    '@context': context,
    '@type': 'dcat:Catalog',
    '@id': toAddress('/catalog.jsonld', described.site),
    'dct:conformsTo': link('http://data.europa.eu/r5r/'),
    'dct:title': words(title),
    'dct:description': words(description),
    'dct:publisher': publisher,
    'dct:license': link(`${eu}/licence/CC_BY_4_0`),
    'foaf:homepage': link(toAddress('/', described.site)),
    'dcat:dataset': [toWholeDataset(described, parts), ...parts],
  }
}
