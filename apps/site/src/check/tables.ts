import { type Cell, type FormId, formIds, type Label, type Report, toForm } from '@gongkai/schema'
import { toLayout } from '../report/form-layout.ts'
import { stateWords } from '../words/cell-states.ts'
import { toPlainNumber } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { tableNumbers } from '../words/table-numbers.ts'

/** A statutory table as it was read, set as the form prints it. */
export interface TableView {
  readonly formId: FormId
  readonly title: string
  /** Columns of headings before the first column of cells. */
  readonly stubWidth: number
  readonly rows: readonly RowView[]
  /** Whether the table was found at all. */
  readonly isFound: boolean
}

export interface RowView {
  readonly heads: readonly HeadView[]
  readonly cells: readonly CellView[]
}

export interface HeadView {
  readonly text: string
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  readonly colSpan: number
  readonly rowSpan: number
}

export interface CellView {
  readonly key: string
  readonly text: string
  readonly state: Cell['state']
  readonly isZero: boolean
  readonly colSpan: number
  /** A failing sum adds it up. */
  readonly isDoubtful: boolean
  /** What would restore the sums, where only one change does. */
  readonly proposed?: string
}

/** What is known of single cells beside their values. */
export interface CellMarks {
  readonly doubtful: ReadonlySet<string>
  readonly proposed: ReadonlyMap<string, number>
}

/** The tables of a report as they were read; one that was not found is named and has no rows. */
export function toTables(
  { editions, cells }: Pick<Report, 'editions' | 'cells'>,
  marks: CellMarks,
  locale: Locale,
): readonly TableView[] {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  return formIds.map((formId): TableView => {
    const edition = editions[formId]
    if (edition === null) return { formId, title: tableNumbers[formId], stubWidth: 0, rows: [], isFound: false }
    const { form, title, stubWidth, sections } = toLayout(toForm(formId, edition))
    const say = (label: Label) => label[locale]
    const rows = sections.flatMap(({ head, rows }) => [
      ...head.map((heads) => ({ heads: heads.map((one) => ({ ...one, text: say(one.label) })), cells: [] })),
      ...rows.map((row) => ({
        heads: row.heads.map((one) => ({ ...one, text: say(one.label) })),
        cells: row.cells.map(({ key, colSpan }) => toCell(key, colSpan, byKey.get(key), marks, locale)),
      })),
    ])
    return { formId, title: locale === 'zh' ? title : form.title.en, stubWidth, rows, isFound: true }
  })
}

function toCell(
  key: string,
  colSpan: number,
  cell: Cell | undefined,
  { doubtful, proposed }: CellMarks,
  locale: Locale,
): CellView {
  const state = cell?.state ?? 'missing'
  const number = state === 'value' ? (cell?.value ?? null) : null
  const words = state === 'text' ? (cell?.raw ?? '') : stateWords[state].mark[locale]
  const change = proposed.get(key)
  return {
    key,
    text: number === null ? words : toPlainNumber(number),
    state,
    isZero: number === 0,
    colSpan,
    isDoubtful: doubtful.has(key),
    ...(change !== undefined && { proposed: toPlainNumber(change) }),
  }
}
