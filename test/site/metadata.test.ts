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

/** Properties that DCAT-AP 3.0 makes mandatory, by class. */
const mandatory = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
  'dcat:Dataset': ['dct:title', 'dct:description'],
  'dcat:Distribution': ['dcat:accessURL'],
  'foaf:Agent': ['foaf:name'],
  'spdx:Checksum': ['spdx:algorithm', 'spdx:checksumValue'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Every node of a tree. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodesOf)]
}

describe('catalog.jsonld', () => {
  test('has what DCAT-AP 3 makes mandatory, in prefixes that its context declares', () => {
    const catalog = readJson('catalog.jsonld')
    const nodes = nodesOf(catalog).filter((node) => typeof node['@type'] === 'string')
    for (const [type, names] of Object.entries(mandatory)) {
      const own = nodes.filter((node) => node['@type'] === type)
      expect(own.length, type).toBeGreaterThan(0)
      for (const node of own) for (const name of names) expect(node, type).toHaveProperty([name])
    }
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
    const { agency_id, reports } = readJson(path)
    const [first] = reports
    const broken = [
      { reports },
      { agency_id, reports: [{ ...first, outcomes: {} }] },
      { agency_id, reports: [{ ...first, report: { ...first.report, report_id: null } }] },
      { agency_id, reports: [{ ...first, report: { ...first.report, year: '2023' } }] },
      { agency_id, reports: [{ ...first, tables: { requests: { columns: [], rows: { a: ['1'] }, lines: {} } } }] },
    ]
    expect(broken.map((value) => validators.get('agency')?.(value))).toEqual(broken.map(() => false))
    expect(validators.get('list')?.({ columns: ['year'], rows: [] })).toBe(false)
  })
})
