import {
  type BalanceEdit,
  type Form,
  type FormCell,
  formIds,
  type Label,
  toBalanceEdits,
  toEditions,
  toFormCells,
} from '@gongkai/schema'
import { toColumnLabel, toRowLabel } from '../report/verdict.ts'
import { tableNumbers } from '../words/table-numbers.ts'

/** Sums of one rule: what stands on both sides, and for which rows or columns it must hold. */
export interface SumRule {
  readonly title: Label
  readonly left: readonly Label[]
  readonly right: readonly Label[]
  /** Each of them is one sum. */
  readonly subjects: readonly Label[]
}

/** The sums that the forms in force prescribe, rule by rule, from their declarations. */
export function listSums(): { readonly rules: readonly SumRule[]; readonly edition: string; readonly source: string } {
  const forms = formIds.flatMap((id) => toEditions(id)[0] ?? [])
  const newest = forms.toSorted((a, b) => b.firstYear - a.firstYear)[0]
  if (!newest) throw new RangeError('Cannot list the sums: no form is declared')
  return { rules: forms.flatMap(toRules), edition: newest.edition, source: newest.source }
}

function toRules(form: Form): readonly SumRule[] {
  const cells = new Map(toFormCells(form).map((cell) => [cell.key, cell]))
  const byRule = Map.groupBy(toBalanceEdits(form), ({ label }) => label)
  return [...byRule].map(([label, edits]) => toRule(form, label, edits, cells))
}

function toRule(
  form: Form,
  label: Label,
  edits: readonly BalanceEdit[],
  cells: ReadonlyMap<string, FormCell>,
): SumRule {
  const find = (keys: readonly string[]) => keys.flatMap((key) => cells.get(key) ?? [])
  const [first] = edits
  if (!first) throw new RangeError(`Cannot list "${label.en}": it has no sums`)
  const isOverColumns = first.over === 'columns'
  const nameOf = ({ row, column }: FormCell) => (isOverColumns ? toRowLabel(row) : toColumnLabel(column))
  const subjectOf = ({ row, column }: FormCell) => (isOverColumns ? toColumnLabel(column) : toRowLabel(row))
  return {
    title: { zh: `${tableNumbers[form.id]}：${label.zh}`, en: `${form.title.en}: ${label.en}` },
    left: find(first.left).map(nameOf),
    right: find(first.right).map(nameOf),
    subjects: edits.flatMap(({ left }) => find(left.slice(0, 1)).map(subjectOf)),
  }
}
