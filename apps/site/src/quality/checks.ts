import { findingStatuses, type Label } from '@gongkai/schema'
import { type Finding, type Stack, totalOf } from '../chart/stack.ts'
import { scan } from '../data/read-rows.ts'
import { toGrouped, toPercent } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { add, once, type Tally } from './tally.ts'

const toParts = (codes: Readonly<Record<string, Label>>) =>
  Object.entries(codes).map(([name, label]) => ({ name, label }))

const otherChecks: Label = {
  zh: '其他核对（日期、结构、数值种类等）',
  en: 'Other checks (dates, sections …)',
}

/** Families of sum edits, by the start of the check id; what no family takes is counted under the last. */
const families = [
  ['T3.BALANCE', { zh: '表三：收到＋结转＝办结＋结转下年', en: 'Requests: in equals out' }],
  ['T3.RESULTS', { zh: '表三：各项结果之和＝总计', en: 'Requests: results add up' }],
  ['T3.APPLICANTS', { zh: '表三：各类申请人之和＝总计', en: 'Requests: applicants add up' }],
  ['T4.TOTAL', { zh: '表四：各项结果之和＝总计', en: 'Proceedings: outcomes add up' }],
  ['', otherChecks],
] as const satisfies readonly (readonly [string, Label])[]

const readEditTally = once(async (): Promise<Tally> => {
  const tally = new Map<string, number>()
  await scan('findings', ['check_id', 'status'], ({ check_id, status }) => {
    const [family] = families.find(([prefix]) => check_id.startsWith(prefix)) ?? ['']
    add(tally, `${family} ${status}`)
  })
  return tally
})

/** Checks of every report by outcome, one bar a family; families nobody checks are left out. */
export async function readEditStack(): Promise<Stack> {
  const tally = await readEditTally()
  const parts = toParts(findingStatuses)
  const bars = families.map(([family, label]) => ({
    label,
    values: parts.map(({ name }) => tally.get(`${family} ${name}`) ?? 0),
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
  if (locale === 'zh') {
    return {
      title: `能核对的勾稽关系中，${toPercent(fails, assessed)} 不符`,
      sentence: `n = ${toGrouped(assessed)} 项能核对：相符 ${toGrouped(holds)}，不符 ${toGrouped(fails)}；另有 ${toGrouped(open)} 项因缺少数值等原因无法核对。`,
    }
  }
  return {
    title: `${toPercent(fails, assessed)} of the sums that can be assessed fail`,
    sentence: `n = ${toGrouped(assessed)} assessed: ${toGrouped(holds)} hold, ${toGrouped(fails)} fail; ${toGrouped(open)} cannot be assessed, mostly because a cell holds no number.`,
  }
}
