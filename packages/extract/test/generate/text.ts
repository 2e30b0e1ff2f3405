import type { Layout } from './layout.ts'
import { type Sheet, type SheetRow, toMatrix } from './sheet.ts'
import { type Story, withSheets } from './story.ts'
import { type Truth, withoutBlanks } from './truth.ts'
import { losingBlanks, losingCuts } from './uncertain.ts'

type Lines = (sheet: Sheet) => readonly string[]

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The story as lines, its sheets in the given way. */
export function toLines(story: Story, lines: Lines, gap = ''): string {
  const parts = story.parts.flatMap((part) => (part.kind === 'sheet' ? [gap, ...lines(part.sheet), gap] : [part.text]))
  return [story.title, ...parts].join('\n')
}

const textLayout = (id: string, lines: Lines): Layout => ({
  id,
  format: 'text',
  render: (story) => bytes(toLines(story, lines)),
})

/** For layouts in which an empty cell leaves no trace. */
const filled = (layout: Layout): Layout => ({ ...layout, isRun: true, adapt: withoutBlanks })

const texts = (row: SheetRow): readonly string[] => row.map((cell) => cell.text)
const gluing = (truth: Truth): Truth => losingCuts(withoutBlanks(truth))

const padded: Lines = (sheet) => sheet.flatMap(texts)
const rowsOf = (sheet: Sheet): readonly (readonly string[])[] => sheet.map(texts)
const filledRows = (sheet: Sheet): readonly (readonly string[])[] =>
  toMatrix(sheet).map((row) => row.map((cell) => cell?.text ?? ''))

/** Rows with the places that merged cells cover behind them. */
const trailing = (sheet: Sheet): readonly (readonly string[])[] => {
  const width = toMatrix(sheet)[0]?.length ?? 0
  return rowsOf(sheet).map((row) => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')])
}

/** Every covered place repeats the merged cell, as converters to data frames do; values are not repeated. */
const repeated = (sheet: Sheet): readonly (readonly string[])[] =>
  toMatrix(sheet).map((row, r, matrix) =>
    row.map((cell, c) => {
      if (cell) return cell.text
      const left = row.slice(0, c).findLast((other) => other)
      if (left && !left.key && c - row.indexOf(left) < left.colSpan) return left.text
      const above = matrix.slice(0, r).findLast((other) => other[c])?.[c]
      return above && !above.key ? above.text : ''
    }),
  )

const doubled: Lines = (sheet) =>
  sheet.flatMap((row) => row.map((cell, i) => `${cell.text} ${i === row.length - 1 ? '||' : '|'}`))

const tabbedCells: Lines = (sheet) => sheet.flatMap((row) => ['', '', ...row.map((cell) => `\t${cell.text}`)])

/** Markdown with a rule under the first row. */
const markdown =
  (rows: typeof rowsOf): Lines =>
  (sheet) => {
    const [head, ...rest] = rows(sheet)
    const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
    return head ? [line(head), `|${head.map(() => ' --- |').join('')}`, ...rest.map(line)] : []
  }

const glued: Lines = (sheet) => rowsOf(sheet).map((row) => row.join(''))

/** A head cell broken after half of its characters. */
const brokenHeads = (sheet: Sheet): Sheet =>
  sheet.map((row) =>
    row.map((cell) =>
      /^[^、）]{0,6}(?:数量|件数)$|^结果|^其他结果/.test(cell.text) ? { ...cell, text: halved(cell.text) } : cell,
    ),
  )
const halved = (text: string): string =>
  `${text.slice(0, Math.ceil(text.length / 2))}\n${text.slice(Math.ceil(text.length / 2))}`

/** 三、本年度办理结果 once more, as at the head of a new page. */
const pageBreak: Lines = (sheet) =>
  sheet.flatMap((row, i) =>
    i > 0 && i % 12 === 0 && sheet.length > 20 ? ['三、本年度办理结果', ...texts(row)] : texts(row),
  )

export const textLayouts: readonly Layout[] = [
  filled(textLayout('lines', padded)),
  {
    ...textLayout('lines-blank-cells-lost', (sheet) => padded(sheet).filter((line) => line !== '')),
    isRun: true,
    adapt: losingBlanks,
  },
  filled(textLayout('lines-spaced', (sheet) => padded(sheet).flatMap((line) => [line, '']))),
  filled(textLayout('lines-crlf', (sheet) => padded(sheet).map((line) => `${line}\r`))),
  filled(textLayout('lines-page-break', pageBreak)),
  filled(textLayout('lines-broken-heads', (sheet) => padded(brokenHeads(sheet)))),
  textLayout('cell-pipe', (sheet) => padded(sheet).map((line) => `${line} |`)),
  filled(textLayout('cell-pipe-alone-filled', (sheet) => padded(sheet).flatMap((line) => [line, '|']))),
  textLayout('cell-pipe-alone', (sheet) => padded(sheet).flatMap((line) => [line, '|'])),
  textLayout('cell-pipe-row-ends', doubled),
  textLayout('pipe-rows', (sheet) => rowsOf(sheet).map((row) => row.join(' | '))),
  textLayout('pipe-rows-outer', (sheet) => rowsOf(sheet).map((row) => `| ${row.join(' | ')} |`)),
  textLayout('pipe-rows-trailing', (sheet) => trailing(sheet).map((row) => `${row.join(' | ')} |`)),
  textLayout('pipe-rows-merged-blank', (sheet) => filledRows(sheet).map((row) => `| ${row.join(' | ')} |`)),
  textLayout('pipe-rows-spaced', (sheet) => rowsOf(sheet).flatMap((row) => [row.join(' | '), ''])),
  textLayout('pipe-cells-with-breaks', (sheet) => rowsOf(sheet).map((row) => `| ${row.join(' |\n ')} |`)),
  textLayout('markdown', markdown(rowsOf)),
  textLayout('markdown-merged-blank', markdown(filledRows)),
  textLayout('markdown-merged-repeated', markdown(repeated)),
  textLayout('tab-rows', (sheet) => rowsOf(sheet).map((row) => row.join('\t'))),
  textLayout('tab-rows-merged-blank', (sheet) => filledRows(sheet).map((row) => row.join('\t'))),
  textLayout('tab-rows-trailing', (sheet) => trailing(sheet).map((row) => row.join('\t'))),
  textLayout('tab-cells', tabbedCells),
  filled(textLayout('space-rows', (sheet) => rowsOf(sheet).map((row) => row.join('   ')))),
  { ...textLayout('glued-rows', glued), isRun: true, adapt: gluing },
  {
    ...textLayout('glued-report', padded),
    isRun: true,
    adapt: gluing,
    render: (story) => bytes(toLines(story, padded).replaceAll('\n', '')),
  },
  {
    ...filled(textLayout('one-line', padded)),
    render: (story) => bytes(toLines(story, padded).replace(/\n+/g, ' ')),
  },
  {
    ...textLayout('one-line-pipes', padded),
    render: (story) => bytes(`${'|'.repeat(90)}${toLines(story, padded).replaceAll('\n', ' | ')}`),
  },
  {
    ...textLayout('pipe-rows-broken-heads', padded),
    render: (story) =>
      bytes(toLines(withSheets(story, brokenHeads), (sheet) => rowsOf(sheet).map((row) => row.join(' | ')))),
  },
]
