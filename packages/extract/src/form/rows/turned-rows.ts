import { editionsOf, type Form, toRowWidth } from '@gongkai/schema'
import { isRowLabel, type Printed, type PrintedRow } from './printed-row.ts'

/**
 * Rows of a run in which the numbers stand before their label, as some converters from PDF order them: under the heads of
 * 表三 stands a full row of numbers, and nothing follows the last label. Each label takes the numbers before it.
 */
export function turnRows(rows: readonly PrintedRow[], declared: readonly Form[]): readonly PrintedRow[] {
  if (!editionsOf(declared).requests.some((form) => isTurned(rows, form))) return rows
  const turned: PrintedRow[] = []
  let heads: readonly Printed[] = []
  rows.forEach((row, i) => {
    const own = i === 0 ? 0 : countOwn(row.labels)
    const before = rows[i - 1]
    if (before && before.reader === 'run' && row.reader === 'run' && own > 0) {
      turned.push({ ...row, labels: [...heads, ...row.labels.slice(0, own)], values: before.values })
    } else if (before && before.values.length > 0) turned.push({ ...before, labels: heads })
    heads = row.labels.slice(own)
    if (i === rows.length - 1) turned.push({ ...row, labels: heads })
  })
  return turned
}

function isTurned(rows: readonly PrintedRow[], form: Form): boolean {
  const idOf = (label: Printed | undefined) => label?.names.requests?.id
  const formRows = form.blocks.flatMap((block) => block.rows)
  const width = toRowWidth(form)
  const first = rows.findIndex((row) => row.reader === 'run' && idOf(row.labels[0]) === formRows[0]?.id)
  const before = first > 0 ? rows[first - 1] : undefined
  if (before?.reader !== 'run' || before.values.length !== width) return false
  const last = rows.find((row) => row.labels.some((label) => idOf(label) === formRows.at(-1)?.id))
  return last?.values.length !== width
}

/** Labels up to the first row label of 表二 or 表三 and those that follow it at once: they belong to the numbers before. */
function countOwn(labels: readonly Printed[]): number {
  const isRow = labels.map(({ names }) => isRowLabel(names))
  let own = isRow.indexOf(true) + 1
  while (own > 0 && isRow[own]) own++
  return own
}
