import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCsv } from '../src/csv.ts'

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

test.each(['agency-suffixes', 'zones', 'functions'])('%s rows carry reason and source', (name) => {
  expect(rowsOf(name).filter(({ reason, source }) => !reason || !source)).toEqual([])
})

test('zones lie in a division', () => {
  const codes = new Set(rowsOf('divisions').map(({ code }) => code))
  expect(rowsOf('zones').filter(({ parent_code: parent }) => !codes.has(parent))).toEqual([])
})
