import { type FormId, findingStatuses, formIds, issueCodes, type Label, repairKinds } from '@gongkai/schema'
import type { Stack } from './chart/stack.ts'
import { readAll, scan } from './data.ts'
import { toGrouped, toLabel, toPercent } from './format.ts'
import type { Locale } from './locale.ts'
import { both } from './messages.ts'
import type { Count } from './overview.ts'
import type { DocumentRow } from './rows.ts'
import { stateWords } from './states.ts'

type Tally = ReadonlyMap<string, number>

/** The finding of a chart and one sentence on it. */
export interface Finding {
  readonly title: string
  readonly sentence: string
}

const stateParts = Object.entries(stateWords).map(([name, { name: label }]) => ({ name, label }))
const toParts = (codes: Readonly<Record<string, Label>>) =>
  Object.entries(codes).map(([name, label]) => ({ name, label }))

function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const readCellTally = once(async (): Promise<Tally> => {
  const tally = new Map<string, number>()
  await scan('cells', ['form_id', 'state'], ({ form_id, state }) => add(tally, `${form_id} ${state}`))
  return tally
})

/** Names short enough to stand over a bar in a narrow window. */
const tableNames = {
  disclosure: { zh: '表二　主动公开', en: 'Proactive disclosure' },
  requests: { zh: '表三　依申请公开', en: 'Requests' },
  proceedings: { zh: '表四　行政复议、行政诉讼', en: 'Reconsideration and litigation' },
} as const satisfies Record<FormId, Label>

/** Cells of every report by state, one bar a table. */
export async function readCellStack(): Promise<Stack> {
  const tally = await readCellTally()
  const parts = stateParts
  return {
    head: { name: 'table', label: both('table') },
    parts,
    bars: formIds.map((id) => ({
      label: tableNames[id],
      values: parts.map(({ name }) => tally.get(`${id} ${name}`) ?? 0),
    })),
  }
}

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

const totalOf = ({ parts, bars }: Stack, name: string): number => {
  const index = parts.findIndex((part) => part.name === name)
  return bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)
}
const everything = ({ bars }: Stack): number =>
  bars.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0)

/** The finding of the chart of cells. */
export function describeCells(stack: Stack, locale: Locale): Finding {
  const [read, all, missing] = [totalOf(stack, 'value'), everything(stack), totalOf(stack, 'missing')]
  if (locale === 'zh') {
    return {
      title: `${toPercent(read, all)} 的单元格读出了数值`,
      sentence: `n = ${toGrouped(all)} 个单元格：读出数值 ${toGrouped(read)}，文中找不到 ${toGrouped(missing)}，其余为空白、不适用或文字。`,
    }
  }
  return {
    title: `${toPercent(read, all)} of the cells hold a number`,
    sentence: `${toGrouped(read)} of ${toGrouped(all)} cells hold a number; ${toGrouped(missing)} are not found, the rest are blank, not applicable or words.`,
  }
}

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

function toCounts(tally: Tally, codes: Readonly<Record<string, Label>>): readonly Count[] {
  return [...tally]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([code, count]) => ({ label: toLabel(codes, code) ?? { zh: code, en: code }, count }))
}

/** Repairs of every report by kind, most first. */
export const readRepairCounts = once(async () => {
  const tally = new Map<string, number>()
  await scan('repairs', ['kind'], ({ kind }) => add(tally, kind))
  return toCounts(tally, repairKinds)
})

/** Issues of every document by code, most first. */
export const readIssueCounts = once(async () => {
  const tally = new Map<string, number>()
  await scan('issues', ['code'], ({ code }) => add(tally, code))
  return toCounts(tally, issueCodes)
})

/** Kinds of repair that only a page changed by somebody else needs. */
const foreignKinds: readonly string[] = ['spam', 'mirror']

/** How many reports stood on a page that carries somebody else's words. */
export const countContaminated = once(async (): Promise<number> => {
  const reports = new Set<string>()
  await scan('repairs', ['report_id', 'kind'], ({ report_id, kind }) => {
    if (foreignKinds.includes(kind)) reports.add(report_id)
  })
  return reports.size
})

/** Input files that became no report, by path. */
export async function readLedger(): Promise<readonly DocumentRow[]> {
  return (await readAll('documents')).filter(({ status }) => status !== 'extracted')
}
