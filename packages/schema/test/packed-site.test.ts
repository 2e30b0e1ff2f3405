import { expect, test } from 'vitest'
import { readPackedSite } from '../src/index.ts'

const site = { version: '0123456789ab', bucketCount: 3, fileCount: 200 }

test('what a site says of its packs is read', () => {
  expect(readPackedSite(JSON.stringify(site))).toEqual(site)
})

test.each([
  ['no version', { ...site, version: undefined }],
  ['a version that leads elsewhere', { ...site, version: '../../../etc' }],
  ['no bucket', { ...site, bucketCount: 0 }],
  ['half a bucket', { ...site, bucketCount: 1.5 }],
  ['a list', []],
])('%s is refused, and what was found is quoted', (_, value) => {
  expect(() => readPackedSite(JSON.stringify(value))).toThrow(/^Cannot read the packs: ".*" does not name/)
})
