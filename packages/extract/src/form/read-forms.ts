import { editionsOf } from '@gongkai/schema'
import type { CleanLine } from '../types.ts'
import { readDisclosure } from './disclosure/read-disclosure.ts'
import type { LabelBook } from './labels.ts'
import { withoutShifted } from './lost-blanks.ts'
import { readProceedings } from './proceedings/read-proceedings.ts'
import type { FormReading } from './reading.ts'
import { readRequests } from './requests/read-requests.ts'
import { type Cut, toCutter } from './rows/glued.ts'
import {
  countFrontValues,
  type PrintedRow,
  type RowLine,
  type Token,
  toGridRows,
  toRunRows,
} from './rows/printed-row.ts'
import { rejoinLabels } from './rows/torn-labels.ts'
import { turnRows } from './rows/turned-rows.ts'

/** Fewest cells for which a table outside its section is taken for the form: a local table shares a few labels with it. */
const fewestCells = 8

/**
 * Reads the three statutory tables from the lines of a document.
 *
 * @param from first line of section two, if known: tables of the narrative before it are not the forms, unless these
 * are found nowhere else
 */
export function readForms(lines: readonly CleanLine[], book: LabelBook, from = 1): readonly FormReading[] {
  const own = readLines(
    lines.filter(({ line }) => line >= from),
    book,
  )
  if (from === 1 || own.every((reading) => reading.cells.size > 0)) return own
  const whole = readLines(lines, book)
  return own.map((reading, i) => {
    const other = whole[i]
    return reading.cells.size === 0 && other && other.cells.size >= fewestCells ? other : reading
  })
}

function readLines(lines: readonly CleanLine[], book: LabelBook): readonly FormReading[] {
  const rows = toPrintedRows(lines, book)
  const { disclosure, requests, proceedings } = editionsOf(book.forms)
  return withoutShifted([
    readDisclosure(rows, disclosure),
    readRequests(rows, requests),
    readProceedings(rows, proceedings),
  ])
}

/** Rows in reading order: tables with several columns as grids, everything else as runs. */
export function toPrintedRows(lines: readonly CleanLine[], book: LabelBook): readonly PrintedRow[] {
  const rows: PrintedRow[] = []
  const cut = toCutter(book.forms)
  const fewestInFront = countFrontValues(
    lines.filter((line) => line.kind === 'row'),
    book,
  )
  let run: Token[] = []
  const closeRun = () => {
    rows.push(...toRunRows(run, book))
    run = []
  }
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]
    if (!line) break
    if (line.kind === 'paragraph') {
      run.push(...toTokens(line, cut))
      i++
      continue
    }
    const table = tableFrom(lines, i, line.table)
    if (table.every((row) => row.cells.length === 1)) {
      run.push(...table.flatMap((row) => row.cells.map((cell) => ({ text: cell.text, line: row.line }))))
    } else {
      closeRun()
      rows.push(...toGridRows(table, book, fewestInFront))
    }
    i += table.length
  }
  closeRun()
  return turnRows(rejoinLabels(rows, book), book.forms)
}

/** The number of a page, printed between the lines of a table. */
const pageNumber = /^(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*(?:[,，/]\s*)?共\s*\d{1,3}\s*页)?)$/

function toTokens({ text, line }: CleanLine & { readonly kind: 'paragraph' }, cut: Cut): readonly Token[] {
  if (pageNumber.test(text)) return []
  const parts = cut(text)
  const isGlued = parts.length > 1 && !/\d\s+\d/.test(text)
  let end = 0
  return parts.map((part, i) => {
    const at = text.indexOf(part, end)
    const isBeside = i === 0 || at === end
    if (at >= 0) end = at + part.length
    return { text: part, line, isGlued: isGlued && isBeside }
  })
}

function tableFrom(lines: readonly CleanLine[], from: number, table: number): readonly RowLine[] {
  const rows: RowLine[] = []
  for (const line of lines.slice(from)) {
    if (line.kind !== 'row' || line.table !== table) break
    rows.push(line)
  }
  return rows
}
