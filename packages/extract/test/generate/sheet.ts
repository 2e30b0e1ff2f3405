import { cellKey, type Form, type FormBlock, type FormRow, forms } from '@gongkai/schema'
import { formsOf, type Truth } from './truth.ts'

/** One printed cell of a sheet; a value cell carries its key. */
export interface SheetCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly key?: string
}

export type SheetRow = readonly SheetCell[]
export type Sheet = readonly SheetRow[]

/** The three tables as an agency prints them. */
export interface Sheets {
  readonly disclosure: Sheet
  readonly requests: Sheet
  readonly proceedings: Sheet
}

const cell = (text: string, colSpan = 1, rowSpan = 1): SheetCell => ({ text, colSpan, rowSpan })

export function toSheets(truth: Truth): Sheets {
  const [disclosure, requests] = formsOf(truth)
  if (!disclosure || !requests) throw new RangeError('A report has three forms')
  return {
    disclosure: disclosure.blocks.flatMap((block) => toBlockRows(disclosure, block, truth)),
    requests: toRequests(requests, truth),
    proceedings: toProceedings(truth),
  }
}

function valueCells(form: Form, row: FormRow, block: FormBlock, truth: Truth, width: number): SheetRow {
  const printed = block.columns.flatMap((column) => {
    const key = cellKey(form.id, row, column)
    const print = truth.prints.get(key)
    return print ? [{ ...cell(print.raw), key }] : []
  })
  const spare = width - printed.length
  return printed.map((one, i) => (i === printed.length - 1 ? { ...one, colSpan: 1 + spare } : one))
}

/** A block of 表二, four columns wide: article, heads, rows. */
function toBlockRows(form: Form, block: FormBlock, truth: Truth): Sheet {
  const last = block.columns.length - 1
  const heads = block.columns.map((column, i) => cell(column.label.zh, i === last ? 3 - last : 1))
  const rows = block.rows.map((row) => ({ label: row.label.zh, values: valueCells(form, row, block, truth, 3) }))
  return [
    [cell(block.heading?.zh ?? '', 4)],
    [cell('信息内容'), ...heads],
    ...rows.filter((row) => row.values.length > 0).map((row) => [cell(row.label), ...row.values]),
  ]
}

const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

function toRequests(form: Form, truth: Truth): Sheet {
  const block = form.blocks[0]
  if (!block) return []
  const names = block.columns.map((column) => column.label.zh)
  const rows = block.rows.map((row) => ({ row, values: valueCells(form, row, block, truth, 7) }))
  const printed = rows.filter(({ values }) => values.length > 0)
  const results = printed.filter(({ row }) => /^(?:granted|refused|unav|unproc|other|results)/.test(row.id))
  const seen = new Set<string>()
  const body = printed.map(({ row, values }): SheetRow => {
    const text = `${row.numeral ?? ''}${row.label.zh}`
    const isResult = results.some((one) => one.row === row)
    if (!isResult) return [cell(text, 3), ...values]
    const lead = row === results[0]?.row ? [cell('三、本年度办理结果', 1, results.length)] : []
    const group = row.group?.zh
    if (group === undefined) return [...lead, cell(text, 2), ...values]
    const size = results.filter((one) => one.row.group?.zh === group).length
    const head = seen.has(group) ? [] : [cell(group, 1, size)]
    seen.add(group)
    return [...lead, ...head, cell(text), ...values]
  })
  return [
    [cell(corner, 3, 3), cell('申请人情况', 7)],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    names.slice(1, 6).map((name) => cell(name)),
    ...body,
  ]
}

function toProceedings(truth: Truth): Sheet {
  const form = forms.proceedings['2021']
  const block = form.blocks[0]
  if (!block) return []
  const names = block.columns.map((column) => column.label.zh)
  const values = block.rows.flatMap((row) => valueCells(form, row, block, truth, 5))
  if (values.length === 0) return []
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [...names.map((name) => cell(name, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    [...names, ...names].map((name) => cell(name)),
    values,
  ]
}

/** A sheet as a rectangle; undefined where a merged cell covers the place. */
export function toMatrix(sheet: Sheet): readonly (readonly (SheetCell | undefined)[])[] {
  const matrix: (SheetCell | undefined)[][] = sheet.map(() => [])
  const taken = sheet.map(() => new Set<number>())
  sheet.forEach((row, r) => {
    let column = 0
    for (const one of row) {
      while (taken[r]?.has(column)) column++
      for (let dr = 0; dr < one.rowSpan; dr++) for (let dc = 0; dc < one.colSpan; dc++) taken[r + dr]?.add(column + dc)
      const line = matrix[r]
      if (line) line[column] = one
      column += one.colSpan
    }
  })
  const width = Math.max(0, ...taken.map((places) => Math.max(-1, ...places) + 1))
  return matrix.map((row) => Array.from({ length: width }, (_, i) => row[i]))
}
