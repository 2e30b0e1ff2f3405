import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { beforeAll, expect, test } from 'vitest'
import { dataPackageSchema } from '../support/data-package-schema.ts'
import { buildSite, dist } from '../support/site.ts'

interface DataPackage {
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly schema: { readonly fields: readonly { readonly name: string }[]; readonly primaryKey: readonly string[] }
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
    { ...readPackage(), licenses: [{ title: 'no name and no path' }] },
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

test('the data page describes the dataset to search engines, every file with its size and sum', () => {
  for (const page of ['data/index.html', 'en/data/index.html']) {
    const html = readFileSync(join(dist, page), 'utf8')
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    const described = JSON.parse(text)
    expect(described).toMatchObject({ '@context': 'https://schema.org/', '@type': 'Dataset' })
    expect(described.license).toMatch(/creativecommons\.org\/licenses\/by\/4\.0/)
    expect(described.distribution.length).toBeGreaterThan(30)
    for (const file of described.distribution) {
      expect(file).toMatchObject({ '@type': 'DataDownload', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
      expect(existsSync(join(dist, file.contentUrl)), file.contentUrl).toBe(true)
    }
  }
})
