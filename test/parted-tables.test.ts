import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tables } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { openParquet, readSpan, toRows } from '../apps/site/src/data/parquet.ts'
import { query } from '../packages/analyze/test/fixtures.ts'

test('the files of a table in parts are read as one, across their row groups', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-parts-'))
  const table = tables.find(({ name }) => name === 'lines')
  if (!table) throw new Error('no table "lines"')
  // three files of 5,000, 1 and 3,000 rows, the first in three row groups
  const sizes = [5000, 1, 3000]
  const paths = sizes.map((_, i) => join(folder, `part-${i}.parquet`))
  for (const [i, size] of sizes.entries())
    await query(
      folder,
      `copy (
        select 'r${i}' as report_id, cast(range + 1 as integer) as line, 'paragraph' as kind, null::integer as section,
          'file ${i} row ' || range as text from range(${size})
      ) to '${paths[i]}' (format parquet, row_group_size 2048)`,
    )
  const parquet = await openParquet(
    paths.map((path) => new Uint8Array(readFileSync(path)).buffer),
    table,
  )
  expect(parquet.rowCount).toBe(8001)
  expect(parquet.groups.map(({ start }) => start)).toEqual([0, 2048, 4096, 5000, 5001, 7049])
  const whole = await readSpan(parquet, { start: 0, end: 8001 }, ['text'])
  expect([4999, 5000, 5001, 8000].map((at) => toRows(whole)(at))).toEqual([
    { text: 'file 0 row 4999' },
    { text: 'file 1 row 0' },
    { text: 'file 2 row 0' },
    { text: 'file 2 row 2999' },
  ])
  const group = await readSpan(parquet, { start: 7049, end: 8001 }, ['line'])
  expect(toRows(group)(7049)).toEqual({ line: 2049 })
})
