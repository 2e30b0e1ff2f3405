import { expect, test } from 'vitest'
import type { ReportRow } from '../../src/data/rows.ts'
import { toBibtex, toCitation } from '../../src/report/cite.ts'

const report = {
  report_id: '140212-ju-2022',
  agency_name: '某{局}',
  title: '50%_报告 #1\\',
  published_on: '2023-01-31',
  document_number: null,
} as unknown as ReportRow

const context = { document: undefined, version: 'abcdef123456', address: 'https://x.example/r/140212-ju-2022/' }

test('a citation names the report, the version of the data of its agency and the page', () => {
  expect(toCitation(report, context)).toBe(
    '某{局}. 50%_报告 #1\\[EB/OL]. (2023-01-31). 公开年报, 140212-ju-2022, 该机关数据版本 abcdef123456. https://x.example/r/140212-ju-2022/.',
  )
})

test('a BibTeX entry is balanced, whatever the title holds', () => {
  const entry = toBibtex(report, context)
  expect(entry).toContain('title = {{50\\%\\_报告 \\#1\\textbackslash{}}},')
  const bare = entry.replaceAll(/\\[{}]/g, '')
  expect(bare.split('{').length).toBe(bare.split('}').length)
})
