import { type FormId, formIds, type Label } from '@gongkai/schema'
import { everything, type Finding, type Stack, totalOf } from '../chart/stack.ts'
import { scanAlike } from '../data/read-rows.ts'
import { stateWords } from '../words/cell-states.ts'
import { plural, toGrouped, toNamedShare } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { add, countOf, once, type Tally, toListPath } from './tally.ts'

const stateParts = Object.entries(stateWords).map(([name, { name: label }]) => ({ name, label }))

/** Cells of every report by table and state. */
export const readCells = once(async (): Promise<Tally> => {
  const tally = new Map<string, Map<string, number>>()
  await scanAlike('cells', ['report_id', 'form_id', 'state'], ({ report_id, form_id, state }, count) =>
    add(tally, `${form_id}-${state}`, report_id, count),
  )
  return tally
})

/** Names short enough to stand over a bar in a narrow window. */
export const tableNames = {
  disclosure: { zh: '表二　主动公开', en: 'Proactive disclosure' },
  requests: { zh: '表三　依申请公开', en: 'Requests' },
  proceedings: { zh: '表四　行政复议、行政诉讼', en: 'Reconsideration and litigation' },
} as const satisfies Record<FormId, Label>

/** Cells of every report by state, one bar a table. */
export async function readCellStack(): Promise<Stack> {
  const tally = await readCells()
  const parts = stateParts
  return {
    head: { name: 'table', label: both('table') },
    parts,
    bars: formIds.map((id) => ({
      label: tableNames[id],
      values: parts.map(({ name }) => countOf(tally, `${id}-${name}`)),
      paths: parts.map(({ name }) => toListPath('cells', `${id}-${name}`)),
    })),
  }
}

/** The finding of the chart of cells: how many were found, and what stands in them. */
export function describeCells(stack: Stack, locale: Locale): Finding {
  const all = everything(stack)
  const found = all - totalOf(stack, 'missing')
  const share = toNamedShare(found, all, { measure: '格', name: { zh: '单元格', en: 'cells' } })
  const stated = stack.parts
    .filter(({ name }) => name !== 'missing')
    .map(({ name, label }) => ({ label, count: toGrouped(totalOf(stack, name)) }))
  if (locale === 'zh') {
    const contents = stated.map(({ label, count }) => `${label.zh} ${count}`).join('，')
    return {
      title: `${share.zh}在文中找到了`,
      sentence: `n = ${toGrouped(all)} 格：找到 ${toGrouped(found)}（${contents}），找不到 ${toGrouped(all - found)}。`,
    }
  }
  const contents = stated.map(({ label, count }) => `${label.en.toLowerCase()} ${count}`).join(', ')
  return {
    title: `${share.en} were found`,
    sentence: `n = ${toGrouped(all)} ${plural(all, 'cell', 'cells')}: ${toGrouped(found)} found (${contents}), ${toGrouped(all - found)} not.`,
  }
}
