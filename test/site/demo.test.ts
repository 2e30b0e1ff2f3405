import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestDataset, digestFolder } from '../../tools/build/digest.ts'
import { buildDemoDataset, toDemoFolders } from '../../tools/demo/build.ts'
import { drawDocuments } from '../../tools/demo/documents.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { listFiles } from '../support/pages.ts'
import { toCleanEnv } from '../support/site.ts'

const reportCount = 100
let demo: Demo

beforeAll(async () => {
  demo = await buildDemo(reportCount)
})
afterAll(() => demo?.remove())

const readTable = (name: string) => readCsv(readFileSync(join(demo.dataset, `${name}.csv`), 'utf8'))
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
