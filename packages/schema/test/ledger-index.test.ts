import { expect, test } from 'vitest'
import { type IndexRow, readIndexRows, toIndexLine, toProvinces } from '../src/index.ts'

const key = 'a'.repeat(64)
const sum = 'b'.repeat(64)
const documentId = 'c'.repeat(64)

const rows: readonly (readonly [what: string, row: IndexRow, line: string])[] = [
  [
    'a report',
    { key, offset: 0, length: 91_214, sum, documentId, provinces: ['11'] },
    `${key} 0 91214 ${sum} ${documentId} 11\n`,
  ],
  [
    'reports of several provinces, of central bodies and of unknown ones',
    { key, offset: 91_214, length: 7, sum, documentId, provinces: ['00', '11', '13', 'x-'] },
    `${key} 91214 7 ${sum} ${documentId} 00+11+13+x-\n`,
  ],
  [
    'a file that could not be opened',
    { key: null, offset: 91_221, length: 300, sum, documentId: null, provinces: [] },
    `- 91221 300 ${sum} - -\n`,
  ],
]

test.each(rows)('%s is written and read', (_, row, line) => {
  expect(toIndexLine(row)).toBe(line)
  expect(readIndexRows(Buffer.from(line))).toEqual([row])
})

test('rows are read in their order, and what is no row is passed over', () => {
  const [first = '', second = '', third = ''] = rows.map(([, , line]) => line)
  const others = [`slow ${key}\n`, '\n', `${key} 0 91214 ${sum}\n`, first.toUpperCase(), second.replace('+', ' ')]
  const text = `${others.join('')}${third}${others.join('')}${first}${second.slice(0, -3)}`
  expect(readIndexRows(Buffer.from(text))).toEqual([rows[2]?.[1], rows[0]?.[1]])
})

const toReport = (agencyId: string, regionCode: string | null) => ({ identity: { agencyId, regionCode } })

test.each([
  [[], []],
  [[toReport('610603-wenhuahelvyouju', '610603')], ['61']],
  [[toReport('000000-caizhengbu', null)], ['00']],
  [[toReport('000000-caizhengbu', '110000')], ['00', '11']],
  [[toReport('x-x-0a1b2c3d', null), toReport('x-x-0a1b2c3d-2', null)], ['x-']],
  [
    [toReport('130000-caizhengting', '130000'), toReport('110000-caizhengju', '110000')],
    ['11', '13'],
  ],
] as const)('reports of %j are of the provinces %j', (reports, provinces) => {
  expect(toProvinces(reports)).toEqual(provinces)
})
