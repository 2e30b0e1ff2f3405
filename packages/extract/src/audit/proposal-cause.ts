import type { Cell, Line, Proposal, ProposalKind } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** The source as it stands beside the cells: the cleaned lines, all cells, and what reading had to say. */
export interface SourceText {
  readonly lines: readonly Pick<Line, 'line' | 'text'>[]
  readonly cells: readonly Cell[]
  readonly notes: readonly IssueNote[]
}

/**
 * Whether a wrong number is likelier ours or the agency's. It is ours where the source shows the proposed number in
 * another reading; the agency's where the printed number stands plainly in a row that nothing is wrong with.
 */
export function causeOf(cell: Cell, proposed: number, kind: ProposalKind, source: SourceText): Proposal['cause'] {
  if (kind === 'shifted_row') return 'reading'
  if (kind === 'emptied_row' || kind === 'swapped_rows') return 'unknown'
  if (kind === 'reordered_row') return cell.reader === 'run' ? 'reading' : 'unknown'
  if (isWrittenOtherwise(cell, proposed) || isLeftOver(cell, proposed, source)) return 'reading'
  return isPlain(cell, source) ? 'agency' : 'unknown'
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

/** The digits in the cell are those of the proposed number, cut or joined in another way. */
function isWrittenOtherwise({ raw, value }: Cell, proposed: number): boolean {
  return raw !== null && digitsOf(raw) === String(proposed) && String(proposed) !== String(value)
}

/** The line of the cell prints the proposed number, and no cell of that line has taken it. */
function isLeftOver(cell: Cell, proposed: number, { lines, cells }: SourceText): boolean {
  const at = cell.place?.line
  const text = at === undefined ? undefined : lines.find((line) => line.line === at)?.text
  if (text === undefined) return false
  const printed = text.split(/[\s|]+/).filter((part) => part === String(proposed)).length
  const taken = cells.filter((other) => other.place?.line === at && other.value === proposed).length
  return printed > taken
}

/** The cell prints a number and nothing else, and no issue names the cell, its row or the order of its table. */
function isPlain(cell: Cell, { notes }: SourceText): boolean {
  const row = cell.key.slice(0, cell.key.lastIndexOf('.'))
  const table = cell.key.slice(0, cell.key.indexOf('.'))
  const isNamed = notes.some(
    ({ code, key }) =>
      key === cell.key || key === row || (key === table && code !== 'row_unmapped') || key === cell.formId,
  )
  return cell.raw !== null && cell.raw.trim() === String(cell.value) && !isNamed
}
