import type { Form, FormBlock, FormCell, FormColumn, FormId, FormRow, Label } from '@gongkai/schema'
import { cellKey } from '@gongkai/schema'
import { tableNumbers } from '../words/table-numbers.ts'
import { toRowAnchor } from './anchors.ts'

/** A heading of a table, as printed. */
export interface HeadCell {
  readonly label: Label
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  readonly colSpan: number
  readonly rowSpan: number
  /** Anchor of the row that the heading is the label of. */
  readonly anchor?: string
}

/** One printed row: headings at its start, then its cells. */
export interface LayoutRow {
  readonly heads: readonly HeadCell[]
  readonly cells: readonly (FormCell & { readonly colSpan: number })[]
}

/** Rows printed under one head. */
export interface LayoutSection {
  readonly head: readonly (readonly HeadCell[])[]
  readonly rows: readonly LayoutRow[]
}

/** A statutory table as the form prints it. */
export interface Layout {
  readonly form: Form
  readonly title: string
  /** Columns of headings before the first column of cells. */
  readonly stubWidth: number
  readonly sections: readonly LayoutSection[]
}

const items: Label = { zh: '信息内容', en: 'Content' }
const applicants: Label = { zh: '申请人情况', en: 'Applicants' }
const stub: Label = {
  zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  en: 'Items one and two equal items three and four',
}
const results: Label = { zh: '三、本年度办理结果', en: 'Results this year' }
const stubWidths = { disclosure: 1, requests: 3, proceedings: 0 } satisfies Record<FormId, number>

const head = (label: Label, scope: HeadCell['scope'], colSpan = 1, rowSpan = 1): HeadCell => ({
  label,
  scope,
  colSpan,
  rowSpan,
})
/** The label of a row. */
const rowHead = (form: Form, row: FormRow, ...[label, scope, colSpan, rowSpan]: Parameters<typeof head>): HeadCell => ({
  ...head(label, scope, colSpan, rowSpan),
  anchor: toRowAnchor(form.id, row.id),
})
const withNumeral = (row: FormRow): Label => ({ zh: `${row.numeral ?? ''}${row.label.zh}`, en: row.label.en })

interface Run<T> {
  readonly key: string | undefined
  readonly items: readonly T[]
}

/** Neighbours with the same key, together; an item without a key stands alone. */
export function toRuns<T>(list: readonly T[], keyOf: (item: T) => string | undefined): readonly Run<T>[] {
  const runs: { readonly key: string | undefined; readonly items: T[] }[] = []
  for (const item of list) {
    const key = keyOf(item)
    const last = runs.at(-1)
    if (key !== undefined && last?.key === key) last.items.push(item)
    else runs.push({ key, items: [item] })
  }
  return runs
}

function toCells(form: Form, row: FormRow, columns: readonly FormColumn[], width = columns.length): LayoutRow['cells'] {
  return columns.map((column, index) => ({
    key: cellKey(form.id, row, column),
    formId: form.id,
    row,
    column,
    colSpan: index === columns.length - 1 ? width - columns.length + 1 : 1,
  }))
}

/** 表二: blocks below one another; the last column of a narrow block fills the width. */
function toDisclosure(form: Form): readonly LayoutSection[] {
  const width = Math.max(...form.blocks.map((block) => block.columns.length))
  const lastSpan = (block: FormBlock, index: number) => (index === block.columns.length - 1 ? width - index : 1)
  return form.blocks.map((block) => ({
    head: [
      ...(block.heading ? [[head(block.heading, 'colgroup', width + 1)]] : []),
      [head(items, 'col'), ...block.columns.map((column, index) => head(column.label, 'col', lastSpan(block, index)))],
    ],
    rows: block.rows.map((row) => ({
      heads: [rowHead(form, row, withNumeral(row), 'row')],
      cells: toCells(form, row, block.columns, width),
    })),
  }))
}

function toApplicantHeads(columns: readonly FormColumn[]): LayoutSection['head'] {
  const runs = toRuns(columns, (column) => column.group?.zh)
  const second = runs.map((run) => {
    const [first] = run.items
    if (first?.group) return head(first.group, 'colgroup', run.items.length)
    return head(first?.label ?? applicants, 'col', 1, 2)
  })
  return [
    [head(stub, 'colgroup', stubWidths.requests, 3), head(applicants, 'colgroup', columns.length)],
    second,
    columns.filter((column) => column.group).map((column) => head(column.label, 'col')),
  ]
}

/** 一、二、四、 stand at the edge; every other row is a result under 三、. */
const isResult = (row: FormRow): boolean => !/^[一二三四]、/.test(row.numeral ?? '')

/** Headings that open above a row and span the rows below it. */
function toOpeners(rows: readonly FormRow[], row: FormRow): readonly HeadCell[] {
  const resultRows = rows.filter(isResult)
  const group = rows.filter((other) => other.group && other.group.zh === row.group?.zh)
  return [
    ...(resultRows[0] === row ? [head(results, 'rowgroup', 1, resultRows.length)] : []),
    ...(row.group && group[0] === row ? [head(row.group, 'rowgroup', 1, group.length)] : []),
  ]
}

/** 表三: a stub of three columns, a boxhead of three rows. */
function toRequests(form: Form): readonly LayoutSection[] {
  return form.blocks.map(({ rows, columns }) => ({
    head: toApplicantHeads(columns),
    rows: rows.map((row) => {
      const taken = (isResult(row) ? 1 : 0) + (row.group ? 1 : 0)
      return {
        heads: [...toOpeners(rows, row), rowHead(form, row, withNumeral(row), 'row', stubWidths.requests - taken)],
        cells: toCells(form, row, columns),
      }
    }),
  }))
}

/** 表四: every row of the form beside the others, on one printed row. */
function toProceedings(form: Form): readonly LayoutSection[] {
  return form.blocks.map(({ rows, columns }) => {
    const runs = toRuns(rows, (row) => row.group?.zh)
    const tops = runs.map(({ items: [first], items: group }) =>
      first?.group
        ? head(first.group, 'colgroup', group.length * columns.length)
        : first
          ? rowHead(form, first, first.label, 'colgroup', columns.length, 2)
          : head(items, 'colgroup', columns.length, 2),
    )
    return {
      head: [
        tops,
        rows.filter((row) => row.group).map((row) => rowHead(form, row, row.label, 'colgroup', columns.length)),
        rows.flatMap(() => columns.map((column) => head(column.label, 'col'))),
      ],
      rows: [{ heads: [], cells: rows.flatMap((row) => toCells(form, row, columns)) }],
    }
  })
}

const printers = { disclosure: toDisclosure, requests: toRequests, proceedings: toProceedings } satisfies Record<
  FormId,
  (form: Form) => readonly LayoutSection[]
>

/** Sets a form as it is printed: headings with their spans, cells in reading order. */
export function toLayout(form: Form): Layout {
  const title = `${tableNumbers[form.id]}　${form.title.zh}`
  return { form, title, stubWidth: stubWidths[form.id], sections: printers[form.id](form) }
}
