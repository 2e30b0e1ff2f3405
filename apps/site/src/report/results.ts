import { groupRates, type Label, type OutcomeGroup, outcomeGroups, peerBases } from '@gongkai/schema'
import type { IndicatorRow, OutcomeRow } from '../data/rows.ts'
import { isFew, toGrouped, toPercent } from '../words/format.ts'

/** A group of results: how many, of what share, and beside what. */
export interface Result {
  readonly group: OutcomeGroup
  readonly label: Label
  readonly count: number | null
  /** 0 to 1; null where it is not given. */
  readonly share: number | null
  /** Share of the year before. */
  readonly before: number | null
  /** Median of the peers. */
  readonly peer: number | null
}

/** How the requests of a report ended. */
export interface Results {
  readonly results: readonly Result[]
  /** Sum of the groups; null where one of them could not be counted. */
  readonly sum: number | null
  /** The printed total, where it is another number than the sum. */
  readonly printedTotal: number | null
  /** Year of the report before, where it has shares. */
  readonly beforeYear: number | null
  /** By what the peers of the disclosure rate were chosen, and how many there are. */
  readonly peers: Label | null
  /** The largest share that the axis reaches, a multiple of 0.2. */
  readonly axis: number
}

/** Rows of the dataset about one report and about the same agency's report of the year before. */
export interface ResultRows {
  readonly year: number | null
  readonly outcomes: readonly OutcomeRow[]
  readonly indicators: readonly IndicatorRow[]
  readonly outcomesBefore: readonly OutcomeRow[]
}

const groups = Object.keys(outcomeGroups) as readonly OutcomeGroup[]

/** @returns undefined where 表三 was not read, or holds no result at all */
export function toResults({ year, outcomes, indicators, outcomesBefore }: ResultRows): Results | undefined {
  const byGroup = new Map(outcomes.map((row) => [row.group_id, row]))
  const before = new Map(outcomesBefore.map((row) => [row.group_id, row.share]))
  const figures = new Map(indicators.map((row) => [row.indicator_id, row]))
  const [first] = outcomes
  const counts = outcomes.map((row) => row.request_count)
  if (!first || counts.every((count) => count === null || count === 0)) return undefined
  const results = groups.map((group) => ({
    group,
    label: outcomeGroups[group],
    count: byGroup.get(group)?.request_count ?? null,
    share: byGroup.get(group)?.share ?? null,
    before: before.get(group) ?? null,
    peer: figures.get(groupRates[group])?.peer_median ?? null,
  }))
  const hasShares = results.some(({ share }) => share !== null)
  const reached = Math.max(...results.flatMap(({ share, before: last, peer }) => [share ?? 0, last ?? 0, peer ?? 0]))
  return {
    results,
    sum: first.results_sum,
    printedTotal: first.total_difference === null || first.total_difference === 0 ? null : first.printed_total,
    beforeYear: hasShares && year !== null && results.some(({ before: last }) => last !== null) ? year - 1 : null,
    peers: hasShares ? toPeers(figures.get('disclosure_rate')) : null,
    axis: Math.min(1, Math.max(0.2, Math.ceil(reached * 5) / 5)),
  }
}

function toPeers(row: IndicatorRow | undefined): Label | null {
  if (!row || row.peer_basis === null || row.peer_count === null || row.peer_median === null) return null
  const basis = peerBases[row.peer_basis]
  const n = toGrouped(row.peer_count)
  return { zh: `${basis.zh}，${n} 份报告可比`, en: `${basis.en}, ${n} reports compared` }
}

/** `higher`, `lower` or `same` as printed: two shares that print alike are the same. */
function compare(share: number, other: number): 'higher' | 'lower' | 'same' {
  if (toPercent(share) === toPercent(other)) return 'same'
  return share > other ? 'higher' : 'lower'
}

const words = {
  higher: { zh: '高于', en: 'above' },
  lower: { zh: '低于', en: 'below' },
  same: { zh: '等于', en: 'the same as' },
} as const satisfies Readonly<Record<string, Label>>

/**
 * The finding: what share was disclosed in full or in part, beside last year and peers; counts alone where there are few.
 *
 * @param rate the disclosure rate of the report
 * @param before that of the year before
 */
export function describeResults(
  { sum }: Results,
  rate: IndicatorRow | undefined,
  before: IndicatorRow | undefined,
): Label {
  if (!rate || rate.numerator === null || sum === null) {
    return { zh: '有的办理结果没有读出数量，不计算占比', en: 'Some results have no count: no share is given' }
  }
  const counts = {
    zh: `办结 ${toGrouped(sum)} 件，公开或部分公开 ${toGrouped(rate.numerator)} 件`,
    en: `${toGrouped(rate.numerator)} of ${toGrouped(sum)} results granted in full or in part`,
  }
  if (rate.value === null || isFew(sum)) return counts
  const share = rate.value
  const beside = [
    { figure: before?.value, zh: '上年的', en: 'last year’s' },
    { figure: rate.peer_median, zh: '可比机关中位数', en: 'the peers’ median of' },
  ].flatMap(({ figure, zh, en }) => {
    if (figure === null || figure === undefined) return []
    const word = words[compare(share, figure)]
    return [{ zh: `${word.zh}${zh} ${toPercent(figure)}`, en: `${word.en} ${en} ${toPercent(figure)}` }]
  })
  return {
    zh: [`${counts.zh}，占 ${toPercent(share)}`, ...beside.map(({ zh }) => zh)].join('，'),
    en: [`${counts.en}: ${toPercent(share)}`, ...beside.map(({ en }) => en)].join(', '),
  }
}

/** Percentages along the axis: every fifth, from 0. */
export const toTicks = (axis: number): readonly number[] =>
  Array.from({ length: Math.round(axis * 5) + 1 }, (_, i) => i / 5)

/** A share as a place on the axis, in percent of its width. */
export const toPlace = (share: number, axis: number): string => `${Math.round((10_000 * share) / axis) / 100}%`
