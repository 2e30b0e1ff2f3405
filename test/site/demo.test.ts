import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestDataset, digestFolder } from '../../tools/build/digest.ts'
import { buildDemoDataset, toDemoFolders } from '../../tools/demo/build.ts'
import { drawDocuments } from '../../tools/demo/documents.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { countStops } from '../support/html.ts'
import { listFiles } from '../support/pages.ts'
import { toCleanEnv } from '../support/site.ts'

const reportCount = 100
let demo: Demo

beforeAll(async () => {
  demo = await buildDemo(reportCount)
})
afterAll(() => demo?.remove())

const readTable = (name: string) => readCsv(readFileSync(join(demo.dataset, `${name}.csv`), 'utf8'))
/** Every report page, in both languages. */
const reportPages = () =>
  ['r', 'en/r'].flatMap((folder) =>
    listFiles(join(demo.site, folder), 'index.html')
      .filter((path) => path.includes('/'))
      .map((path) => readFileSync(join(demo.site, folder, path), 'utf8')),
  )
const valuesOf = (name: string, column: string) => new Set(readTable(name).map((row) => row[column]))

test('every page says that its reports are invented, in both languages, and asks not to be indexed', () => {
  const pages = listFiles(demo.site, '.html')
  expect(pages.length).toBeGreaterThan(reportCount)
  for (const page of pages) {
    const html = readFileSync(join(demo.site, page), 'utf8')
    expect(
      ['<b>演示数据</b>', '<b>Demo data</b>', '<meta name="robots" content="noindex">'].filter(
        (words) => !html.includes(words),
      ),
      page,
    ).toEqual([])
  }
})

test('whoever takes the dataset takes the mark', () => {
  expect(readFileSync(join(demo.site, 'dataset/DEMO.txt'), 'utf8')).toContain('every report is invented')
})

test('an invented corpus has what a real one has', () => {
  expect(new Set(drawDocuments(reportCount).map(({ name }) => name.replace(/.*\./, '')))).toEqual(
    new Set(['html', 'docx', 'txt']),
  )
  expect([...valuesOf('cells', 'state')].toSorted()).toEqual(['blank', 'missing', 'not_applicable', 'text', 'value'])
  expect([...valuesOf('documents', 'status')]).toEqual(
    expect.arrayContaining(['extracted', 'duplicate', 'superseded', 'not_a_report', 'rejected']),
  )
  expect([...valuesOf('claims', 'status')]).toEqual(expect.arrayContaining(['agree', 'differ', 'not_stated']))
  expect(valuesOf('reports', 'year').size).toBeGreaterThan(5)
  expect(valuesOf('reports', 'edition').size).toBeGreaterThan(1)
  const failing = readTable('reports').filter((row) => Number(row['edits_failed']) > 0)
  expect(failing.length).toBeGreaterThan(3)
  expect(readTable('reports').some((row) => row['region_code'] === '')).toBe(true)
  expect(readTable('reports').some((row) => row['year'] === '')).toBe(true)
})

test('the same number of reports gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-demo-'))
  try {
    const [first, second] = [join(folder, 'a'), join(folder, 'b')].map(toDemoFolders)
    if (!first || !second) throw new Error('Cannot name the folders of a demo')
    for (const folders of [first, second]) buildDemoDataset(folders, 12, toCleanEnv())
    expect(digestFolder(first.corpus)).toBe(digestFolder(second.corpus))
    expect(digestDataset(first.dataset)).toBe(digestDataset(second.dataset))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 240_000)

describe('a report of very many numbers', () => {
  test('is crossed by a keyboard in 150 stops at most, and every number keeps its link', () => {
    const links = reportPages().map((html) => html.match(/<td [^>]*><a href="#[vL]/g)?.length ?? 0)
    expect(Math.max(...links)).toBeGreaterThan(100)
    expect(Math.max(...reportPages().map(countStops))).toBeLessThanOrEqual(150)
  })

  test('is at most 14 KB packed without the lines of its text', () => {
    const own = /<ol class="lines".*?<\/ol>/s
    expect(reportPages().filter((html) => !own.test(html))).toEqual([])
    expect(Math.max(...reportPages().map((html) => gzipSync(html.replace(own, '')).length))).toBeLessThanOrEqual(
      14 * 1024,
    )
  })
})
