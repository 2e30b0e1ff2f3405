import { type Cell, cellStates, type LookupRows } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** A reviewed reading of one cell of one document, where the program reads it wrongly. */
export interface Correction {
  readonly key: string
  readonly state: Cell['state']
  /** The printed number, in the unit of the cell; null unless the state is `value`. */
  readonly value: number | null
  readonly reason: string
  readonly reviewer: string
}

/** Corrections by SHA-256 of the document. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>

type CorrectionRow = LookupRows['corrections'][number]

/** The rows of corrections.csv by document. */
export const toCorrections = (rows: readonly CorrectionRow[]): Corrections =>
  new Map([...Map.groupBy(rows, ({ sha256 }) => sha256)].map(([sha256, own]) => [sha256, own.map(toCorrection)]))

/** The value of a row is the printed number, or a state of the cell. */
function toCorrection({ key, value, reason, reviewer }: CorrectionRow): Correction {
  const shared = { key, reason, reviewer }
  return isState(value) ? { ...shared, state: value, value: null } : { ...shared, state: 'value', value: Number(value) }
}

const isState = (text: string): text is Cell['state'] => Object.hasOwn(cellStates, text)

/**
 * Puts corrections in place of what was read. The cell keeps its printed text and its place and carries the reason; an
 * issue says what was read before. A correction of a cell that the report does not have is an issue, too.
 *
 * @example a cell of 20 and a correction to 2 → the cell with value 2 and its raw 20, and the issue `cell_corrected`
 */
export function correctCells(
  cells: readonly Cell[],
  corrections: readonly Correction[],
): { readonly cells: readonly Cell[]; readonly issues: readonly IssueNote[] } {
  if (corrections.length === 0) return { cells, issues: [] }
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const issues = corrections.map((correction) => toNote(correction, byKey.get(correction.key)))
  const wanted = new Map(corrections.map((correction) => [correction.key, correction]))
  return { issues, cells: cells.map((cell) => correct(cell, wanted.get(cell.key))) }
}

function correct(cell: Cell, correction: Correction | undefined): Cell {
  if (!correction) return cell
  const { state, value, reason, reviewer } = correction
  const said = `人工核定：${reason}（${reviewer}）`
  return { ...cell, state, value, note: cell.note ? `${cell.note}；${said}` : said }
}

function toNote({ key, state, value, reason }: Correction, cell: Cell | undefined): IssueNote {
  if (!cell) return { code: 'correction_unused', severity: 'warning', key, detail: { zh: reason, en: reason } }
  const before = { zh: cellStates[cell.state].zh, en: cellStates[cell.state].en }
  const after = { zh: cellStates[state].zh, en: cellStates[state].en }
  return {
    code: 'cell_corrected',
    severity: 'info',
    key,
    ...(cell.place ? { line: cell.place.line } : {}),
    detail: {
      zh: `${cell.value ?? before.zh}→${value ?? after.zh}，${reason}`,
      en: `${cell.value ?? before.en} → ${value ?? after.en}; ${reason}`,
    },
  }
}
