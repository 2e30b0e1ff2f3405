import { expect, test } from 'vitest'
import { readCarried } from '../src/index.ts'

const file = {
  year: 2023,
  columns: ['total'],
  reports: [{ reportId: 'a-2023', agencyId: 'a', name: null, place: '', carried: [null] }],
}

test('a list of what was carried forward is read as it was written', () => {
  expect(readCarried(JSON.stringify(file))).toEqual(file)
})

test.each([
  ['{"year":2023', '""'],
  ['[]', '""'],
  [JSON.stringify({ ...file, year: '2023' }), '"year"'],
  [JSON.stringify({ ...file, reports: [{}] }), '"reports.0.reportId"'],
])('%s is no list, and the message names what is wrong', (text, named) => {
  expect(() => readCarried(text)).toThrow(new RangeError(`Cannot read what was carried forward: ${named} is wrong`))
})
