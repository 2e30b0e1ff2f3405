import type { Cell } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { causeOf, type SourceText } from '../../src/audit/proposal-cause.ts'
import { toTables } from './tables.ts'

const key = 'requests.granted.natural_person'
const cellOf = (changes: Partial<Cell>): Cell => {
  const cell = toTables('2021', () => 0).cells.find((one) => one.key === key)
  if (!cell) throw new RangeError(`"${key}" is in the form`)
  return {
    ...cell,
    value: 12,
    raw: '12',
    place: { line: 7, section: 3, table: 1, row: 3, column: 4, page: null },
    ...changes,
  }
}
const source = (text: string, cell: Cell, notes: SourceText['notes'] = []): SourceText => ({
  lines: [{ line: 7, text }],
  cells: [cell],
  notes,
})

test.each([
  ['the printed number stands plainly in its row', {}, '（一）予以公开\t12\t3', [], 'agency'],
  ['the cell holds the digits of the proposed number', { raw: '1 2 0' }, '（一）予以公开\t1 2 0', [], 'reading'],
  ['the line prints the proposed number, and no cell took it', {}, '（一）予以公开\t12\t120', [], 'reading'],
  ['the proposed number is part of a label', {}, '（一）予以公开120件\t12', [], 'agency'],
  ['an issue names the row', {}, '（一）予以公开\t12', ['requests.granted'], 'unknown'],
  ['an issue names the order of the table', {}, '（一）予以公开\t12', ['requests'], 'unknown'],
  ['an issue names another row', {}, '（一）予以公开\t12', ['requests.carried_in'], 'agency'],
  ['the number carries a note', { raw: '12（其中修订1件）' }, '（一）予以公开\t12（其中修订1件）', [], 'unknown'],
] as const)('the cause of 12 for 120, where %s', (_, changes, text, keys, cause) => {
  const cell = cellOf(changes)
  const notes = keys.map((one) => ({ code: 'columns_reordered', severity: 'info', key: one }) as const)
  expect(causeOf(cell, 120, 'cells', source(text, cell, notes))).toBe(cause)
})
