import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectLicences, toFile } from '../tools/licences/collect.ts'

const root = join(import.meta.dirname, '..')
const written = readFileSync(join(root, 'apps/site/public/licences.txt'), 'utf8')

test('the site serves the licences of all that it ships; npm run licences writes them', async () => {
  expect(written).toBe(toFile(await collectLicences()))
}, 60_000)

test.each([
  ['a library in the bundle', /^cheerio \S+ \(MIT\)$/m],
  ['the reader of containers', /^cfb \S+ \(Apache-2\.0\)$/m],
  ['the library of PDF', /^pdfjs-dist \S+ \(Apache-2\.0\)$/m],
  ['its tables of characters', /^\[pdfjs-dist\/cmaps\/LICENSE\]$/m],
  ['its fonts', /^\[pdfjs-dist\/standard_fonts\/LICENSE_FOXIT\]$/m],
  ['its decoders', /^\[pdfjs-dist\/wasm\/LICENSE_OPENJPEG\]$/m],
  ['the small engine of SQL', /^squirreling \S+ \(MIT\)$/m],
  ['the large one', /^@duckdb\/duckdb-wasm 1\.28\.0 \(MIT\)$/m],
  ['whose package lends the text', /^\[@duckdb\/node-bindings\/LICENSE\]$/m],
  ['data that tables were made of', /^opencc-js \S+ \(/m],
])('%s is named', (_, sign) => {
  expect(written).toMatch(sign)
})

test('nothing ships without a licence', async () => {
  const licences = await collectLicences()
  expect(licences.length).toBeGreaterThan(15)
  expect(licences.filter(({ licence, texts }) => licence === 'unknown' && texts.length === 0)).toEqual([])
}, 60_000)
