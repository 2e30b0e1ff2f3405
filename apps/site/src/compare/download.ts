import { toCsv } from '../text/csv.ts'
import { toCellWords, toSideName } from './describe.ts'
import type { Shown } from './render.ts'

/** The lines as CSV, all of them: what is printed, then the differences to the first report. */
export function toTableCsv({ sides, lines, texts }: Shown): string {
  const names = sides.map((side) => toSideName(side, texts))
  const [first = '', ...others] = names
  const differences = others.map((name) => `${name} − ${first}`)
  const rows = lines.map(({ line, cells, differences: own }) => [
    texts.tables[line.form],
    line.group ? `${line.group} ${line.label}` : line.label,
    ...cells.map((cell) => cell.cell?.value ?? toCellWords(cell, texts)),
    ...own.map((difference) => difference ?? texts.notComparable),
    cells.flatMap(({ isDoubted }, i) => (isDoubted ? (names[i] ?? []) : [])).join(texts.join),
  ])
  return toCsv(['', texts.item, first, ...others, ...differences, texts.doubted], rows)
}
