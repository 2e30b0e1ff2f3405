import { type Cell, editionsOf, type Form, type Report } from '@gongkai/schema'
import type { CleanLine, IssueNote } from '../types.ts'
import { type Correction, correctCells } from './correct-cells.ts'
import { chooseForms, isAlike } from './edition.ts'
import type { LabelBook } from './labels.ts'
import { readForms } from './read-forms.ts'
import type { FormReading, TableReading } from './reading.ts'
import { toCells } from './to-cells.ts'

/** The three statutory tables of a report. */
export interface Tables {
  readonly readings: readonly FormReading[]
  readonly tables: readonly TableReading[]
  readonly forms: readonly Form[]
  readonly editions: Report['editions']
  readonly cells: readonly Cell[]
  readonly notes: readonly IssueNote[]
  /** Check ids of edits that were used to read the cells. */
  readonly usedEdits: ReadonlySet<string>
}

/** What is known of the document that the tables stand in. */
interface Around {
  /** Cells that a reviewer settled. */
  readonly corrections: readonly Correction[]
  /** First line of each section that was found. */
  readonly starts: ReadonlyMap<number, number>
  /** Year of the report, which tells the edition of tables that are not there. */
  readonly year: number | null
}

/** Reads the tables, chooses the edition of each, and puts reviewed corrections in place of what was read. */
export function readTables(lines: readonly CleanLine[], labels: LabelBook, around: Around): Tables {
  const { corrections, starts, year } = around
  const readings = readForms(lines, labels, starts.get(2))
  const tables = chooseForms(readings, year, labels.forms)
  const notes: IssueNote[] = []
  const printed = tables.flatMap((table) => toCells(table, notes)).map((cell) => withPage(cell, lines))
  const { cells, issues } = correctCells(printed, corrections)
  return {
    readings,
    tables,
    forms: tables.map(({ form }) => form),
    editions: toEditions(tables, labels.forms),
    cells,
    notes: [...readings.flatMap((reading) => reading.issues), ...notes, ...issues],
    usedEdits: new Set(readings.flatMap((reading) => [...reading.usedEdits])),
  }
}

/** A cell with the page of the line that it was read from; only a PDF has pages. */
function withPage(cell: Cell, lines: readonly CleanLine[]): Cell {
  const page = cell.place && lines[cell.place.line - 1]?.page
  return page && cell.place ? { ...cell, place: { ...cell.place, page } } : cell
}

/** Edition of each table that was found: its own, or that of its neighbour where no row that was read decides. */
function toEditions(tables: readonly TableReading[], declared: readonly Form[]): Report['editions'] {
  const isKnown = tables.some(({ reading }) => reading.edition !== null)
  const of = (id: FormReading['formId']) => {
    const found = tables.find(({ reading }) => reading.formId === id)
    if (!found) return null
    const { edition, cells, issues } = found.reading
    const isSure = edition !== null || (isAlike(editionsOf(declared)[id]) && cells.size + issues.length > 0)
    return isSure || (isKnown && cells.size > 0) ? found.form.edition : null
  }
  return { disclosure: of('disclosure'), requests: of('requests'), proceedings: of('proceedings') }
}
