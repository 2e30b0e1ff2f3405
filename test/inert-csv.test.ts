import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toCsv } from '../apps/site/src/text/csv.ts'
import { quoted, rowsOf, withDatabase } from '../packages/analyze/src/database.ts'
import { toInert } from '../packages/analyze/src/write/csv-field.ts'

/** Texts, and how the CSV of the dataset and of the site hold them. */
const texts: readonly (readonly [string, string])[] = [
  ['=1+1', "'=1+1"],
  ['＝cmd', "'＝cmd"],
  ['@a', "'@a"],
  ['-b', "'-b"],
  ['-', '-'],
  ['-12.5', '-12.5'],
  ['+3', '+3'],
  ['甲=乙', '甲=乙'],
  ['甲 =乙', '甲 =乙'],
  [' =1', "' =1"],
  ['\u3000=1', "'\u3000=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff+cmd', "'\ufeff+cmd"],
  ['\n甲', "'\n甲"],
  ['甲\n=1', "甲\n'=1"],
  ['甲\r=1', "甲\r'=1"],
  ['甲\r\n\r\n=1', "甲\r\n\r\n'=1"],
  ['甲\t=1', "甲\t'=1"],
  ['甲\u2028=1', "甲\u2028'=1"],
  ['甲\u0085=1', "甲\u0085'=1"],
  ['甲\n \u200b@SUM(1)', "甲\n \u200b'@SUM(1)"],
  ['甲\n- 乙', '甲\n- 乙'],
  ['\n=1', "'\n'=1"],
  ['=1\n=2', "'=1\n'=2"],
]

test.each(texts)('the CSV of the site holds %j as %j', (text, written) => {
  const [, field = ''] = /^\uFEFFa\r\n(.*)\r\n$/s.exec(toCsv(['a'], [[text]])) ?? []
  expect(field.replace(/^"(.*)"$/s, '$1')).toBe(written)
})

test('the CSV of the dataset holds them in the same way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-inert-'))
  const values = texts.map(([text], i) => `(${i}, ${quoted(text)})`).join(', ')
  const sql = `select ${toInert('field')} as written from (values ${values}) as given(place, field) order by place`
  const rows = await withDatabase({ file: join(folder, 'x.duckdb'), spill: join(folder, 'spill') }, (db) =>
    rowsOf(db, sql),
  )
  expect(rows.map(({ written }) => written)).toEqual(texts.map(([, written]) => written))
  rmSync(folder, { recursive: true })
})
