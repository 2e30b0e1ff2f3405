import { describe, expect, test } from 'vitest'
import { parseCsv, parseTable } from '../src/lookups/csv.ts'

test.each([
  ['a,b\n1,2\n', [{ a: '1', b: '2' }]],
  ['a,b\r\n"x,1","say ""no"""\r\n', [{ a: 'x,1', b: 'say "no"' }]],
  ['\uFEFFa\n"two\nlines"', [{ a: 'two\nlines' }]],
  ['a,b\n1\n\n', [{ a: '1', b: '' }]],
  ['a,b\n,\n1,2\n,,\n', [{ a: '1', b: '2' }]],
  ['a\n𠮷 ー é ▉\n', [{ a: '𠮷 ー é ▉' }]],
  ['', []],
])('parseCsv(%j)', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows)
})

describe('the line of a row is the one that an editor shows', () => {
  test.each([
    ['rows of one line', 'a\n1\n2\n', [2, 3]],
    ['empty lines', 'a\n\n\n1\n\n2', [4, 6]],
    ['empty lines before the head', '\n\na\n1\n', [4]],
    ['rows of commas', 'a,b\n,\n1,2\n', [3]],
    ['a value of three lines', 'a\n"1\n2\n3"\n4\n', [2, 5]],
    ['CRLF, also within a value', '\uFEFFa\r\n"1\r\n2"\r\n\r\n3\r\n', [2, 5]],
  ])('with %s', (_, text, lines) => {
    expect(parseTable('f.csv', text).rows.map(({ line }) => line)).toEqual(lines)
  })
})

test.each([
  ['is not closed', 'a,b\n1,2\n\n3,"4\n5,6\n', 4],
  ['stands within a value', 'a\n"x\ny"\nsay "no"\n', 4],
  ['is closed too soon', '\uFEFFa\n"深"圳\n', 2],
])('a quote that %s is refused with its row and without its value', (_, text, row) => {
  expect(() => parseTable('data/f.csv', text)).toThrow(
    new RangeError(
      `data/f.csv, row ${row}: a quote is out of place; a value with a comma or a quote stands in quotes, which are closed, and a quote in it is doubled`,
    ),
  )
})
