import { type FormId, formIds, type Label } from '@gongkai/schema'
import { everything, type Finding, type Stack, totalOf } from '../chart/stack.ts'
import { scan } from '../data/read-rows.ts'
import { stateWords } from '../words/cell-states.ts'
import { toGrouped, toPercent } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { both } from '../words/messages.ts'
import { add, once, type Tally } from './tally.ts'

const stateParts = Object.entries(stateWords).map(([name, { name: label }]) => ({ name, label }))

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
