import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extraFiles, tables } from '@gongkai/schema'
import { beforeAll, expect, test } from 'vitest'
import { toDatasetBibtex, toDatasetCitation } from '../../apps/site/src/out/cite-dataset.ts'
import { toSnippets } from '../../apps/site/src/out/snippets.ts'
import { query } from '../../packages/analyze/test/fixtures.ts'
import { readCsv } from '../support/csv.ts'
import { findElements, toWords } from '../support/html.ts'
import { listFiles } from '../support/pages.ts'
import { buildSite, dist } from '../support/site.ts'

const pages = ['data/index.html', 'en/data/index.html']
const read = (path: string) => readFileSync(join(dist, path), 'utf8')
const readTable = (name: string) => readCsv(read(`dataset/${name}.csv`))

beforeAll(buildSite)

test('the DuckDB snippet answers over a local folder, and the one for R asks the same', async () => {
  const snippets = toSnippets(join(dist, 'dataset'))
  const [duckdb, r] = ['duckdb', 'r'].map((id) => snippets.find((snippet) => snippet.id === id)?.code ?? '')
  const received = readTable('requests').filter((row) => row['row_id'] === 'new_received')
  const rows = await query(dist, duckdb ?? '')
  expect(rows).toHaveLength(Math.min(10, received.length))
  expect(rows[0]?.['received']).toBe(Math.max(...received.map((row) => Number(row['total']))))
  expect(r).toContain(duckdb?.replace(/;$/, ''))
})

test.each(['pandas', 'polars'])('the snippet for %s names columns and files that are there', (id) => {
  const code = toSnippets('https://example.org/dataset').find((snippet) => snippet.id === id)?.code ?? ''
  expect(code).toContain('base = "https://example.org/dataset"')
  const files = [...code.matchAll(/\{base\}\/(\w+)\.parquet/g)].map(([, name]) => name)
  expect(files).toEqual(['requests', 'reports'])
  const columns = new Set(files.flatMap((name) => tables.find((table) => table.name === name)?.columns ?? []))
  const names = new Set([...columns].map(({ name }) => name))
  for (const name of ['row_id', 'total', 'report_id', 'agency_name', 'year']) {
    expect(code).toContain(`"${name}"`)
    expect(names).toContain(name)
  }
})

test.each(pages)('%s shows how many rows each table has, and the first five as they are in the file', (path) => {
  const books = findElements(read(path), 'details').filter(({ attributes }) => attributes['id']?.startsWith('table-'))
  expect(books).toHaveLength(tables.length)
  for (const [index, { name, columns }] of tables.entries()) {
    const rows = readTable(name)
    const { inner = '' } = books[index] ?? {}
    const [summary = ''] = inner.split('</summary>')
    const count = `${rows.length.toLocaleString('en-US')} ${path.startsWith('en') ? 'rows' : '行'} × ${columns.length} `
    expect(toWords(summary), name).toContain(count)
    const [first] = findElements(inner, 'table')
    const shown = findElements(findElements(first?.inner ?? '', 'tbody')[0]?.inner ?? '', 'tr')
    expect(shown, name).toHaveLength(rows.length === 0 ? columns.length : Math.min(5, rows.length))
    if (rows.length === 0) continue
    const cells = findElements(shown[0]?.inner ?? '', 'td').map(({ inner: text }) => toWords(text).replace(/…$/, ''))
    expect(cells, name).toHaveLength(columns.length)
    const whole = columns.map((column) => rows[0]?.[column.name] ?? '')
    for (const [place, cell] of cells.entries())
      expect(whole[place]?.replaceAll(/\s+/g, ' ').trim().startsWith(cell), `${name}.${columns[place]?.name}`).toBe(
        true,
      )
  }
})

test.each(pages)('%s leads to SQL before all else, and from each table to a query over it', (path) => {
  const [, main = ''] = read(path).split('<main')
  const links = findElements(main, 'a').map(({ attributes }) => attributes['href'] ?? '')
  const asked = links.filter((link) => /\/sql\/#sql=/.test(link)).map((link) => new URLSearchParams(link.split('#')[1]))
  expect(links.find((link) => link.startsWith('/') || link.startsWith('#'))).toMatch(/\/sql\/$/)
  expect(asked.map((query) => query.get('sql'))).toEqual(tables.map(({ name }) => `select * from ${name} limit 100`))
})

test.each(pages)('%s offers every extra file, and none of them twice', (path) => {
  const links = findElements(read(path), 'a').map(({ attributes }) => attributes['href'] ?? '')
  for (const { name } of Object.values(extraFiles))
    expect(
      links.filter((link) => link.endsWith(`/dataset/${name}`)),
      name,
    ).toHaveLength(1)
})

test('a citation names the release, the data version and the address, where there are any', () => {
  const whole = { title: '标题', release: '2025-06-01', version: '0123456789ab', address: 'https://example.org/data/' }
  expect(toDatasetCitation(whole)).toBe(
    'Gongkai. 标题[DS/OL]. (2025-06-01). 数据版本 0123456789ab. https://example.org/data/.',
  )
  expect(toDatasetBibtex(whole)).toMatch(/date = \{2025-06-01\}[\s\S]*url = \{https:\/\/example\.org\/data\/\}/)
  const bare = { title: '标题', release: null, version: undefined, address: undefined }
  expect(toDatasetCitation(bare)).toBe('Gongkai. 标题[DS/OL].')
  expect(toDatasetBibtex(bare)).not.toMatch(/year|url|undefined|null/)
})

test('every list of the site opens in Excel: a BOM first, and each line ends with CRLF', () => {
  const lists = listFiles(dist, '.csv').filter((path) => !path.startsWith('dataset/'))
  expect(lists.length).toBeGreaterThan(10)
  for (const path of lists) {
    const text = read(path)
    expect(text.startsWith('\uFEFF'), path).toBe(true)
    expect(text.endsWith('\r\n'), path).toBe(true)
  }
  for (const { name } of tables) expect(read(`dataset/${name}.csv`), name).not.toMatch(/^\uFEFF|\r\n$/)
})
