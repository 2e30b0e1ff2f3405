import { type Cell, cellStates } from '@gongkai/schema'
import { parseCsv } from './csv.ts'
import type { IssueNote } from './types.ts'

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

/**
 * Reads `corrections.csv`: sha256, key, value, reason, reviewer. The value is the printed number, or a state of a cell
 * (`blank`, `not_applicable`, `missing`).
 *
 * @throws {RangeError} if a row lacks a field, names a value that is neither, or repeats a cell (our bug, not the document's)
 */
export function toCorrections(text: string): Corrections {
  const corrections = new Map<string, Correction[]>()
  for (const row of parseCsv(text)) {
    const { sha256 = '', key = '' } = row
    const own = corrections.get(sha256) ?? []
    if (own.some((other) => other.key === key)) throw refused(row, 'the cell is corrected once only')
    corrections.set(sha256, [...own, toCorrection(row)])
  }
  return corrections
}

const refused = (row: Readonly<Record<string, string>>, why: string): RangeError =>
  new RangeError(`Cannot use the correction ${JSON.stringify(row)}: ${why}`)

function toCorrection(row: Readonly<Record<string, string>>): Correction {
  const { sha256 = '', key = '', value = '', reason = '', reviewer = '' } = row
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw refused(row, 'sha256 must be 64 hex digits')
  if (key === '' || reason.trim() === '' || reviewer.trim() === '') {
    throw refused(row, 'key, reason and reviewer must be given')
  }
  const shared = { key, reason: reason.trim(), reviewer: reviewer.trim() }
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return { ...shared, state: 'value', value: Number(value) }
  if (isState(value)) return { ...shared, state: value, value: null }
  throw refused(row, 'value must be a number, blank, not_applicable or missing')
}

const isState = (text: string): text is Cell['state'] =>
  Object.hasOwn(cellStates, text) && text !== 'value' && text !== 'text'

/**
 * Puts corrections in place of what was read. The cell keeps its printed text and its place and carries the reason; an
 * issue says what was read before. A correction of a cell that the report does not have is an issue, too.
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
