import { fold } from '@gongkai/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateReports } from './generate.ts'
import { findIds, toBlockLibrary, toFullReader, toLibrary } from './library.ts'

const made = generateReports(200, 11)
const engines = [toLibrary, toBlockLibrary].map((write) => write(made, { shardBytes: 1024 }).engine)
const readThrough = toFullReader(made)
const lines = made.flatMap((one) => [...one.lines.map(({ text }) => text), one.report.title, one.report.name])

/** A part of a line of some report, 1 to 12 characters long. */
const part = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 })).map(([which, from, length]) => {
  const text = lines[which % lines.length] ?? ''
  const start = from % text.length
  return [...text].slice(start, start + length).join('')
})
const answerable = part.filter((text) => /[\p{L}\p{N}]/u.test(text) && !/["“”「」\s]/.test(text))

async function expectExact(query: string): Promise<void> {
  for (const engine of engines) expect(await findIds(engine, query)).toEqual(readThrough(query))
}

describe('search finds exactly what reading every line from end to end finds', () => {
  test(
    'for any part of any text',
    () => fc.assert(fc.asyncProperty(answerable, expectExact), { numRuns: 120 }),
    120_000,
  )

  test(
    'for any phrase in quotes',
    () =>
      fc.assert(
        fc.asyncProperty(answerable, (text) => expectExact(`"${text}"`)),
        { numRuns: 60 },
      ),
    120_000,
  )

  test(
    'for two parts together, and for one without the other',
    () =>
      fc.assert(
        fc.asyncProperty(answerable, answerable, async (a, b) => {
          await expectExact(`${a} "${b}"`)
          await expectExact(`"${a}" -"${b}"`)
          await expectExact(`-"${b}"`)
        }),
        { numRuns: 40 },
      ),
    120_000,
  )

  test(
    'for parts of lines put together so that no line holds them',
    () =>
      fc.assert(
        fc.asyncProperty(answerable, answerable, (a, b) => expectExact(`"${a}${b}"`)),
        { numRuns: 60 },
      ),
    120_000,
  )
})

test('every part of a text finds the text it was cut from', async () => {
  for (const {
    report,
    lines: [first],
  } of made.slice(0, 40)) {
    const text = fold(first?.text ?? '')
    for (const engine of engines) expect(await findIds(engine, `"${text.slice(3, 9)}"`)).toContain(report.id)
  }
})
