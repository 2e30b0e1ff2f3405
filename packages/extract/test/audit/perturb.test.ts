import { describe, expect, test } from 'vitest'
import {
  type Spoil,
  spoilBlank,
  spoilCells,
  spoilShifted,
  spoilSwapped,
  spoilTwo,
  spoilZeroed,
  sumTallies,
  swapDigits,
  tally,
} from './perturb.ts'
import { failedOf, generateBalanced, type Tables } from './tables.ts'

const tables = [...generateBalanced('2021', 4, 1), ...generateBalanced('2019', 1, 1)]
const tallyAll = (toSpoils: (one: Tables) => readonly Spoil[]) =>
  sumTallies(tables.flatMap((one) => toSpoils(one).map((spoil) => tally(one, spoil))))

test('the tables balance before they are spoilt, and most rows are not zero', () => {
  expect(tables.flatMap(failedOf)).toEqual([])
  for (const { cells } of tables) expect(cells.filter((cell) => cell.value !== 0).length).toBeGreaterThan(40)
})

const changes: readonly (readonly [string, (value: number) => number])[] = [
  ['up by 1', (value) => value + 1],
  ['down by 1', (value) => value - 1],
  ['up by 9', (value) => value + 9],
  ['down by 9', (value) => value - 9],
  ['up by 10', (value) => value + 10],
  ['up by 90', (value) => value + 90],
  ['with two digits exchanged', swapDigits],
]

describe.each(changes)('one cell %s', (_, change) => {
  test('of 表三 is detected, and located with the number it had', () => {
    const { tried, detected, located, wrong } = tallyAll((one) => spoilCells(one, 'requests', change))
    expect(tried).toBeGreaterThan(300)
    expect({ detected, located, wrong }).toEqual({ detected: tried, located: tried, wrong: 0 })
  })

  test('of 表四 is detected, and is one of the five that are listed', () => {
    const { tried, detected, among, wrong } = tallyAll((one) => spoilCells(one, 'proceedings', change))
    expect(tried).toBeGreaterThan(20)
    expect({ detected, among, wrong }).toEqual({ detected: tried, among: tried, wrong: 0 })
  })

  test('that is a total of 表四 is the likeliest of the five', () => {
    const toTotals = (one: Tables) =>
      spoilCells(one, 'proceedings', change).filter((spoil) => [...spoil.keys()].some((key) => key.endsWith('.total')))
    const { tried, first } = tallyAll(toTotals)
    expect(tried).toBeGreaterThan(5)
    expect(first).toBe(tried)
  })
})

test.each([
  ['an empty cell', null],
  ['a zero', 0],
])('a row that is not zero, shifted to the left with %s behind it, is detected and proposed as shifted', (_, last) => {
  const { tried, detected, located, wrong } = tallyAll((one) => spoilShifted(one, last))
  expect(tried).toBeGreaterThan(100)
  expect({ detected, located, wrong }).toEqual({ detected: tried, located: tried, wrong: 0 })
})

test('two wrong cells are detected, and never taken for one other cell alone', () => {
  const { tried, detected, located, among, wrong } = tallyAll((one) => spoilTwo(one, 400, 7))
  expect(tried).toBe(2000)
  expect(detected / tried).toBeGreaterThanOrEqual(0.999)
  expect(located + among).toBe(detected)
  expect(wrong).toBe(0)
})

test('a row of zeros where there was none is detected, and the columns tell what it was', () => {
  const { tried, detected, located, among, wrong } = tallyAll(spoilZeroed)
  expect({ detected, found: located + among, wrong }).toEqual({ detected: tried, found: tried, wrong: 0 })
})

test('two rows that changed places are found where they show at all: two result rows leave every sum as it was', () => {
  const { tried, detected, located, among, wrong } = tallyAll(spoilSwapped)
  expect(detected).toBeGreaterThan(0)
  expect(detected).toBeLessThan(tried)
  expect({ found: located + among, wrong }).toEqual({ found: detected, wrong: 0 })
})

test('a blank cell fails no edit', () => {
  const { tried, detected } = tallyAll(spoilBlank)
  expect(tried).toBe(tables.reduce((sum, one) => sum + one.cells.length, 0))
  expect(detected).toBe(0)
})
