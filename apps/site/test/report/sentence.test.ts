import { formIds, forms, toFormCells } from '@gongkai/schema'
import { expect, test } from 'vitest'
import type { CellRow } from '../../src/data/rows.ts'
import { describeReport } from '../../src/report/sentence.ts'

type Changes = Readonly<Record<string, Partial<CellRow>>>

function toCells(changes: Changes = {}): ReadonlyMap<string, CellRow> {
  const cells = formIds.flatMap((id) => toFormCells(forms[id]['2021']))
  return new Map(
    cells.map(({ key, formId, row, column }) => [
      key,
      {
        report_id: 'r',
        form_id: formId,
        row_id: row.id,
        column_id: column.id,
        key,
        unit: column.unit,
        state: 'value',
        value: 0,
        note: null,
        raw: '0',
        place_line: 1,
        place_column: null,
        place_page: null,
        reader: 'grid',
        ...changes[key],
      },
    ]),
  )
}

const missing: Partial<CellRow> = { state: 'missing', value: null, raw: null, place_line: null }

test('a year without requests is said in words', () => {
  const { zh, en } = describeReport(2022, toCells())
  expect(zh).toBe('2022年，该机关没有收到政府信息公开申请，也没有上年结转的申请；没有因此引起的行政复议和行政诉讼。')
  expect(en).toBe('In 2022: no request was received and none was carried over; no reconsideration and no lawsuit.')
})

test('numbers are those of the total column', () => {
  const { zh } = describeReport(
    2023,
    toCells({
      'requests.new_received.total': { value: 1234 },
      'requests.results_total.total': { value: 1230 },
      'requests.granted.total': { value: 1000 },
      'requests.carried_forward.total': { value: 4 },
      'litigation.direct.total': { value: 2 },
      'litigation.after_reconsideration.total': { value: 1 },
    }),
  )
  expect(zh).toBe(
    '2023年，该机关新收政府信息公开申请1,234件，上年结转0件；本年度办理结果合计1,230件（其中予以公开1,000件，部分公开0件），结转下年度继续办理4件；引起行政复议0件，行政诉讼3件。',
  )
})

test.each(['blank', 'not_applicable', 'text', 'missing'] as const)(
  'a cell that is %s is never said to be 0',
  (state) => {
    const gone = { ...missing, state }
    const { zh } = describeReport(
      2022,
      toCells({
        'requests.new_received.total': gone,
        'requests.carried_in.total': gone,
        'litigation.direct.total': gone,
      }),
    )
    expect(zh).toContain('申请数量未能从报告中读出')
    expect(zh).toContain('行政诉讼数量未读出')
  },
)

test('a report of which nothing was read says so, and nothing else', () => {
  const gone = Object.fromEntries([...toCells().keys()].map((key) => [key, missing]))
  const { zh, en } = describeReport(2022, toCells(gone))
  expect(zh).toBe('2022年：三张法定表格的数字均未能从文件中读出。')
  expect(en).toBe('In 2022: no number of the three statutory tables could be read from the file.')
})

test('an unknown year is said to be unknown', () => {
  expect(describeReport(null, toCells()).zh).toMatch(/^该报告年度，/)
})

test('where sums fail, the sentence says so', () => {
  expect(describeReport(2022, toCells(), 2).zh).toMatch(/；以上为总计栏的数字，表中另有2项勾稽关系不符。$/)
})
