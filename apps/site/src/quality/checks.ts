import { findingStatuses, type Label } from '@gongkai/schema'
import { type Finding, type Stack, totalOf } from '../chart/stack.ts'
import { scan } from '../data/read-rows.ts'
import { toGrouped, toNamedShare, toShare } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { add, countOf, once, type Tally, toListPath } from './tally.ts'

const toParts = (codes: Readonly<Record<string, Label>>) =>
  Object.entries(codes).map(([name, label]) => ({ name, label }))

const otherChecks: Label = {
  zh: '其他核对（日期、结构、数值种类等）',
  en: 'Other checks (dates, sections …)',
}

/** Checks that are shown as one bar. */
interface Family {
  /** Start of their ids. */
  readonly prefix: string
  /** Part of an address. */
  readonly id: string
  readonly label: Label
}

/** Families of sum edits, by the start of the check id; what no family takes is counted under the last. */
export const families = [
  {
    prefix: 'T3.BALANCE',
    id: 't3-balance',
    label: { zh: '表三：收到＋结转＝办结＋结转下年', en: 'Requests: in equals out' },
  },
  { prefix: 'T3.RESULTS', id: 't3-results', label: { zh: '表三：各项结果之和＝总计', en: 'Requests: results add up' } },
  {
    prefix: 'T3.APPLICANTS',
    id: 't3-applicants',
    label: { zh: '表三：各类申请人之和＝总计', en: 'Requests: applicants add up' },
  },
  { prefix: 'T4.TOTAL', id: 't4-total', label: { zh: '表四：各项结果之和＝总计', en: 'Proceedings: outcomes add up' } },
  { prefix: '', id: 'other', label: otherChecks },
] as const satisfies readonly Family[]

/** Checks of every report by family and outcome. */
export const readChecks = once(async (): Promise<Tally> => {
  const tally = new Map<string, Map<string, number>>()
  await scan('findings', ['report_id', 'check_id', 'status'], ({ report_id, check_id, status }) => {
    const family = families.find(({ prefix }) => check_id.startsWith(prefix))
    add(tally, `${family?.id ?? 'other'}-${status}`, report_id)
  })
  return tally
})

/** Checks of every report by outcome, one bar a family; families nobody checks are left out. */
export async function readEditStack(): Promise<Stack> {
  const tally = await readChecks()
  const parts = toParts(findingStatuses)
  const bars = families.map(({ id, label }) => ({
    label,
    values: parts.map(({ name }) => countOf(tally, `${id}-${name}`)),
    paths: parts.map(({ name }) => toListPath('checks', `${id}-${name}`)),
  }))
  return {
    head: { name: 'family', label: both('edits') },
    parts,
    bars: bars.filter(({ values }) => values.some((value) => value > 0)),
  }
}

/** The stack without the bar of checks that are no sums. */
const toSums = (stack: Stack): Stack => ({
  ...stack,
  bars: stack.bars.filter(({ label }) => label.zh !== otherChecks.zh),
})

/** The finding of the chart of edits. */
export function describeEdits(all: Stack, locale: Locale): Finding {
  const stack = toSums(all)
  const [holds, fails, open] = [totalOf(stack, 'pass'), totalOf(stack, 'fail'), totalOf(stack, 'not_assessable')]
  const assessed = holds + fails
  const name = { zh: '勾稽关系', en: 'sums that can be assessed' }
  const share = toNamedShare(fails, assessed, { measure: '项', name })
  if (locale === 'zh') {
    return {
      title: `能核对的勾稽关系中，${toShare(fails, assessed, '项').zh} 不符`,
      sentence: `n = ${toGrouped(assessed)} 项能核对：相符 ${toGrouped(holds)}，不符 ${toGrouped(fails)}；另有 ${toGrouped(open)} 项因缺少数值等原因无法核对。`,
    }
  }
  return {
    title: `${share.en} fail`,
    sentence: `n = ${toGrouped(assessed)} assessed: ${toGrouped(holds)} hold, ${toGrouped(fails)} fail; ${toGrouped(open)} cannot be assessed, mostly because a cell holds no number.`,
  }
}
