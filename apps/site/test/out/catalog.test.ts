import { expect, test } from 'vitest'
import { toCatalog } from '../../src/out/catalog.ts'
import { toCroissant } from '../../src/out/croissant.ts'

const described = {
  files: [],
  years: [2023, 2021],
  version: '0123456789ab',
  release: '2025-06-01',
  site: new URL('https://example.org'),
}

test('the catalogue states release, version and years where the site has an address', () => {
  expect(toCatalog(described)['dcat:dataset']).toMatchObject({
    0: {
      '@id': 'https://example.org/data/#dataset',
      'dcat:version': '0123456789ab',
      'dct:issued': { '@type': 'xsd:date', '@value': '2025-06-01' },
      'dct:temporal': { 'dcat:startDate': { '@value': '2021-01-01' }, 'dcat:endDate': { '@value': '2023-12-31' } },
    },
  })
})

test('Croissant has what its standard requires, once there is a release', () => {
  const needed = ['@context', 'conformsTo', 'name', 'description', 'license', 'url', 'creator', 'datePublished']
  const whole = toCroissant(described)
  for (const name of needed) expect(whole).toHaveProperty([name])
  expect(whole).toMatchObject({ '@type': 'sc:Dataset', conformsTo: 'http://mlcommons.org/croissant/1.0' })
})

test('what is not known is left out, never made up', () => {
  const bare = { files: [], years: [], version: undefined, release: null, site: undefined }
  expect(JSON.stringify([toCatalog(bare), toCroissant(bare)])).not.toMatch(
    /datePublished|dct:issued|dct:temporal|"version"|example\.org/,
  )
})

test('a table in parts has each part as a file of its own, and Croissant the set of them', () => {
  const parts = ['lines.parquet/year=2021/part-0001.parquet', 'lines.parquet/year=2023/part-0001.parquet']
  const names = [...parts, 'lines.csv/year=2021/part-0001.csv.gz', 'cells.parquet', 'cells.csv.gz']
  const files = names.map((name) => ({ name, size: 1, sha256: '0'.repeat(64), isSummed: true }))
  const catalog = JSON.stringify(toCatalog({ ...described, files }))
  for (const name of names) expect(catalog.split(`"https://example.org/dataset/${name}"`).length - 1, name).toBe(2)
  const { distribution, recordSet } = toCroissant({ ...described, files })
  expect(distribution).toMatchObject([
    ...[...parts, 'cells.parquet'].map((name) => ({ '@type': 'cr:FileObject', '@id': name })),
    { '@type': 'cr:FileSet', '@id': 'lines.parquet', includes: 'lines.parquet/**/*.parquet' },
  ])
  const sourceOf = (table: string) =>
    (recordSet as readonly { name: string; field: { source: object }[] }[]).find(({ name }) => name === table)?.field[0]
  expect(sourceOf('lines')).toMatchObject({ source: { fileSet: { '@id': 'lines.parquet' } } })
  expect(sourceOf('cells')).toMatchObject({ source: { fileObject: { '@id': 'cells.parquet' } } })
})
