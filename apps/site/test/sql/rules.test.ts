import { expect, test } from 'vitest'
import { complete, insert } from '../../src/sql/complete.ts'
import { isReading, namesIn, sourcesIn, toStatement } from '../../src/sql/statement.ts'
import { toValue } from '../../src/sql/value.ts'

test.each([
  ['select 1', true],
  ['  SELECT 1', true],
  ['-- all\nselect 1', true],
  ['/* a * b */ /**/ (select 1)', true],
  ['with a as (select 1) select * from a', true],
  ['from reports', true],
  ['describe reports', true],
  ['', false],
  ['-- select 1', false],
  ['/* select 1', false],
  ['install httpfs', false],
  ['/* */ load httpfs', false],
  ["attach 'a.db'", false],
  ["copy (select 1) to 'a.csv'", false],
  ['set threads = 1', false],
  ['selection', false],
])('%j reads: %s', (sql, reads) => {
  expect(isReading(sql)).toBe(reads)
})

test('comments without end are read in a time that grows with their length', () => {
  expect(isReading(`${'/**/--\n('.repeat(50_000)}/*`)).toBe(false)
})

test('tables are found as whole words, in any case', () => {
  expect(namesIn('select * from REPORTS r, report_lines', ['lines', 'reports'])).toEqual(['reports'])
})

test.each([
  ['select count(*) as lines from reports', []],
  ['select lines from reports', []],
  ['select * from LINES', ['lines']],
  ['select * from main.lines', ['lines']],
  ['select * from "lines"', ['lines']],
  ['select * from reports r join cells c on true', ['cells']],
  ['select * from reports,\n  lines', ['lines']],
  ['select * from cells_of', []],
])('%j reads the wide tables %j', (sql, found) => {
  expect(sourcesIn(sql, ['cells', 'lines'])).toEqual(found)
})

test('a statement is what stands before its semicolon', () => {
  expect(toStatement(' select 1 ; ;\n')).toBe('select 1')
})

const names = { reports: ['report_id', 'agency_id', 'agency_name'], cells: ['report_id', 'value'] }

test.each([
  ['select ag', ['reports'], ['agency_id', 'agency_name']],
  ['select r.AG', ['reports'], ['agency_id', 'agency_name']],
  ['select v', ['reports'], []],
  ['select v', [], ['value']],
  ['select * from re', [], ['reports']],
  ['where re', [], ['report_id', 'reports']],
  ['select value', ['cells'], []],
  ['select ', ['cells'], []],
])('%j of a query over %j goes on with %j', (before, mentioned, found) => {
  expect(complete(before, mentioned, names)).toEqual(found)
})

test.each([
  ['select ag| from reports', 'agency_id', 'select agency_id| from reports'],
  ['select r.ag|', 'agency_id', 'select r.agency_id|'],
  ['select |', 'value', 'select value|'],
  ['select report_id|', 'value', 'select report_id value|'],
  ['|', 'reports', 'reports|'],
])('into %j goes %j: %j', (text, name, wanted) => {
  const caret = text.indexOf('|')
  const changed = insert(text.replace('|', ''), caret, name)
  expect(`${changed.text.slice(0, changed.caret)}|${changed.text.slice(changed.caret)}`).toBe(wanted)
})

test.each([
  [undefined, null],
  [null, null],
  [0, 0],
  [false, false],
  [12n, 12],
  ['甲', '甲'],
  [new Date(Date.UTC(2024, 0, 31)), '2024-01-31'],
  [new Date(Date.UTC(2024, 0, 31, 12)), '2024-01-31T12:00:00.000Z'],
  [['a', null, 2n], 'a;;2'],
])('the value %s is shown as %s', (value, shown) => {
  expect(toValue(value)).toBe(shown)
})
