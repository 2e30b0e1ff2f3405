import { type Form, formIds, forms, toFormCells } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { type LayoutSection, toLayout, toRuns } from '../../src/report/form-layout.ts'

const everyForm: readonly Form[] = formIds.flatMap((id) => [forms[id]['2021'], forms[id]['2019']])

/** Width of each printed row, counting what reaches into it from the rows above. */
function widthsOf(
  rows: readonly (readonly { readonly colSpan: number; readonly rowSpan?: number }[])[],
): readonly number[] {
  const widths = rows.map(() => 0)
  for (const [index, row] of rows.entries()) {
    for (const { colSpan, rowSpan = 1 } of row) {
      for (let below = index; below < index + rowSpan; below++) widths[below] = (widths[below] ?? 0) + colSpan
    }
  }
  return widths
}

const rowsOf = (section: LayoutSection) => [...section.head, ...section.rows.map((row) => [...row.heads, ...row.cells])]

describe.each(everyForm.map((form) => [`${form.id} of ${form.edition}`, form] as const))('%s', (_, form) => {
  const layout = toLayout(form)

  test('prints every cell of the form once, in order', () => {
    const printed = layout.sections.flatMap((section) =>
      section.rows.flatMap((row) => row.cells.map((cell) => cell.key)),
    )
    expect(printed).toEqual(toFormCells(form).map((cell) => cell.key))
  })

  test('is a rectangle: every row is as wide as the table', () => {
    const widths = layout.sections.flatMap((section) => widthsOf(rowsOf(section)))
    expect(new Set(widths).size).toBe(1)
  })
})

test('表三 opens 三、本年度办理结果 over all results', () => {
  const rows = toLayout(forms.requests['2021']).sections[0]?.rows ?? []
  expect(rows[2]?.heads.map((head) => [head.label.zh, head.rowSpan])).toEqual([
    ['三、本年度办理结果', 22],
    ['（一）予以公开', 1],
  ])
})

test('runs join neighbours with the same key and leave the others alone', () => {
  const runs = toRuns(['a1', 'a2', 'x', 'y', 'a3'], (item) => (item.startsWith('a') ? 'a' : undefined))
  expect(runs.map((run) => run.items)).toEqual([['a1', 'a2'], ['x'], ['y'], ['a3']])
})
