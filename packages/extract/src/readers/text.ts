import { limits, Unreadable } from '../limits.ts'
import type { Block, SourceCell } from '../types.ts'
import { findAligned, type TextLine as SourceLine } from './text/aligned.ts'
import { findCsvTables } from './text/csv-tables.ts'
import { withoutMarks } from './text/marks.ts'
import { fillingBehind, withFilling, withoutPlaceholders } from './text/pipe-rows.ts'
import { findPipeTables } from './text/pipe-tables.ts'

/** Blocks of decoded text: one paragraph per line, rows of tabs, pipes or commas as tables; offsets count in it. */
export function toTextBlocks(source: string): readonly Block[] {
  const lines = withoutMarks(toLines(source))
  const edges = findEdges(lines)
  const blocks: Block[] = []
  const aligned = findAligned(lines)
  const piped = findPipeTables(lines, (line) => isWhole(line) || isBarInProse(line.text))
  const listed = findCsvTables(lines)
  const findTable = openFinder(lines, edges)
  for (let i = 0; i < lines.length; ) {
    const run = i === aligned?.from ? aligned : (piped.get(i) ?? listed.get(i) ?? findTable(i))
    const line = lines[i]
    if (run) blocks.push({ kind: 'table', rows: run.rows })
    else if (line && /[^\s|]/.test(line.text)) blocks.push(toParagraph(line))
    i = run ? run.next : i + 1
  }
  return blocks
}

/** Line ends of every kind: of systems, of word processors, of pages. */
const lineEnd = /(?:\r\n|[\n\r])\f?|[\v\f\u0085\u2028\u2029]/g

function toLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let offset = 0
  for (const match of source.matchAll(lineEnd)) {
    lines.push({ text: source.slice(offset, match.index), offset })
    offset = match.index + match[0].length
    if (lines.length > limits.textLines)
      throw new Unreadable('limit_exceeded', `more than ${limits.textLines} lines, empty ones among them`)
  }
  if (offset < source.length) lines.push({ text: source.slice(offset), offset })
  return lines
}

/** A line outside tables; bars around it are the edges of a table that lays out the page. */
function toParagraph(line: SourceLine): Block {
  const lead = /^[\s|]*/.exec(line.text)?.[0].length ?? 0
  let end = line.text.length
  while (end > lead && /[\s|]/.test(line.text.charAt(end - 1))) end--
  return { kind: 'paragraph', text: line.text.slice(lead, end), offset: line.offset + lead }
}

/** Lines of one layout up to a line that does not belong to them; no rows where they make no table. */
interface TableRun {
  readonly rows: readonly (readonly SourceCell[])[]
  readonly next: number
}

const layouts = [findTabbedCells, findTabbedRows, findPipedRows] as const

/** Finds the table that begins at a line. Where lines of a layout made none, no part of them is asked again. */
function openFinder(lines: readonly SourceLine[], edges: Edges): (from: number) => TableRun | undefined {
  const barren = layouts.map((find) => ({ find, until: 0 }))
  return (from) => {
    for (const layout of barren) {
      const run = from < layout.until ? undefined : layout.find(lines, from, edges)
      if (run && run.rows.length > 0) return run
      if (run) layout.until = run.next
    }
    return undefined
  }
}

const cell = (text: string, offset: number): SourceCell => {
  const lead = text.length - text.trimStart().length
  return { text: text.trim(), offset: offset + lead, colSpan: 1, rowSpan: 1 }
}

/** Each cell a line that begins with a tab, each row closed by an empty line; a line without a tab goes on. */
function findTabbedCells(lines: readonly SourceLine[], from: number): TableRun | undefined {
  const isCell = (line: SourceLine | undefined) => line !== undefined && /^\t[^\t]{0,80}$/.test(line.text)
  if (!isCell(lines[from])) return undefined
  const rows: SourceCell[][] = [[]]
  let i = from
  let blank = 0
  for (; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const row = rows.at(-1) ?? []
    if (isCell(line)) {
      if (blank > 0 && row.length > 0) rows.push([cell(line.text, line.offset)])
      else row.push(cell(line.text, line.offset))
      blank = 0
    } else if (line.text.trim() === '') {
      if (++blank > 1 && !nextIsCell(lines, i)) break
    } else if (blank === 0 && row.length > 0 && line.text.trim().length <= 12) {
      const last = row.pop()
      if (last) row.push({ ...last, text: last.text + line.text.trim() })
    } else break
  }
  const full = rows.filter((row) => row.length > 0)
  return { rows: full.length >= 2 ? full : [], next: i }
}

function nextIsCell(lines: readonly SourceLine[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.text.trim() !== '')
  return next?.text.startsWith('\t') ?? false
}

/** Whole rows on a line, cells between tabs. */
function findTabbedRows(lines: readonly SourceLine[], from: number): TableRun | undefined {
  return findSeparatedRows(lines, from, '\t', noEdges)
}

/** Whole rows on a line, cells between pipes; leading and trailing pipes are no cells. */
function findPipedRows(lines: readonly SourceLine[], from: number, edges: Edges): TableRun | undefined {
  return findSeparatedRows(lines, from, '|', edges)
}

/** A bar inside a sentence, as advertising and lists of links have it. */
function isBarInProse(text: string): boolean {
  const parts = text.split('|')
  return (
    parts.length > 1 &&
    parts.length <= 3 &&
    /[，。；].*[，。；]/.test(text) &&
    parts.every((part) => /[^\s\d.,/—-]/.test(part))
  )
}

/** Lines of a head that is broken over lines, at most: the first is a row, the others have no pipe. */
const mostOfHead = 2

function findSeparatedRows(
  lines: readonly SourceLine[],
  from: number,
  separator: string,
  edges: Edges,
): TableRun | undefined {
  const inner = (text: string) => (separator === '|' ? text.replace(/^\s*\|/, '').replace(/\|\s*$/, '') : text)
  const isRow = (line: SourceLine | undefined) =>
    line?.text.includes(separator) === true &&
    inner(line.text).includes(separator) &&
    !(separator === '|' && isBarInProse(line.text))
  // Where rows have no pipe at their end, one there stands before an empty cell.
  const endsInCell = (line: SourceLine) => !edges.isClosed && separator === '|' && /^[^|]+\|\s*$/.test(line.text)
  // The last line of a broken head parts a row from its table.
  const isBehindHead = (at: number) => lines.slice(Math.max(0, at - mostOfHead), at).some(isRow)
  const first = lines[from]
  if (!isRow(first) && !(first && endsInCell(first) && isBehindHead(from))) return undefined
  const taken: SourceLine[] = []
  const isOfWhole = isWhole(lines[from])
  let i = from
  for (; i < lines.length; i++) {
    const line = lines[i]
    if (!line || isWhole(line) !== isOfWhole) break
    if (i === from || isRow(line) || (taken.length > 0 && endsInCell(line))) {
      if (!/^[\s|:]*-[\s|:-]*$/.test(line.text)) taken.push(line)
    } else if (line.text.trim() !== '' || !isRow(lines[i + 1])) break
  }
  const rows = splitRows(taken, separator, edges)
  const isEmpty = rows.every((row) => row.every((one) => one.text === ''))
  if (isEmpty || !rows.some((row) => row.length > 1)) return { rows: [], next: i }
  return { rows: rows.flatMap(toShortRows), next: i }
}

/** Cells of lines; filling behind the rows of pipes is taken off. */
function splitRows(lines: readonly SourceLine[], separator: string, edges: Edges): readonly (readonly SourceCell[])[] {
  const isFilled = separator === '|' && lines.filter(({ text }) => fillingBehind.test(text)).length > 1
  if (!isFilled) return lines.map((line) => splitRow(line, separator, edges))
  const rows = lines.map(({ text, offset }) => {
    const own = text.replace(fillingBehind, '|')
    const filling = fillingBehind.exec(text)?.[1]?.length ?? 0
    return withFilling(splitRow({ text: own, offset }, '|', { ...edges, isClosed: true }), filling)
  })
  return withoutPlaceholders(rows)
}

/** More cells than any row of the forms has, even with the places of merged cells. */
const mostCells = 40

/** A line that holds a whole page; it is no row of the table before or behind it. */
const isWhole = (line: SourceLine | undefined): boolean => (line?.text.split('|').length ?? 0) > mostCells

/** A page that lost its line ends is one row of hundreds of cells: each becomes a row of its own. */
function toShortRows(row: readonly SourceCell[]): readonly (readonly SourceCell[])[] {
  const first = row.findIndex((one) => one.text !== '')
  return row.length > mostCells ? row.slice(Math.max(0, first)).map((one) => [one]) : [row]
}

/** Whether every row begins or ends with a pipe; only then is that pipe the edge of the table, else an empty cell lies beyond it. */
interface Edges {
  readonly isOpened: boolean
  readonly isClosed: boolean
}

const noEdges: Edges = { isOpened: false, isClosed: false }

/** Whether a bar stands between two texts of a line. */
function hasInnerBar(text: string): boolean {
  const start = text.search(/[^\s|]/)
  let end = text.length - 1
  while (end > start && /[\s|]/.test(text.charAt(end))) end--
  const bar = start < 0 ? -1 : text.indexOf('|', start)
  return bar > 0 && bar < end
}

/** Edges of the rows of a text: nearly all of them have to agree. */
function findEdges(lines: readonly SourceLine[]): Edges {
  const rows = lines.filter((line) => hasInnerBar(line.text))
  const count = (pattern: RegExp) => rows.filter((line) => pattern.test(line.text)).length
  return {
    isOpened: rows.length > 0 && count(/^\s*\|/) >= rows.length * 0.9,
    isClosed: rows.length > 0 && count(/\|\s*$/) >= rows.length * 0.9,
  }
}

/** A value between tabs may be quoted as in a list of values. */
const withoutQuotes = (one: SourceCell): SourceCell =>
  /^"[^"]*"$/.test(one.text) ? cell(one.text.slice(1, -1), one.offset + 1) : one

/** Cells of one line. */
function splitRow(line: SourceLine, separator: string, edges: Edges): readonly SourceCell[] {
  const hasEdges = separator === '|'
  const lead = hasEdges && edges.isOpened ? (/^\s*\|/.exec(line.text)?.[0].length ?? 0) : 0
  const inside = line.text.slice(lead)
  const text = hasEdges && edges.isClosed ? inside.replace(/\|\s*$/, '') : inside
  let offset = line.offset + lead
  return text.split(separator).map((part) => {
    const made = separator === '\t' ? withoutQuotes(cell(part, offset)) : cell(part, offset)
    offset += part.length + 1
    return made
  })
}
