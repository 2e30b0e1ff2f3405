import { expect, test } from 'vitest'
import { forms, indicators, outcomeGroups, outcomeRows, peerSteps, tables, toFormCells } from '../src/index.ts'

const cells = new Set(
  Object.values(forms).flatMap((editions) =>
    Object.values(editions)
      .flatMap(toFormCells)
      .map(({ key }) => key),
  ),
)
const columnsOf = (name: string) =>
  tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? []
const applicants = toFormCells(forms.requests['2021']).map(({ column }) => column.id)

/** Whether a key names a number that a report has, one of its cells or of its tables. */
function isKnown(key: string): boolean {
  const [table, first = '', second = ''] = key.split('.')
  if (cells.has(key)) return true
  if (table === 'outcomes') return first in outcomeGroups && applicants.includes(second)
  if (table === 'similarities') return columnsOf('similarities').includes(second)
  return table === 'reports' && (columnsOf('reports').includes(first) || first === 'cells_nonzero')
}

test('there are enough indicators, each with an id of its own', () => {
  const ids = indicators.map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(24)
  expect(new Set(ids).size).toBe(ids.length)
})

test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
  '%s is declared whole',
  (id, indicator) => {
    const { numerator, denominator, unit, smallN, label, formula, notAssessable } = indicator
    expect(id).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
    expect(numerator.length).toBeGreaterThan(0)
    for (const { key } of [...numerator, ...denominator]) expect(isKnown(key), key).toBe(true)
    for (const { zh, en } of [label, formula, notAssessable]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en.trim()).not.toBe('')
    }
    // a share or a rate has a denominator and the one rule of small numbers; what is none has neither
    const isRatio = ['share', 'per_100', 'change'].includes(unit)
    expect([denominator.length > 0, smallN]).toEqual([isRatio, isRatio ? 30 : null])
  },
)

test('every row of 表三 but received, carried and the total is in one group of results', () => {
  const rows = Object.values(forms.requests).flatMap((form) =>
    form.blocks.flatMap((block) => block.rows.map(({ id }) => id)),
  )
  const left = new Set(rows.filter((id) => !outcomeRows.some(({ rowId }) => rowId === id)))
  expect([...left].toSorted()).toEqual(['carried_forward', 'carried_in', 'new_received', 'results_total'])
  expect(new Set(outcomeRows.map(({ rowId }) => rowId)).size).toBe(outcomeRows.length)
})

test('every step of the order of peers is one year, and the last is that alone', () => {
  for (const { by } of peerSteps) expect(by).toContain('year')
  expect(peerSteps.at(-1)?.by).toEqual(['year'])
})
