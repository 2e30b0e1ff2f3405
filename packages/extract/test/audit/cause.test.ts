import type { Cell } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { causeOf, type ProposalSource } from '../../src/audit/proposal-cause.ts'
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
const source = (text: string, cell: Cell, isDoubted: boolean): ProposalSource => ({
  lines: [{ line: 7, text }],
  cells: [cell],
  kind: 'cells',
  isDoubted,
})

test.each([
  ['the printed number stands plainly in its row', {}, '（一）予以公开\t12\t3', false, 'agency'],
  ['the cell holds the digits of the proposed number', { raw: '1 2 0' }, '（一）予以公开\t1 2 0', false, 'reading'],
  ['the line prints the proposed number, and no cell took it', {}, '（一）予以公开\t12\t120', false, 'reading'],
  ['the line prints it, and reading is in doubt besides', {}, '（一）予以公开\t12\t120', true, 'reading'],
  ['the proposed number is part of a label', {}, '（一）予以公开120件\t12', false, 'agency'],
  ['reading is in doubt of a cell of the failing sum', {}, '（一）予以公开\t12\t3', true, 'unknown'],
  ['the number carries a note', { raw: '12（其中修订1件）' }, '（一）予以公开\t12（其中修订1件）', false, 'unknown'],
] as const)('the cause of 12 for 120, where %s', (_, changes, text, isDoubted, cause) => {
  const cell = cellOf(changes)
  expect(causeOf(cell, 120, source(text, cell, isDoubted))).toBe(cause)
})
