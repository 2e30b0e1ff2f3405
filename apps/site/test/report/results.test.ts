import { type OutcomeGroup, outcomeGroups } from '@gongkai/schema'
import { expect, test } from 'vitest'
import type { IndicatorRow, OutcomeRow } from '../../src/data/rows.ts'
import { describeResults, toResults } from '../../src/report/results.ts'
import { describeSimilarity } from '../../src/report/similarities.ts'

const groups = Object.keys(outcomeGroups) as OutcomeGroup[]

/** The six groups with these counts, null where one is not counted. */
function toRows(counts: readonly (number | null)[], printedTotal?: number): readonly OutcomeRow[] {
  const sum = counts.includes(null) ? null : counts.reduce<number>((all, count) => all + (count ?? 0), 0)
  const total = printedTotal ?? sum
  return groups.map((group_id, i) => ({
    ...{ report_id: 'r', group_id, request_count: counts[i] ?? null, results_sum: sum, printed_total: total },
    share: sum !== null && sum >= 30 ? (counts[i] ?? 0) / sum : null,
    share_status: sum === null ? 'cells_absent' : sum < 30 ? 'small_n' : 'given',
    total_difference: sum === null || total === null ? null : sum - total,
  }))
}

const rate = (numerator: number, denominator: number, median: number | null = null): IndicatorRow => ({
  ...{ report_id: 'r', indicator_id: 'disclosure_rate', numerator, denominator },
  ...{ value: denominator < 30 ? null : numerator / denominator, status: denominator < 30 ? 'small_n' : 'given' },
  ...{ peer_basis: median === null ? null : 'level', peer_group_id: null, peer_count: median === null ? null : 12 },
  ...{ peer_median: median, peer_q1: null, peer_q3: null, pooled_value: null },
})

const view = (counts: readonly (number | null)[], before: readonly (number | null)[] = [], total?: number) =>
  toResults({
    year: 2023,
    outcomes: toRows(counts, total),
    indicators: [],
    outcomesBefore: before.length > 0 ? toRows(before) : [],
  })

test.each([
  [
    [40, 10, 30, 10, 10, 0],
    rate(50, 100, 0.6),
    rate(40, 100),
    '办结 100 件，公开或部分公开 50 件，占 50.0%，高于上年的 40.0%，低于可比机关中位数 60.0%',
  ],
  [
    [40, 10, 30, 10, 10, 0],
    rate(50, 100, 0.50004),
    undefined,
    '办结 100 件，公开或部分公开 50 件，占 50.0%，等于可比机关中位数 50.0%',
  ],
  [[40, 10, 30, 10, 10, 0], rate(50, 100), undefined, '办结 100 件，公开或部分公开 50 件，占 50.0%'],
  [[7, 0, 3, 2, 0, 0], rate(7, 12, 0.6), rate(40, 100), '办结 12 件，公开或部分公开 7 件'],
  [[7, null, 3, 2, 0, 0], undefined, undefined, '有的办理结果没有读出数量，不计算占比'],
] as const)('results %j are told in one sentence', (counts, own, before, zh) => {
  const results = view(counts)
  if (!results) throw new Error('There must be results')
  expect(describeResults(results, own, before).zh).toBe(zh)
})

test('a report without 表三, or without any result, has no bars', () => {
  expect(toResults({ year: 2023, outcomes: [], indicators: [], outcomesBefore: [] })).toBeUndefined()
  expect(view([0, 0, 0, 0, 0, 0])).toBeUndefined()
})

test('few results have counts and no shares, whatever the year before had', () => {
  const results = view([7, 0, 3, 2, 0, 0], [40, 0, 0, 0, 0, 0])
  expect(results?.results.map(({ count, share }) => [count, share])).toEqual(
    [7, 0, 3, 2, 0, 0].map((count) => [count, null]),
  )
  expect(results?.beforeYear).toBeNull()
})

test('a printed total is told where it is another number than the sum', () => {
  expect(view([60, 15, 25, 0, 0, 0], [], 98)?.printedTotal).toBe(98)
  expect(view([60, 15, 25, 0, 0, 0])?.printedTotal).toBeNull()
})

test('the axis ends at the next fifth above what is drawn', () => {
  expect(view([40, 10, 30, 10, 10, 0])?.axis).toBe(0.4)
  expect(view([45, 10, 25, 10, 10, 0])?.axis).toBe(0.6)
  expect(view([40, 10, 30, 10, 10, 0], [100, 0, 0, 0, 0, 0])?.axis).toBe(1)
})

const alike = { report_id: 'r', kind: 'last_year', matching_report_id: 'q', shared_count: 8 } as const

test.each([
  [
    { ...alike, sentence_count: 40, matched_count: 10, share: 0.25, status: 'given' },
    '有 10 句（25.0%）也见于本机关上一年度的报告中',
  ],
  [
    { ...alike, sentence_count: 20, matched_count: 10, share: null, status: 'small_n' },
    '有 10 句也见于本机关上一年度的报告中',
  ],
  [{ ...alike, sentence_count: 20, matched_count: 0, share: null, status: 'small_n' }, undefined],
  [{ ...alike, sentence_count: null, matched_count: null, share: null, status: 'no_earlier_report' }, undefined],
] as const)('likeness %# is told with a share of thirty sentences or more', (row, words) => {
  const said = describeSimilarity(row)
  if (words === undefined) expect(said).toBeUndefined()
  else expect(said?.zh).toContain(words)
})
