import { expect, test } from 'vitest'
import type { CellRow } from '../../src/data/rows.ts'
import { toCellsCsv, toJsonTables } from '../../src/out/agency-files.ts'
import { cell } from '../support/rows.ts'

test('CSV fields are quoted only where they must be', () => {
  const cell = {
    report_id: 'r',
    form_id: 'requests',
    row_id: 'a',
    column_id: 'b',
    key: 'k',
    unit: '件',
    state: 'text',
    value: null,
    note: null,
    raw: '见"附件",\n一',
    place_line: 3,
    place_column: 2,
    place_page: null,
    reader: 'grid',
  } as const
  const csv = toCellsCsv([{ report: { report_id: 'r', year: 2022 }, cells: [cell] }])
  expect(csv).toBe(
    '\uFEFFreport_id,year,key,unit,state,value,note,raw,place_line\r\nr,2022,k,件,text,,,"见""附件"",\n一",3\r\n',
  )
})

test('a table in JSON is a grid: numbers plain, everything else with its state', () => {
  const blank: CellRow = { ...cell('k', 0), row_id: 'refused', state: 'blank', value: null, raw: '' }
  expect(toJsonTables([cell('j', 3), blank])).toEqual({
    requests: {
      columns: ['total'],
      rows: { granted: [3], refused: [{ state: 'blank', raw: '', unit: '件' }] },
      lines: { granted: [7], refused: [7] },
    },
  })
})
