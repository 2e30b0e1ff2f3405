import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tables } from '@gongkai/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonFiles } from '../../apps/site/src/out/json-schemas.ts'
import { listFiles } from '../support/pages.ts'
import { buildSite, dist } from '../support/site.ts'

type Node = Readonly<Record<string, unknown>>

const readJson = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'))
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value : [value]) as readonly Node[]
beforeAll(buildSite)

/**
 * Shapes of DCAT-AP 3.0, by class: properties that must be there, those of which there is one at most, and those whose
 * value is a node or an address and no text.
 *
 * @see https://github.com/SEMICeu/DCAT-AP/blob/master/releases/3.0.0/shacl/dcat-ap-SHACL.ttl
 */
const dcatShapes: Readonly<Record<string, Shape>> = {
  'dcat:Catalog': {
    needed: ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
    single: ['dct:publisher', 'dct:license', 'foaf:homepage'],
    nodes: ['dct:publisher', 'dct:license', 'foaf:homepage', 'dcat:dataset', 'dct:conformsTo'],
  },
  'dcat:Dataset': {
    needed: ['dct:title', 'dct:description'],
    single: ['dct:publisher', 'dct:accrualPeriodicity', 'dct:issued', 'dcat:version'],
    nodes: ['dct:publisher', 'dct:language', 'dct:spatial', 'dct:temporal', 'dcat:theme', 'dcat:landingPage'],
  },
  'dcat:Distribution': {
    needed: ['dcat:accessURL'],
    single: ['dct:license', 'dct:format', 'dcat:mediaType', 'dcat:byteSize', 'spdx:checksum'],
    nodes: ['dcat:accessURL', 'dcat:downloadURL', 'dct:license', 'dct:format', 'dcat:mediaType', 'spdx:checksum'],
  },
  'dct:PeriodOfTime': { needed: [], single: ['dcat:startDate', 'dcat:endDate'], nodes: [] },
  'foaf:Agent': { needed: ['foaf:name'], single: [], nodes: [] },
  'spdx:Checksum': {
    needed: ['spdx:algorithm', 'spdx:checksumValue'],
    single: ['spdx:algorithm', 'spdx:checksumValue'],
    nodes: ['spdx:algorithm'],
  },
}

/**
 * What Croissant 1.0 asks of each class. The day of publication is missing until there is a release.
 *
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html
 */
const croissantShapes: Readonly<Record<string, Shape>> = {
  'sc:Dataset': {
    needed: ['name', 'description', 'license', 'url', 'creator', 'conformsTo', 'distribution', 'recordSet'],
    single: ['name', 'description', 'url', 'conformsTo', 'version'],
    nodes: ['creator', 'distribution', 'recordSet'],
  },
  'cr:FileObject': {
    needed: ['@id', 'name', 'contentUrl', 'encodingFormat', 'sha256'],
    single: ['name', 'contentUrl', 'contentSize', 'sha256'],
    nodes: [],
  },
  'cr:RecordSet': { needed: ['@id', 'name', 'field', 'key'], single: ['name', 'description'], nodes: ['field', 'key'] },
  'cr:Field': {
    needed: ['@id', 'name', 'dataType', 'source'],
    single: ['name', 'description', 'source', 'references'],
    nodes: ['source', 'references'],
  },
}

interface Shape {
  readonly needed: readonly string[]
  readonly single: readonly string[]
  readonly nodes: readonly string[]
}

/** What nodes of a document have against the shapes of their classes; each class must be there. */
function findFaults(document: unknown, shapes: Readonly<Record<string, Shape>>): readonly string[] {
  const nodes = nodesOf(document)
  return Object.entries(shapes).flatMap(([type, { needed, single, nodes: linked }]) => {
    const own = nodes.filter((node) => node['@type'] === type)
    if (own.length === 0) return [`no ${type}`]
    return own.flatMap((node) => [
      ...needed.filter((name) => list(node[name] ?? []).length === 0).map((name) => `${type} lacks ${name}`),
      ...single.filter((name) => list(node[name] ?? []).length > 1).map((name) => `${type} has ${name} twice`),
      ...linked
        .filter((name) => list(node[name] ?? []).some((value) => typeof value !== 'object'))
        .map((name) => `${type} has text for ${name}`),
    ])
  })
}

/** Every node of a tree. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodesOf)]
}

describe('catalog.jsonld', () => {
  test('keeps to the shapes of DCAT-AP 3', () => {
    const catalog = readJson('catalog.jsonld')
    expect(findFaults(catalog, dcatShapes)).toEqual([])
    const { 'dct:title': _, ...untitled } = catalog
    expect(findFaults(untitled, dcatShapes)).toEqual(['dcat:Catalog lacks dct:title'])
    const twice = { ...catalog, 'dct:license': [catalog['dct:license'], 'CC BY 4.0'] }
    expect(findFaults(twice, dcatShapes)).toEqual([
      'dcat:Catalog has dct:license twice',
      'dcat:Catalog has text for dct:license',
    ])
  })

  test('has names in prefixes that its context declares', () => {
    const catalog = readJson('catalog.jsonld')
    const nodes = nodesOf(catalog).filter((node) => typeof node['@type'] === 'string')
    const names = nodes.flatMap((node) => Object.keys(node)).filter((name) => !/^@|^\w+$/.test(name))
    const prefixes = new Set(names.map((name) => name.split(':')[0]))
    expect([...prefixes].toSorted()).toEqual(['dcat', 'dct', 'foaf', 'spdx'])
    for (const prefix of prefixes) expect(catalog['@context']).toHaveProperty(String(prefix))
  })

  test('names each table as a part of the dataset, and each published file once', () => {
    const [whole, ...parts] = list(readJson('catalog.jsonld')['dcat:dataset'])
    expect(list(whole?.['dct:hasPart']).map((part) => part['@id'])).toEqual(parts.map((part) => part['@id']))
    expect(parts.map((part) => part['dct:identifier'])).toEqual(tables.map(({ name }) => name))
    const files = [whole, ...parts].flatMap((part) => list(part?.['dcat:distribution']))
    const named = files.map((file) => String(file['dct:title']))
    expect(named.toSorted()).toEqual([...listFiles(join(dist, 'dataset'))].toSorted())
  })
})

describe('croissant.json', () => {
  test('keeps to the shapes of Croissant 1.0, in terms that its context declares', () => {
    const croissant = readJson('croissant.json')
    expect(findFaults(croissant, croissantShapes)).toEqual([])
    const { '@context': context, ...rest } = croissant
    const terms = new Set(nodesOf(rest).flatMap((node) => Object.keys(node)))
    const schemaOrg = [
      ...['alternateName', 'contentSize', 'contentUrl', 'creator', 'datePublished', 'description', 'distribution'],
      ...['encodingFormat', 'inLanguage', 'license', 'name', 'sha256', 'url', 'version'],
    ]
    const known = new Set(['@id', '@type', ...Object.keys(context), ...schemaOrg])
    expect([...terms].filter((term) => !known.has(term))).toEqual([])
  })

  test('has a file and a set of records for each table, whose fields are its columns', () => {
    const { distribution, recordSet } = readJson('croissant.json')
    const files = new Set(list(distribution).map((file) => file['@id']))
    expect(files.size).toBe(tables.length)
    for (const file of list(distribution)) {
      expect(file).toMatchObject({ '@type': 'cr:FileObject', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
      expect(existsSync(join(dist, String(file['contentUrl']))), String(file['@id'])).toBe(true)
    }
    const ids = new Set(list(recordSet).flatMap((set) => list(set['field']).map((field) => field['@id'])))
    for (const [index, { name, columns, key }] of tables.entries()) {
      const set = list(recordSet)[index]
      expect(set?.['@id']).toBe(name)
      expect(list(set?.['key']).map((one) => one['@id'])).toEqual(key.map((one) => `${name}/${one}`))
      expect(list(set?.['field']).map((field) => field['name'])).toEqual(columns.map((column) => column.name))
    }
    const inside = nodesOf(recordSet).filter((node) => 'fileObject' in node || 'references' in node)
    expect(inside.length).toBeGreaterThan(100)
    for (const node of inside) {
      if ('fileObject' in node) expect(files).toContain((node['fileObject'] as Node)['@id'])
      if ('references' in node) expect(ids).toContain(((node['references'] as Node)['field'] as Node)['@id'])
    }
  })
})

describe('the JSON files', () => {
  const ajv = new Ajv2020({ strict: false })
  const validators = new Map(jsonFiles.map(({ name, schema }) => [name, ajv.compile(schema)]))
  test.each([
    ['agency', /^agency\/.*\.json$/],
    ['list', /^(?:region|year)\/.*\.json$/],
  ])('of the family %s keep to the schema that is published', (name, pattern) => {
    expect(readJson(`data/json/${name}.schema.json`)).toEqual(jsonFiles.find((file) => file.name === name)?.schema)
    const paths = listFiles(dist, '.json').filter((path) => pattern.test(path))
    expect(paths.length).toBeGreaterThan(3)
    const validate = validators.get(name)
    for (const path of paths) {
      validate?.(readJson(path))
      expect(validate?.errors ?? [], path).toEqual([])
    }
  })

  test('that have another shape are refused', () => {
    const [path = ''] = listFiles(dist, '.json').filter((file) => file.startsWith('agency/'))
    const { agency_id, data_version, reports } = readJson(path)
    const [first] = reports
    const broken = [
      { agency_id, reports },
      { agency_id, data_version: 'v1', reports },
      { data_version, reports },
      { agency_id, data_version, reports: [{ ...first, outcomes: {} }] },
      { agency_id, data_version, reports: [{ ...first, report: { ...first.report, report_id: null } }] },
      { agency_id, data_version, reports: [{ ...first, report: { ...first.report, year: '2023' } }] },
      {
        agency_id,
        data_version,
        reports: [{ ...first, tables: { requests: { columns: [], rows: { a: ['1'] }, lines: {} } } }],
      },
    ]
    expect(broken.map((value) => validators.get('agency')?.(value))).toEqual(broken.map(() => false))
    expect(validators.get('list')?.({ columns: ['year'], rows: [] })).toBe(false)
  })
})
