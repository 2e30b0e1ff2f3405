import type { Cell, Line, Proposal, ProposalKind } from '@gongkai/schema'

/** The source as it stands beside the cells: the cleaned lines, and all cells. */
export interface SourceText {
  readonly lines: readonly Pick<Line, 'line' | 'text'>[]
  readonly cells: readonly Cell[]
}

/** What a proposal is made from. */
export interface ProposalSource extends SourceText {
  readonly kind: ProposalKind
  /** Whether reading is in doubt of any cell of the failing edits, or of one that is to change. */
  readonly isDoubted: boolean
}

/**
 * Whether a wrong number is likelier ours or the agency's. It is ours where the source shows the proposed number in
 * another reading; the agency's where the printed number stands plainly, and no cell of the failing edits is in doubt.
 */
export function causeOf(cell: Cell, proposed: number, source: ProposalSource): Proposal['cause'] {
  const { kind } = source
  if (kind === 'shifted_row') return 'reading'
  if (kind === 'emptied_row' || kind === 'swapped_rows') return 'unknown'
  if (kind === 'reordered_row') return cell.reader === 'run' ? 'reading' : 'unknown'
  if (isWrittenOtherwise(cell, proposed) || isLeftOver(cell, proposed, source)) return 'reading'
  return isPlain(cell) && !source.isDoubted ? 'agency' : 'unknown'
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

/** The cell prints a number and nothing else. */
const isPlain = ({ raw, value }: Cell): boolean => raw !== null && raw.trim() === String(value)
