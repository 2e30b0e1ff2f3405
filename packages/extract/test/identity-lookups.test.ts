import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCsv } from '../src/csv.ts'
import { toShortForm } from '../src/identity/division-names.ts'

const rowsOf = (name: string): Record<string, string>[] =>
  parseCsv(readFileSync(new URL(`../../../data/lookups/${name}.csv`, import.meta.url), 'utf8'))

test.each([
  ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['a,b\r\n"x,1","say ""no"""\r\n', [{ a: 'x,1', b: 'say "no"' }]],
  ['\uFEFFa\n"two\nlines"', [{ a: 'two\nlines' }]],
  ['a,b\n1\n\n', [{ a: '1', b: '' }]],
])('parseCsv(%j)', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows)
})

test('divisions are sorted, unique, and every parent exists', () => {
  const rows = rowsOf('divisions')
  const codes = rows.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].toSorted())
  expect(
    rows.filter(({ parent_code: parent, level }) => (level === 'province' ? parent !== '' : !codes.includes(parent))),
  ).toEqual([])
  expect(rows.filter(({ level }) => level === 'province')).toHaveLength(34)
})

test('former divisions and short forms lead to divisions in use, and carry reason and source', () => {
  const names = new Map(rowsOf('divisions').map(({ code = '', name = '' }) => [code, name]))
  const former = rowsOf('former-divisions')
  expect(former.filter(({ code = '', name }) => names.get(code) !== name)).toEqual([])
  expect(former.filter(({ former_code: old = '', code }) => old !== code && names.has(old))).toEqual([])
  expect(former.filter(({ until = '' }) => !/^20[012]\d$/.test(until))).toEqual([])
  expect(former.filter(({ change = '' }) => !['renamed', 'merged'].includes(change))).toEqual([])
  expect(rowsOf('division-aliases').filter(({ code = '' }) => !names.has(code))).toEqual([])
  expect(former.length).toBeGreaterThan(200)
})

test.each([
  ['恩施土家族苗族自治州', '恩施州'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江县'],
  ['木垒哈萨克自治县', '木垒县'],
  ['鄂伦春自治旗', '鄂伦春旗'],
  ['东乡族自治县', null],
  ['泾县', null],
])('the short form of %s is %s', (name, short) => {
  expect(toShortForm(name)).toBe(short)
})

test.each(['agency-suffixes', 'zones', 'functions', 'former-divisions', 'division-aliases'])(
  '%s rows carry reason and source',
  (name) => {
    expect(rowsOf(name).filter(({ reason, source }) => !reason || !source)).toEqual([])
  },
)

test('zones lie in a division', () => {
  const codes = new Set(rowsOf('divisions').map(({ code }) => code))
  expect(rowsOf('zones').filter(({ parent_code: parent }) => !codes.has(parent))).toEqual([])
})
