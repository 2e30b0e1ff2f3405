import { type BalanceEdit, type Form, type FormCell, type Label, toBalanceEdits, toFormCells } from '@gongkai/schema'
import type { CellRow, FindingRow, ProposalRow } from './rows.ts'
import { countIn } from './sentence.ts'

/** A cell of one side of an edit. */
export interface Term {
  readonly key: string
  readonly label: Label
  readonly value: number
}

/** One side of an edit: the cells that add up to it. */
export interface Side {
  /** Cells other than 0. */
  readonly terms: readonly Term[]
  /** Cells of 0, which are not written out. */
  readonly zeros: number
  readonly sum: number | null
}

/** A failing edit with both sides. */
export interface Failure {
  readonly finding: FindingRow
  readonly left: Side
  readonly right: Side
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

/** What a cell is called: its row, and its column where the row has several. */
export function toCellLabel({ row, column }: FormCell): Label {
  const group = row.group ? { zh: `${row.group.zh}`, en: `${row.group.en}: ` } : { zh: '', en: '' }
  const [zh, en] = [`${group.zh}${row.numeral ?? ''}${row.label.zh}`, `${group.en}${row.label.en}`]
  return { zh: `${zh} · ${column.label.zh}`, en: `${en}, ${column.label.en}` }
}

/** Every cell of some forms by key. */
export function toCellLabels(forms: readonly Form[]): ReadonlyMap<string, Label> {
  return new Map(forms.flatMap((form) => toFormCells(form).map((cell) => [cell.key, toCellLabel(cell)] as const)))
}

interface Context {
  readonly cells: ReadonlyMap<string, CellRow>
  readonly labels: ReadonlyMap<string, Label>
}

function toSide(keys: readonly string[], sum: number | null, { cells, labels }: Context): Side {
  const terms = keys.map((key) => ({
    key,
    label: labels.get(key) ?? { zh: key, en: key },
    value: countIn(cells, key) ?? 0,
  }))
  const written = terms.filter(({ value }) => value !== 0)
  return { terms: written, zeros: terms.length - written.length, sum }
}

function toFailure(finding: FindingRow, edit: BalanceEdit | undefined, context: Context): Failure {
  return {
    finding,
    left: toSide(edit?.left ?? [], finding.left_value, context),
    right: toSide(edit?.right ?? [], finding.right_value, context),
  }
}

/** Splits the sum edits among the findings into what was assessed, what fails, with both sides, and what could not be assessed. */
export function toVerdict(
  findings: readonly FindingRow[],
  proposals: readonly ProposalRow[],
  forms: readonly Form[],
  cells: ReadonlyMap<string, CellRow>,
): Verdict {
  const edits = new Map(forms.flatMap((form) => toBalanceEdits(form).map((edit) => [edit.id, edit] as const)))
  const context = { cells, labels: toCellLabels(forms) }
  const sums = findings.filter(({ check_id }) => edits.has(check_id))
  const assessed = sums.filter(({ status }) => status !== 'not_assessable')
  const failing = assessed.filter(({ status }) => status === 'fail')
  return {
    assessed: assessed.length,
    failures: failing.map((finding) => toFailure(finding, edits.get(finding.check_id), context)),
    notAssessable: sums.length - assessed.length,
    doubts: findings.filter(({ check_id, status }) => status === 'fail' && !edits.has(check_id)),
    proposals: [...Map.groupBy(proposals, ({ set_no }) => set_no)].sort(([a], [b]) => a - b).map(([, set]) => set),
  }
}

/** Cell key → the value that restores the sums it stands in, where only one set of changes does that. */
export function toCorrections({ proposals }: Pick<Verdict, 'proposals'>): ReadonlyMap<string, number> {
  const located = proposals.filter(([first]) => first?.sets === 1)
  return new Map(located.flat().map(({ key, proposed_value }) => [key, proposed_value]))
}
