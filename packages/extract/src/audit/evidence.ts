import type { Cell, DocumentIssue, EvidenceKind, Finding, FormId } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import type { FilledForm } from './filled-form.ts'

/** Issues that leave it open which value belongs to which cell of a table. */
const unsettling: ReadonlySet<DocumentIssue> = new Set<DocumentIssue>([
  'row_unmapped',
  'row_unprinted',
  'block_unprinted',
  'row_ragged',
  'row_repeated',
  'single_value',
  'label_inferred',
  'columns_reordered',
  'digits_joined',
  'digits_ambiguous',
  'tables_deduplicated',
])

/** Issues that name a table or one of its rows or cells. */
export const isAbout = (note: IssueNote, formId: FormId): boolean =>
  note.key === formId ||
  note.key?.startsWith(`${formId}.`) === true ||
  (formId === 'proceedings' && /^(?:reconsideration|litigation)\b/.test(note.key ?? ''))

/**
 * What shows that the values of a table stand in their own cells: sums that are not 0 and hold; else that every row was
 * printed, in the order of the form, with all its values; null when no cell of the table was found.
 */
export function findEvidence(
  { form, cells }: FilledForm,
  sums: readonly Finding[],
  notes: readonly IssueNote[],
): EvidenceKind | null {
  if (cells.every((cell) => cell.state === 'missing')) return null
  if (countProving(sums) > 0) return 'arithmetic'
  return isInOrder(cells) && !notes.some((note) => unsettling.has(note.code) && isAbout(note, form.id))
    ? 'structural'
    : 'none'
}

/** How many more sums hold than fail, of those over numbers that are not all 0. */
function countProving(sums: readonly Finding[]): number {
  let more = 0
  for (const { severity, status, leftValue, rightValue } of sums) {
    if (severity !== 'must' || (leftValue === 0 && rightValue === 0)) continue
    if (status === 'pass') more++
    if (status === 'fail') more--
  }
  return more
}

/** Whether every cell has a place, none before the one that the form has before it. */
export function isInOrder(cells: readonly Cell[]): boolean {
  let [lastLine, lastColumn] = [0, 0]
  for (const { place } of cells) {
    if (place === null) return false
    const column = place.column ?? 0
    if (place.line < lastLine || (place.line === lastLine && column < lastColumn)) return false
    lastLine = place.line
    lastColumn = column
  }
  return true
}
