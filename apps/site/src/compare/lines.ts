import { type Form, type FormColumn, type FormId, type FormRow, formIds, type Label, toEditions } from '@gongkai/schema'
import type { Line } from './types.ts'

/** A line of one edition, in both languages. */
interface FormLine extends Omit<Line, 'label' | 'group'> {
  readonly label: Label
  readonly group: Label | undefined
}

/** 表三 has a row a line, whose column the reader chooses; the other tables have a cell a line. */
function toRowLines(form: Form): readonly FormLine[] {
  return form.blocks.flatMap(({ rows }) =>
    rows.map((row) => ({
      form: form.id,
      row: row.id,
      column: '',
      label: { zh: `${row.numeral ?? ''}${row.label.zh}`, en: row.label.en },
      group: row.group,
    })),
  )
}

const toCellLine = (form: Form, row: FormRow, column: FormColumn): FormLine => ({
  form: form.id,
  row: row.id,
  column: column.id,
  label: { zh: `${row.label.zh}：${column.label.zh}`, en: `${row.label.en}: ${column.label.en}` },
  group: row.group,
})

const toCellLines = (form: Form): readonly FormLine[] =>
  form.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => toCellLine(form, row, column))),
  )

const makers = { disclosure: toCellLines, requests: toRowLines, proceedings: toCellLines } satisfies Record<
  FormId,
  (form: Form) => readonly FormLine[]
>

const isSame = (a: FormLine) => (b: FormLine) => a.row === b.row && a.column === b.column

/** Where a line that only an older edition has belongs: among those of its row, else behind the row before it there. */
function findPlace(merged: readonly FormLine[], line: FormLine, before: FormLine | undefined): number {
  if (!before) return 0
  if (before.row === line.row) return merged.findIndex(isSame(before)) + 1
  const own = merged.findIndex(({ row }) => row === line.row)
  return own >= 0 ? own : merged.findLastIndex(({ row }) => row === before.row) + 1
}

/** Adds the lines that only an older edition has. */
function addOlder(newer: readonly FormLine[], older: readonly FormLine[]): readonly FormLine[] {
  const merged = [...newer]
  for (const [i, line] of older.entries()) {
    if (merged.some(isSame(line))) continue
    merged.splice(findPlace(merged, line, older[i - 1]), 0, line)
  }
  return merged
}

const linesOf = (id: FormId): readonly FormLine[] =>
  toEditions(id).map(makers[id]).reduce<readonly FormLine[]>(addOlder, [])

/** Every line that some edition of the three tables prints, in the order of the form. */
export function toLines(locale: 'zh' | 'en'): readonly Line[] {
  return formIds.flatMap(linesOf).map((line) => ({
    ...line,
    label: line.label[locale],
    group: line.group?.[locale] ?? '',
  }))
}

/** Columns of 表三, the total first. */
export function toColumns(locale: 'zh' | 'en'): readonly { readonly id: string; readonly label: string }[] {
  const columns = toEditions('requests').flatMap(({ blocks }) => blocks.flatMap((block) => block.columns))
  const labels = new Map(columns.map(({ id, label }) => [id, label[locale]]))
  return [...labels].map(([id, label]) => ({ id, label })).toSorted((a, b) => +(b.id === 'total') - +(a.id === 'total'))
}
