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
