import type { Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { analyze } from '../src/index.ts'
import { query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const numbered = (numbers: Readonly<Record<string, number | null>>): Report['cells'] => {
  const changes = Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [
      key,
      value === null ? { value, state: 'blank' as const } : { value },
    ]),
  )
  return [...toCells('disclosure', changes), ...toCells('requests', changes), ...toCells('proceedings', changes)]
}

/** A report of one agency for a year, with these numbers among zeros. */
const reportOf = (year: number, numbers: Readonly<Record<string, number | null>>, agencyId = '140212-shuiwu') =>
  toEntry(`${agencyId}-${year}.txt`, [
    toReport({ reportId: `${agencyId}-${year}`, cells: numbered(numbers) }, { year, agencyId }),
  ])

async function findingsOf(entries: readonly ReturnType<typeof reportOf>[], checks: string) {
  const options = await writeEntries(entries)
  expect(await analyze(options)).toMatchObject({ published: true })
  return query(
    options.out,
    `select report_id, check_id, status, severity, left_value, right_value, message_zh, message_en
     from '{out}/findings.parquet' where check_id like '${checks}' order by report_id, check_id`,
  )
}

test('what is carried forward is held to what the next report carries in', async () => {
  const rows = await findingsOf(
    [
      reportOf(2022, { 'requests.carried_forward.total': 4, 'requests.carried_forward.natural_person': 4 }),
      reportOf(2023, { 'requests.carried_in.total': 3, 'requests.carried_in.natural_person': 4 }),
    ],
    'X.CARRY.%',
  )
  expect(rows).toHaveLength(7)
  expect(rows.filter((row) => row['status'] === 'fail')).toEqual([
    {
      report_id: '140212-shuiwu-2023',
      check_id: 'X.CARRY.total',
      status: 'fail',
      severity: 'should',
      left_value: 4,
      right_value: 3,
      message_zh: '总计：上年报告结转下年度 4，而本年报告所列上年结转 3',
      message_en: 'Total: last year’s report carried forward 4, but this year’s report carried in 3',
    },
  ])
})

test('a blank on either side cannot be assessed', async () => {
  const [row] = await findingsOf(
    [reportOf(2022, { 'requests.carried_forward.total': null }), reportOf(2023, {})],
    'X.CARRY.total',
  )
  expect(row).toMatchObject({ status: 'not_assessable', left_value: null, right_value: 0 })
})

test('years that do not adjoin, and other agencies, are not compared', async () => {
  const rows = await findingsOf([reportOf(2021, {}), reportOf(2023, {}), reportOf(2022, {}, '140212-jiaoyu')], 'X.%')
  expect(rows).toEqual([])
})

test('the stock of documents is last year’s, with what was issued and without what was abolished', async () => {
  const rows = await findingsOf(
    [
      reportOf(2022, { 'disclosure.normative_documents.in_force': 20, 'disclosure.rules.in_force': 1 }),
      reportOf(2023, {
        'disclosure.normative_documents.made': 3,
        'disclosure.normative_documents.abolished': 5,
        'disclosure.normative_documents.in_force': 19,
        'disclosure.rules.abolished': 2,
      }),
    ],
    'T2.%.%',
  )
  expect(rows.map((row) => [row['check_id'], row['status'], row['message_zh']])).toEqual([
    ['T2.FLOW.normative_documents', 'pass', '行政规范性文件：本年废止 5，与上年现行有效 20 + 本年制发 3 = 23 不矛盾'],
    ['T2.FLOW.rules', 'fail', '规章：本年废止 2，多于上年现行有效 1 + 本年制发 0 = 1'],
    [
      'T2.STOCK.normative_documents',
      'fail',
      '行政规范性文件：上年现行有效 20 + 本年制发 3 − 本年废止 5 = 18，而本年现行有效 19',
    ],
    ['T2.STOCK.rules', 'fail', '规章：上年现行有效 1 + 本年制发 0 − 本年废止 2 = -1，而本年现行有效 0'],
  ])
})

test.each([
  [400, 30, 'fail', '新收申请总计：上年 400，本年 30，变动超过十倍'],
  [1_234_567, 1_234_568, 'pass', '新收申请总计：上年 1234567，本年 1234568'],
  [30, 200, 'pass', '新收申请总计：上年 30，本年 200'],
] as const)('from %i to %i new requests is a jump or not: %s', async (earlier, later, status, message) => {
  const key = 'requests.new_received.total'
  const rows = await findingsOf([reportOf(2022, { [key]: earlier }), reportOf(2023, { [key]: later })], 'X.JUMP.%')
  expect(rows.map((row) => [row['status'], row['severity'], row['message_zh']])).toEqual([[status, 'info', message]])
})

test('few requests do not jump, and an amount ten thousand times as large is an amount in another unit', async () => {
  const rows = await findingsOf(
    [
      reportOf(2022, { 'requests.new_received.total': 1, 'disclosure.fees.amount': 12.5 }),
      reportOf(2023, { 'requests.new_received.total': 20, 'disclosure.fees.amount': 125_000 }),
    ],
    'X.JUMP.%',
  )
  expect(rows.map((row) => row['message_zh'])).toEqual([
    '行政事业性收费金额：上年 12.5，本年 125000，相差约一万倍，可能是元与万元混用',
  ])
})
