import { expect, test } from 'vitest'
import { rowsOf } from '../src/database.ts'
import { toCells, toEntry, toReport } from './fixtures.ts'
import { withTables } from './with-tables.ts'

const years = [2022, 2023]
/** Enough bodies for a group of peers, each with a report of two years. */
const entries = Array.from({ length: 14 }, (_, i) =>
  years.map((year) => {
    const agencyId = `140212-ju${i}`
    const cells = toCells('requests', {
      'requests.new_received.total': { state: 'value', value: 30 + i * (year - 2021) },
    })
    return toEntry(`${i}-${year}.txt`, [toReport({ reportId: `${agencyId}-${year}`, cells }, { agencyId, year })])
  }),
).flat()

/** What is made in runs, of a run of so many reports, as it is stored, which is how it is written. */
const readTables = (runSize: number) =>
  withTables(
    entries,
    async (db) => ({ indicators: await rowsOf(db, 'from indicators'), findings: await rowsOf(db, 'from findings') }),
    runSize,
  )

test.each([1, 5, 27])('tables are the same when made for %i reports at a time', async (runSize) => {
  const whole = await readTables(28)
  expect(whole.findings.some(({ compared_report_id }) => compared_report_id !== null)).toBe(true)
  expect(whole.indicators.some(({ peer_count }) => Number(peer_count) >= 10)).toBe(true)
  expect(await readTables(runSize)).toEqual(whole)
})
