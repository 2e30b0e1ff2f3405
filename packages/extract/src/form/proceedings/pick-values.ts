import type { Printed, PrintedRow } from '../rows/printed-row.ts'

/** The row of 表四 as all its cells: those under the heads of its table, one each, else without what is too many. */
export function pickValues(row: PrintedRow, rows: readonly PrintedRow[], width: number): PrintedRow {
  const under = row.reader === 'grid' && row.values.length > width ? valuesUnderHeads(row, rows, width) : undefined
  return under ? { ...row, values: under } : withoutSpare(row, width)
}

function valuesUnderHeads(row: PrintedRow, rows: readonly PrintedRow[], width: number): readonly Printed[] | undefined {
  const heads = rows.filter((one) => one.table === row.table && one.line < row.line).flatMap((one) => one.labels)
  const columns = new Set(heads.flatMap(({ names, column }) => (names.outcomes?.isExact ? [column] : [])))
  const found = row.values.filter((value) => columns.has(value.column))
  return columns.size === width && found.length === width ? found : undefined
}

/** All cells of the row, words among them; else without the empty cells that merged cells leave before or behind them. */
function withoutSpare(row: PrintedRow, width: number): PrintedRow {
  const cells = [...row.labels, ...row.values].toSorted((a, b) => a.column - b.column)
  const isHead = row.labels.some(({ names }) => names.groups || names.outcomes)
  const hasNumber = cells.some(({ text }) => /\d/.test(text))
  if (row.reader === 'grid' && row.labels.length > 0 && hasNumber && !isHead && cells.length === width)
    return { ...row, labels: [], values: cells }
  const filled = row.values.filter((value) => value.text !== '')
  if (row.values.length > filled.length && filled.length === width) return { ...row, values: filled }
  const lead = row.values.slice(0, Math.max(0, row.values.length - width))
  if (lead.length > 0 && row.values.at(-1)?.text !== '' && lead.every((value) => value.text === ''))
    return { ...row, values: row.values.slice(lead.length) }
  const rest = row.values.slice(width)
  return rest.length > 0 && rest.every((value) => value.text === '')
    ? { ...row, values: row.values.slice(0, width) }
    : row
}
