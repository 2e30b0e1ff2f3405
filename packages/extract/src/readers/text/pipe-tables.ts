import type { SourceCell } from '../../types.ts'
import type { TextLine } from './aligned.ts'
import { cutRows, type PipeCell } from './pipe-rows.ts'

/** A table found in lines: its first line, the line after it, and its rows. */
export interface LineTable {
  readonly from: number
  readonly next: number
  readonly rows: readonly (readonly SourceCell[])[]
}

/** Fewest cells of such a table; fewer are a line that happens to end in a pipe. */
const fewestCells = 4

/** Text, the pipe that closes it, and no more than one group of filling pipes: `规章 |`, `3 | ||`, `| 规章 |`. */
function isCellLine({ text }: TextLine): boolean {
  const [before = '', ...rest] = text.replace(/^\s*\|/, '').split('|')
  return before.trim() !== '' && rest.length > 0 && /^\|*$/.test(rest.join('|').trim())
}

/** The first text of a row, whose pipe stands alone on the next line: `| 规章`. */
function isOpenLine({ text }: TextLine): boolean {
  const own = text.trim()
  return own.length > 1 && own.lastIndexOf('|') === 0
}

const isPipesOnly = ({ text }: TextLine): boolean => text.includes('|') && /^[\s|]+$/.test(text)
const isPiped = (line: TextLine | undefined): boolean => line?.text.includes('|') ?? false
const isEmpty = (line: TextLine | undefined): boolean => line?.text.trim() === ''
const isLonePipe = (line: TextLine | undefined): boolean => line?.text.trim() === '|'

/** A heading of a section; it is no cell, though a pipe may stand on the line after it. */
const heading = /^\s*[（(]?[一二三四五六][、.．）)].*(?:情况|事项)\s*$/
export const isSectionHeading = (text: string): boolean => heading.test(text)

/**
 * Tables of which each cell stands on a line of its own and a pipe closes it, by their first line. In all of them a
 * row has as many pipes as the table is wide: those of its cells, and filling pipes for what is lacking.
 *
 * `规章 |`, `0 |`, `0 |`, `0 |`, `行政许可 |`, `5 |`, `||` are two rows of four places.
 *
 * @param isOther lines that look like it but are none, such as a pipe in a sentence
 */
export function findPipeTables(
  lines: readonly TextLine[],
  isOther: (line: TextLine) => boolean,
): ReadonlyMap<number, LineTable> {
  const tables = new Map<number, LineTable>()
  if (!lines.some(isPiped)) return tables
  const isOpened = opensRows(lines)
  for (let from = 0; from < lines.length; ) {
    const next = findEnd(lines, from, { isOpened, isOther })
    const own = lines.slice(from, next)
    const rows = isCellPerLine(own) ? cutRows(toPipeCells(own)) : []
    if (rows.flat().length >= fewestCells) tables.set(from, { from, next, rows })
    from = Math.max(next, from + 1)
  }
  return tables
}

/** Whether a lone pipe opens each row: it stands behind the filling pipes that close the row before. */
function opensRows(lines: readonly TextLine[]): boolean {
  const filled = lines.filter((line) => !isEmpty(line))
  const behind = filled.flatMap((line, i) => {
    const next = filled[i + 1]
    return /\|\|\s*$/.test(line.text) && next ? [next] : []
  })
  return behind.length > 0 && behind.filter(isLonePipe).length * 2 > behind.length
}

interface Kind {
  readonly isOpened: boolean
  readonly isOther: (line: TextLine) => boolean
}

/** The line after the table that begins at a line; the line itself where none begins. */
function findEnd(lines: readonly TextLine[], from: number, { isOpened, isOther }: Kind): number {
  const isOwn = (line: TextLine | undefined) => line !== undefined && isPiped(line) && !isOther(line)
  let next = from
  for (let i = from; i < lines.length; ) {
    const line = lines[i]
    if (isOwn(line)) next = ++i
    else if (isEmpty(line) && i > from) i++
    else {
      const end = isOpened ? i : endOfClosed(lines, i)
      const isCell = end > i && (i > from || endOfClosed(lines, end) > end)
      if (!isCell) break
      i = end
      next = end
    }
  }
  return next
}

/** The line after a text whose pipe stands alone on the next line; the line itself where no such text stands. */
function endOfClosed(lines: readonly TextLine[], from: number): number {
  const line = lines[from]
  if (!line || isEmpty(line) || isPiped(line) || isSectionHeading(line.text)) return from
  let i = from + 1
  while (i < lines.length && isEmpty(lines[i])) i++
  return isLonePipe(lines[i]) ? i + 1 : from
}

/** Whether most lines hold one cell; else each line is a row. */
function isCellPerLine(lines: readonly TextLine[]): boolean {
  const filled = lines.filter((line) => !isEmpty(line) && !isPipesOnly(line))
  const cells = filled.filter((line) => isCellLine(line) || isOpenLine(line) || !isPiped(line)).length
  return cells >= fewestCells && cells > 2 * (filled.length - cells)
}

const openedInLine = /^\s*\|\s*[^|\s]/
/** Two pipes right behind a text, of which the second marks the end of the row. */
const doubled = /[^|\s]\s*\|\|\s*$/
/** A group of pipes, with the text before it. */
const group = /([^|]*)(\|+)/gy

/** The cells of a table in order: a text with the pipe behind it, a lone pipe; more pipes at one place fill up the row. */
function toPipeCells(lines: readonly TextLine[]): readonly PipeCell[] {
  const cells: PipeCell[] = []
  const push = (cell: SourceCell, opensRow = false) =>
    cells.push({ ...cell, opensRow, isFilling: false, closesRow: false })
  const isMarked = lines.some((line) => doubled.test(line.text))
  const isOpened = lines.filter((line) => openedInLine.test(line.text)).length > 1
  let open: SourceCell | undefined
  let openOpensRow = false
  for (const line of lines) {
    const lastText = line.text.search(/[^\s|][\s|]*$/)
    const lastPipe = line.text.lastIndexOf('|')
    let hasText = false
    let opensRow = false
    for (const { 1: before = '', 2: pipes = '', index } of line.text.matchAll(group)) {
      const text = before.trim() === '' ? open : toCell(before, line.offset + index)
      const here = toCell('', line.offset + index)
      open = undefined
      if (text) push(text, opensRow || openOpensRow)
      openOpensRow = false
      const at = index + before.length
      const isFirst = !text && !hasText
      const isOpener = isFirst && pipes.length === 1 && (lastText > at || (isOpened && lastPipe > at))
      const isBlank = isFirst && !isOpener && (pipes.length === 1 || (isMarked && pipes.length === 2))
      if (isBlank) push(here, opensRow)
      if (!isOpener) fill(cells, text || isBlank ? pipes.length - 1 : pipes.length, here)
      opensRow = isOpener
      hasText ||= text !== undefined
    }
    const rest = line.text.slice(line.text.lastIndexOf('|') + 1)
    if (rest.trim() === '') continue
    open = toCell(rest, line.offset + line.text.length - rest.length)
    openOpensRow = opensRow
  }
  if (open) push(open)
  return cells
}

function fill(cells: PipeCell[], count: number, cell: SourceCell): void {
  for (let i = 1; i <= count; i++) cells.push({ ...cell, opensRow: false, isFilling: true, closesRow: i === count })
}

function toCell(text: string, offset: number): SourceCell {
  const lead = text.length - text.trimStart().length
  return { text: text.trim(), offset: offset + lead, colSpan: 1, rowSpan: 1 }
}
