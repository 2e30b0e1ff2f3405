import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BalanceEdit, forms, toBalanceEdits, toFormCells } from '../src/index.ts'

type Values = ReadonlyMap<string, number>

const sumOf = (keys: readonly string[], values: Values) => keys.reduce((sum, key) => sum + (values.get(key) ?? 0), 0)
const holds = (edit: BalanceEdit, values: Values) => sumOf(edit.left, values) === sumOf(edit.right, values)

/** A 表三 or 表四 that balances: the single cells are free, every total follows from them. */
function toBalanced(edition: '2021' | '2019', formId: 'requests' | 'proceedings', free: readonly number[]): Values {
  const form = forms[formId][edition]
  const values = new Map(toFormCells(form).map((cell, index) => [cell.key, free[index % free.length] ?? 0]))
  const edits = toBalanceEdits(form)
  const settle = (prefix: string) => {
    for (const edit of edits.filter((item) => item.id.startsWith(prefix))) {
      const [key, ...others] = edit.right
      if (key) values.set(key, sumOf(edit.left, values) - sumOf(others, values))
    }
  }
  settle('T3.RESULTS')
  for (const edit of edits.filter((item) => item.id.startsWith('T3.BALANCE'))) {
    const [first, second] = edit.left
    if (first && second) values.set(second, sumOf(edit.right, values) - (values.get(first) ?? 0))
  }
  settle('T3.APPLICANTS')
  settle('T4.TOTAL')
  return values
}

const cases = [
  ['2021', 'requests'],
  ['2019', 'requests'],
  ['2021', 'proceedings'],
  ['2019', 'proceedings'],
] as const
const anyFree = fc.array(fc.nat({ max: 9999 }), { minLength: 175, maxLength: 175 })

test.each(cases)('a balanced form of %s %s passes every sum edit', (edition, formId) => {
  fc.assert(
    fc.property(anyFree, (free) => {
      const values = toBalanced(edition, formId, free)
      const failed = toBalanceEdits(forms[formId][edition]).filter((edit) => !holds(edit, values))
      expect(failed.map((edit) => edit.id)).toEqual([])
    }),
  )
})

test.each(cases)('one wrong cell anywhere in a balanced form of %s %s fails a sum edit', (edition, formId) => {
  const cells = toFormCells(forms[formId][edition])
  fc.assert(
    fc.property(anyFree, fc.nat({ max: cells.length - 1 }), fc.integer({ min: 1, max: 999 }), (free, index, error) => {
      const values = new Map(toBalanced(edition, formId, free))
      const key = cells[index]?.key ?? ''
      values.set(key, (values.get(key) ?? 0) + error)
      expect(toBalanceEdits(forms[formId][edition]).some((edit) => !holds(edit, values))).toBe(true)
    }),
  )
})
