import { type DocumentIssue, documentIssues, type Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { sayIssues } from '../../src/show/say-issues.ts'
import { sayReport } from '../../src/show/say-report.ts'

const codes = Object.keys(documentIssues) as DocumentIssue[]

test.each(codes)('an issue that says no more than its kind is said once: %s', (code) => {
  const { zh: messageZh, en: messageEn } = documentIssues[code]
  const issue = { code, severity: 'warning' as const, key: null, line: null, messageZh, messageEn }
  for (const [language, colon] of [
    ['zh', '：'],
    ['en', ': '],
  ] as const) {
    const parts = sayIssues([issue], language).flatMap(({ text }) => text.split(colon))
    expect(parts.length).toBeGreaterThan(0)
    expect(parts).toEqual([...new Set(parts)])
  }
})

/** The verdict on a report of so many sums. */
function sayVerdict(statuses: readonly ('pass' | 'fail' | 'not_assessable')[]): readonly string[] {
  const findings = statuses.map((status, i) => ({ checkId: `T3.RESULTS.${i}`, status, messageZh: '', messageEn: '' }))
  const evidence = { disclosure: null, requests: 'arithmetic', proceedings: null }
  const part = { findings, evidence, blankMeansZero: false, proposals: [], claims: [], issues: [], repairs: [] }
  const [verdict] = sayReport(part as unknown as Report, 'zh')
  return (verdict?.sentences ?? []).map(({ text }) => text)
}

test.each([
  [['pass', 'pass'], ['勾稽关系核对了 2 项，全部相符。']],
  [['pass', 'fail'], ['勾稽关系核对了 2 项，1 项不符。']],
  [
    ['pass', 'not_assessable'],
    ['勾稽关系核对了 1 项，全部相符。', '另有 1 项因单元格没有数值等原因无法核对。'],
  ],
  [['not_assessable', 'not_assessable'], ['2 项勾稽关系都因单元格没有数值等原因无法核对，不能说明表格正确或有误。']],
  [[], ['没有一项勾稽关系能够核对，不能说明表格正确或有误。']],
] as const)('the verdict on %j', (statuses, said) => {
  expect(sayVerdict(statuses)).toEqual(said)
})
