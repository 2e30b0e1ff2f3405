import type { Cell, EvidenceKind, Finding, Form, FormId, IssueCode } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** Issues that leave it open which value belongs to which cell of a table. */
const unsettling: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'row_unmapped',
  'row_unprinted',
  'row_ragged',
  'row_repeated',
  'single_value',
  'label_inferred',
  'columns_reordered',
  'digits_joined',
  'digits_ambiguous',
  'span_mismatch',
  'table_repeated',
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
  form: Form,
  cells: readonly Cell[],
  findings: readonly Finding[],
  notes: readonly IssueNote[],
): EvidenceKind | null {
  const own = cells.filter((cell) => cell.formId === form.id)
  if (own.every((cell) => cell.state === 'missing')) return null
  const keys = new Set(own.map((cell) => cell.key))
  const sums = findings.filter((finding) => finding.severity === 'must' && keys.has(finding.cells[0] ?? ''))
  const proving = sums.filter((finding) => finding.leftValue !== 0 || finding.rightValue !== 0)
  const count = (status: Finding['status']) => proving.filter((finding) => finding.status === status).length
  if (count('pass') > count('fail')) return 'arithmetic'
  return isInOrder(own) && !notes.some((note) => unsettling.has(note.code) && isAbout(note, form.id))
    ? 'structural'
    : 'none'
}

/** Whether every cell has a place, none before the one that the form has before it. */
export function isInOrder(cells: readonly Cell[]): boolean {
  let last = { line: 0, column: 0 }
  for (const { place } of cells) {
    if (place === null) return false
    const column = place.column ?? 0
    if (place.line < last.line || (place.line === last.line && column < last.column)) return false
    last = { line: place.line, column }
  }
  return true
}
