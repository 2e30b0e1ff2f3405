export { checks, checkTexts, sumTexts } from './checks.ts'
export { editions, firstRegulatedYear } from './notices.ts'
export { aggregateCells, jumpCells, panelEdits, panelRules } from './panel.ts'

import { disclosure2019, disclosure2021 } from './disclosure.ts'
import { proceedings2019, proceedings2021 } from './proceedings.ts'
import { requests2019, requests2021 } from './requests.ts'
import type {
  BalanceEdit,
  BalanceRule,
  Edition,
  Form,
  FormBlock,
  FormCell,
  FormColumn,
  FormId,
  FormRow,
} from './types.ts'

/** Every declared form, by table and edition. */
export const forms = {
  disclosure: { '2021': disclosure2021, '2019': disclosure2019 },
  requests: { '2021': requests2021, '2019': requests2019 },
  proceedings: { '2021': proceedings2021, '2019': proceedings2019 },
} as const satisfies Readonly<Record<FormId, Readonly<Partial<Record<Edition, Form>>>>>

/** Table order of the report: 表二, 表三, 表四. */
export const formIds = ['disclosure', 'requests', 'proceedings'] as const satisfies readonly FormId[]

/** Every declared form: table after table, newest edition first. */
export const declaredForms: readonly Form[] = formIds.flatMap((id) =>
  Object.values<Form>(forms[id]).toSorted((a, b) => b.firstYear - a.firstYear),
)

/** First report year for which the tables are prescribed. */
export const firstFormYear: number = Math.min(...declaredForms.map(({ firstYear }) => firstYear))

/** Public key of a cell; 表四 rows carry their own table name (`reconsideration.upheld`). */
export function cellKey(formId: FormId, row: FormRow, column: FormColumn): string {
  return formId === 'proceedings' ? `${row.id}.${column.id}` : `${formId}.${row.id}.${column.id}`
}

/** Keeps what a function says of a form, or of one list of forms; these are literals, so the answer never changes. */
export function perForm<T, Key extends Form | readonly Form[] = Form>(make: (form: Key) => T): (form: Key) => T {
  const made = new WeakMap<Key, T>()
  return (form) => {
    const known = made.get(form)
    if (known !== undefined) return known
    const one = make(form)
    made.set(form, one)
    return one
  }
}

/** The editions of each table among some forms, newest first; a table may lack an edition. */
export const editionsOf = perForm((declared: readonly Form[]): Readonly<Record<FormId, readonly Form[]>> => {
  const newestFirst = declared.toSorted((a, b) => b.firstYear - a.firstYear)
  const of = (id: FormId) => newestFirst.filter((form) => form.id === id)
  return { disclosure: of('disclosure'), requests: of('requests'), proceedings: of('proceedings') }
})

/** Every declared edition of a table, newest first. */
export const toEditions = (id: FormId): readonly Form[] => editionsOf(declaredForms)[id]

/**
 * The form of a table in an edition; a table that the edition lacks stays as the edition before it was.
 *
 * @throws {RangeError} if no edition of the table is so old (our fault: the oldest declares all tables)
 */
export function toForm(id: FormId, edition: Edition): Form {
  const since = declaredForms.find((form) => form.edition === edition)?.firstYear ?? 0
  const form = toEditions(id).find(({ firstYear }) => firstYear <= since)
  if (!form) throw new RangeError(`Cannot find "${id}" of ${edition}: no edition of it is declared`)
  return form
}

/** Every cell of a form in printed order. */
export const toFormCells = perForm((form): readonly FormCell[] =>
  form.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({ key: cellKey(form.id, row, column), formId: form.id, row, column })),
    ),
  ),
)

/** Ids of the columns of a form, block after block, each once. */
export const toColumnIds = perForm((form): readonly string[] => [
  ...new Set(form.blocks.flatMap(({ columns }) => columns.map(({ id }) => id))),
])

/** How many values a printed row holds: one for each column; 表四 prints all its cells in one row. */
export const toRowWidth = (form: Form): number =>
  form.id === 'proceedings' ? toFormCells(form).length : toColumnIds(form).length

/** Every concrete sum edit of a form. @throws {RangeError} if a rule names a row or column the form lacks */
export const toBalanceEdits = perForm((form): readonly BalanceEdit[] =>
  form.balances.flatMap((rule) => form.blocks.flatMap((block) => editsOf(form, block, rule))),
)

function editsOf(form: Form, block: FormBlock, rule: BalanceRule): readonly BalanceEdit[] {
  const lines = rule.over === 'rows' ? block.rows : block.columns
  const across: readonly { readonly id: string }[] = rule.over === 'rows' ? block.columns : block.rows
  for (const id of [...rule.left, ...rule.right]) {
    if (!across.some((line) => line.id === id)) {
      throw new RangeError(`Cannot balance "${form.id}" of ${form.edition}: "${id}" is not in the form`)
    }
  }
  const prefix = form.id === 'proceedings' ? '' : `${form.id}.`
  const key = (line: string, other: string) =>
    rule.over === 'rows' ? `${prefix}${line}.${other}` : `${prefix}${other}.${line}`
  return lines.map((line) => ({
    id: `${rule.id}.${line.id}`,
    severity: rule.severity,
    label: rule.label,
    over: rule.over,
    left: rule.left.map((other) => key(line.id, other)),
    right: rule.right.map((other) => key(line.id, other)),
  }))
}
