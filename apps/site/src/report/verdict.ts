import {
  type BalanceEdit,
  type Form,
  type FormCell,
  type FormColumn,
  type FormRow,
  type Label,
  sumTexts,
  toBalanceEdits,
  toFormCells,
} from '@gongkai/schema'
import type { CellRow, FindingRow, ProposalRow } from '../data/rows.ts'
import { countIn } from './sentence.ts'

/** A cell of one side of an edit. */
export interface Term {
  readonly key: string
  readonly label: Label
  readonly value: number
}

/** One side of an edit: the cells that add up to it. */
export interface Side {
  /** The cells written out: all of a few, of many those other than 0. */
  readonly terms: readonly Term[]
  /** Cells of 0, which are not written out. */
  readonly zeros: number
  readonly sum: number | null
}

/** A failing edit with both sides. */
export interface Failure {
  readonly finding: FindingRow
  /** What every cell of the edit has in common, its row or its column; the terms name the other. */
  readonly subject: Label
  readonly left: Side
  readonly right: Side
  /** That reading of some of its rows is in doubt, so that the report need not be wrong. */
  readonly doubt: Label | undefined
}

/** Outcome of the checks of a report. */
export interface Verdict {
  /** Sum edits of the form that were assessed. */
  readonly assessed: number
  /** Those of them that fail. */
  readonly failures: readonly Failure[]
  readonly notAssessable: number
  /** Other checks that fail: most have known exceptions, so they raise a doubt and prove nothing. */
  readonly doubts: readonly FindingRow[]
  /** Sets of changes, each with its cells; a set restores the edits that it names. */
  readonly proposals: readonly (readonly ProposalRow[])[]
}

/** What a row is called, with the group it stands in and its numeral. */
export const toRowLabel = (row: FormRow): Label => ({
  zh: `${row.group ? `${row.group.zh} ` : ''}${row.numeral ?? ''}${row.label.zh}`,
  en: `${row.group ? `${row.group.en}: ` : ''}${row.label.en}`,
})

/** What a column is called, in few words. */
export const toColumnLabel = ({ short, label }: FormColumn): Label => short ?? label

/** What a cell is called: its row, and its column where the row has several. */
export function toCellLabel({ row, column }: FormCell): Label {
  const [ofRow, ofColumn] = [toRowLabel(row), toColumnLabel(column)]
  return { zh: `${ofRow.zh} · ${ofColumn.zh}`, en: `${ofRow.en}, ${ofColumn.en}` }
}

/** Every cell of some forms by key. */
export function toCellLabels(forms: readonly Form[]): ReadonlyMap<string, Label> {
  return new Map(forms.flatMap((form) => toFormCells(form).map((cell) => [cell.key, toCellLabel(cell)] as const)))
}

const toShortRowLabel = (row: FormRow): Label =>
  row.short ? { zh: `${row.numeral ?? ''}${row.short.zh}`, en: row.short.en } : toRowLabel(row)

/** The cells of an edit share their row or their column: it names the edit, and the other names each cell. */
function toNames({ over, label }: BalanceEdit, first: FormCell) {
  const shared = over === 'rows' ? toRowLabel(first.row) : toColumnLabel(first.column)
  return {
    subject: { zh: `${shared.zh}：${label.zh}`, en: `${shared.en}: ${label.en}` },
    nameOf: ({ row, column }: FormCell) => (over === 'rows' ? toColumnLabel(column) : toShortRowLabel(row)),
  }
}

type Cells = ReadonlyMap<string, CellRow>

/** Sides of more cells than this leave out those of 0. */
const mostWritten = 2

function toSide(terms: readonly Term[], sum: number | null): Side {
  const written = terms.length > mostWritten ? terms.filter(({ value }) => value !== 0) : terms
  return { terms: written, zeros: terms.length - written.length, sum }
}

function toFailure(
  finding: FindingRow,
  edit: BalanceEdit,
  formCells: ReadonlyMap<string, FormCell>,
  cells: Cells,
): Failure {
  const find = (keys: readonly string[]) => keys.flatMap((key) => formCells.get(key) ?? [])
  const [first] = find(edit.left)
  if (!first) throw new RangeError(`Cannot show "${edit.id}": the form has none of its cells`)
  const { subject, nameOf } = toNames(edit, first)
  const toTerms = (keys: readonly string[]) =>
    find(keys).map((cell) => ({ key: cell.key, label: nameOf(cell), value: countIn(cells, cell.key) ?? 0 }))
  return {
    finding,
    subject,
    left: toSide(toTerms(edit.left), finding.left_value),
    right: toSide(toTerms(edit.right), finding.right_value),
    doubt: toDoubt(finding),
  }
}

/** What the sentence of a failing sum says of its reading, in both languages. */
function toDoubt({ message_zh, message_en }: FindingRow): Label | undefined {
  const [zh, en] = [cutDoubt(message_zh, sumTexts.doubted.zh), cutDoubt(message_en, sumTexts.doubted.en)]
  return zh === undefined || en === undefined ? undefined : { zh, en }
}

function cutDoubt(said: string, text: string): string | undefined {
  const [start = '', end = ''] = text.split('{rows}')
  return said.endsWith(end) ? said.slice(said.lastIndexOf(start) + 1).trim() : undefined
}

/** Splits the sum edits among the findings into what was assessed, what fails, with both sides, and what could not be assessed. */
export function toVerdict(
  findings: readonly FindingRow[],
  proposals: readonly ProposalRow[],
  forms: readonly Form[],
  cells: Cells,
): Verdict {
  const edits = new Map(forms.flatMap((form) => toBalanceEdits(form).map((edit) => [edit.id, edit] as const)))
  const formCells = new Map(forms.flatMap(toFormCells).map((cell) => [cell.key, cell] as const))
  const sums = findings.filter(({ check_id }) => edits.has(check_id))
  const assessed = sums.filter(({ status }) => status !== 'not_assessable')
  const failing = assessed.filter(({ status }) => status === 'fail')
  return {
    assessed: assessed.length,
    failures: failing.flatMap((finding) => {
      const edit = edits.get(finding.check_id)
      return edit ? [toFailure(finding, edit, formCells, cells)] : []
    }),
    notAssessable: sums.length - assessed.length,
    // A number of the text that differs is shown with the text, among its claims.
    doubts: findings.filter(
      ({ check_id, status }) => status === 'fail' && !edits.has(check_id) && !check_id.startsWith('N.CLAIM.'),
    ),
    proposals: [...Map.groupBy(proposals, ({ set_no }) => set_no)].sort(([a], [b]) => a - b).map(([, set]) => set),
  }
}

/** Sets of changes by the sums that they restore: those of one group are alternatives. */
export const toAlternatives = ({ proposals }: Pick<Verdict, 'proposals'>): readonly Verdict['proposals'][] => [
  ...Map.groupBy(proposals, ([first]) => (first?.edits_restored ?? []).join(' ')).values(),
]

/** Cell key → the value that restores the sums it stands in, where only one set of changes does that. */
export function toCorrections(verdict: Pick<Verdict, 'proposals'>): ReadonlyMap<string, number> {
  const located = toAlternatives(verdict).flatMap((ways) => (ways.length === 1 ? ways : []))
  return new Map(located.flat().map(({ key, proposed_value }) => [key, proposed_value]))
}
