import { type FormRow, groupRates, type Label, type OutcomeGroup, outcomeGroups, toEditions } from '@gongkai/schema'
import type { RowLabel } from './report.ts'

/** Without numeral, and without what the form explains in brackets. */
const toShort = ({ zh, en }: Label): Label => ({
  zh: zh.replace(/^（[一二三四五六七]）/, '').replace(/（.*$/s, ''),
  en: en.replace(/^\(\d\) /, ''),
})

const isGroup = (id: string): id is OutcomeGroup => Object.hasOwn(outcomeGroups, id)

function toLabel(id: string, { zh, en }: Label): RowLabel {
  const [group = ''] = id.split('.')
  return { id, zh, en, indicator: isGroup(group) ? groupRates[group] : '' }
}

function toRow(row: FormRow): RowLabel {
  const [label, group] = [toShort(row.label), row.group && toShort(row.group)]
  if (!group) return toLabel(row.id, label)
  return toLabel(row.id, { zh: `${group.zh}：${label.zh}`, en: `${group.en}: ${label.en}` })
}

/** Rows of 表三 and 表四 in the order of the form, each group of results before its own rows. */
export function toRowLabels(): readonly RowLabel[] {
  const rows = (['requests', 'proceedings'] as const).flatMap((id) =>
    toEditions(id).flatMap(({ blocks }) => blocks.flatMap((block) => block.rows)),
  )
  const labels = new Map<string, RowLabel>()
  for (const row of rows) {
    const [group = ''] = row.id.split('.')
    if (isGroup(group) && !labels.has(group)) labels.set(group, toLabel(group, outcomeGroups[group]))
    // The one row that stands for a whole group in an older edition is that group.
    if (!labels.has(row.id) && row.id !== 'other.all') labels.set(row.id, toRow(row))
  }
  return [...labels.values()]
}
