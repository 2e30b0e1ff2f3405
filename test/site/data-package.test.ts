import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeAll, expect, test } from 'vitest'
import { dataPackageSchema } from '../support/data-package-schema.ts'
import { buildSite, dist } from '../support/site.ts'

interface ForeignKey {
  readonly fields: readonly string[]
  readonly reference: { readonly resource: string; readonly fields: readonly string[] }
}

interface DataPackage {
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly format: string
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string }[]
      readonly primaryKey: readonly string[]
      readonly foreignKeys?: readonly ForeignKey[]
    }
  }[]
}

const validate = new Ajv({ strict: false, allErrors: true }).compile(dataPackageSchema)
const readPackage = (): DataPackage => JSON.parse(readFileSync(join(dist, 'dataset/datapackage.json'), 'utf8'))

beforeAll(buildSite)

test('the published data package keeps to the standard', () => {
  const found = validate(readPackage())
  expect(validate.errors ?? []).toEqual([])
  expect(found).toBe(true)
})

test('what the standard forbids is not let through', () => {
  const [first, ...rest] = readPackage().resources
  const broken = [
    { ...readPackage(), resources: [] },
    { ...readPackage(), resources: [{ ...first, path: '../up.csv' }, ...rest] },
    { ...readPackage(), resources: [{ ...first, name: undefined }] },
    { ...readPackage(), resources: [{ ...first, schema: { fields: [{ name: 'a', type: 'text' }] } }] },
    { ...readPackage(), resources: [{ ...first, data: [] }, ...rest] },
    { ...readPackage(), resources: [{ ...first, hash: 'sha256:short' }, ...rest] },
    { ...readPackage(), resources: [{ ...first, bytes: 1.5 }, ...rest] },
    { ...readPackage(), resources: [{ ...first, schema: { ...first?.schema, foreignKeys: [{ fields: ['a'] }] } }] },
    { ...readPackage(), licenses: [{ title: 'no name and no path' }] },
    { ...readPackage(), contributors: [{}] },
    { ...readPackage(), $schema: 'https://datapackage.org/profiles/1.0/datapackage.json' },
  ]
  // As a reader gets it: a property without a value is not written.
  expect(broken.map((item) => validate(JSON.parse(JSON.stringify(item))))).toEqual(broken.map(() => false))
})

test('every resource has a name of its own, lies beside the package, and has the fields that its key names', () => {
  const { resources } = readPackage()
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
  for (const { path, schema } of resources) {
    expect(existsSync(join(dist, 'dataset', path)), path).toBe(true)
    const fields = schema.fields.map(({ name }) => name)
    expect(new Set(fields).size, path).toBe(fields.length)
    expect(
      schema.primaryKey.filter((name) => !fields.includes(name)),
      path,
    ).toEqual([])
  }
})

test('a foreign key names fields of its own and the whole key of a resource of the same format', () => {
  const { resources } = readPackage()
  const keys = resources.flatMap((from) => (from.schema.foreignKeys ?? []).map((key) => ({ from, key })))
  expect(keys.length).toBeGreaterThan(20)
  for (const { from, key } of keys) {
    const to = resources.find(({ name }) => name === key.reference.resource)
    expect([to?.format, to?.schema.primaryKey], from.path).toEqual([from.format, key.reference.fields])
    const typeOf = (fields: readonly { readonly name: string; readonly type: string }[] = [], names = key.fields) =>
      names.map((name) => fields.find((field) => field.name === name)?.type)
    expect(typeOf(from.schema.fields), from.path).toEqual(typeOf(to?.schema.fields, key.reference.fields))
  }
})

test('the data page describes the dataset to search engines, every file with its size and sum', () => {
  for (const page of ['data/index.html', 'en/data/index.html']) {
    const html = readFileSync(join(dist, page), 'utf8')
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    const described = JSON.parse(text)
    expect(described).toMatchObject({ '@context': 'https://schema.org/', '@type': 'Dataset' })
    expect(described.license).toMatch(/creativecommons\.org\/licenses\/by\/4\.0/)
    expect(described.distribution.length).toBeGreaterThan(30)
    for (const file of described.distribution) {
      expect(file['@type']).toBe('DataDownload')
      // The bytes of the database are those of one build.
      const sum = file.name.endsWith('.duckdb') ? undefined : expect.stringMatching(/^[0-9a-f]{64}$/)
      expect(file.sha256, file.name).toEqual(sum)
      expect(existsSync(join(dist, file.contentUrl)), file.contentUrl).toBe(true)
    }
  }
})
