import type { Layout } from './layout.ts'
import type { Sheet } from './sheet.ts'
import { toMatrix } from './sheet.ts'
import { toLines } from './text.ts'
import { withoutBlanks } from './truth.ts'
import { losingOutsideColumns } from './uncertain.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Columns of a page: a Han character is two wide. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)))

const pieces = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, i * size + size))

/** A row as it stands on the page: its label over several lines, the numbers on the middle one. */
function rowOnPage(label: string, values: readonly string[]): readonly string[] {
  const lines = label === '' ? [''] : pieces(label, 12)
  const middle = Math.floor((lines.length - 1) / 2)
  const numbers = values
    .map((value) => pad(value, 8))
    .join('')
    .trimEnd()
  return lines.map((line, i) => (i === middle ? `      ${pad(line, 30)}${numbers}` : `      ${line}`).trimEnd())
}

const partsOf = (row: readonly ({ readonly text: string; readonly key?: string } | undefined)[]) => ({
  labels: row.flatMap((one) => (one && one.key === undefined && one.text !== '' ? [one.text] : [])),
  values: row.flatMap((one) => (one?.key === undefined ? [] : [one.text])),
})

/** Text of a page that keeps the columns, as converters from PDF print it. */
const columns = (sheet: Sheet): readonly string[] =>
  toMatrix(sheet).flatMap((row) => {
    const { labels, values } = partsOf(row)
    if (values.length === 0) return [`   ${labels.join('    ')}`]
    return rowOnPage(labels.filter((label) => !label.startsWith('三、')).join(''), values)
  })

const vertical = [...'三、本年度办理结果']

/** The label beside the results stands upright, one character before each of the rows. */
const upright = (sheet: Sheet): readonly string[] => {
  let at = 0
  return columns(sheet).map((line) => {
    const isResult = sheet.length > 20 && /^ {6}\S/.test(line) && !/^ {6}[一二四]、/.test(line)
    return isResult && at < vertical.length ? `  ${vertical[at++]}  ${line.trimStart()}` : line
  })
}

const numbered = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line, i) => (i % 14 === 13 ? [line, '', `— ${Math.ceil(i / 14) + 1} —`, ''] : [line]))

/** Every row a table of its own, the label cut in two and its second half on a row without numbers. */
const torn = (sheet: Sheet): readonly string[] =>
  toMatrix(sheet).flatMap((row) => {
    const { labels, values } = partsOf(row)
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const rule = (cells: readonly string[]) => `|${cells.map(() => '---|').join('')}`
    if (values.length === 0) return [line(labels), rule(labels)]
    const label = labels.filter((one) => !one.startsWith('三、')).join('')
    const half = label.length > 14 ? Math.ceil(label.length / 2) : label.length
    const cells = labels.length === 0 ? values : [label.slice(0, half), ...values]
    const rest = label.slice(half)
    return [line(cells), rule(cells), ...(rest === '' ? [] : [line([rest, ...values.map(() => '')])])]
  })

/** The numbers before their label. */
const mirrored = (sheet: Sheet): readonly string[] =>
  toMatrix(sheet).map((row) => {
    const { labels, values } = partsOf(row)
    return `| ${[...values, ...labels].join(' | ')} |`
  })

const layout = (id: string, lines: (sheet: Sheet) => readonly string[]): Layout => ({
  id,
  format: 'text',
  isRun: true,
  adapt: withoutBlanks,
  render: (story) => bytes(toLines(story, lines)),
})

/** Layouts of text that came out of a PDF. */
export const pdfTextLayouts: readonly Layout[] = [
  layout('pdf-columns', columns),
  {
    ...layout('pdf-columns-empty-cells', columns),
    adapt: (truth) => losingOutsideColumns(truth),
  },
  layout('pdf-columns-page-numbers', (sheet) => numbered(columns(sheet))),
  layout('pdf-columns-upright-label', upright),
  layout('pdf-torn-tables', torn),
  layout('pdf-values-first', mirrored),
  layout('lines-page-numbers', (sheet) => numbered(sheet.flatMap((row) => row.map((cell) => cell.text)))),
]
