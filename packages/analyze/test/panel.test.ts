import type { Report } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
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
    `select report_id, check_id, compared_report_id, status, severity, left_value, right_value, message_zh, message_en
     from '{out}/findings.parquet' join '{out}/messages.parquet' using (message_id) where check_id like '${checks}' order by report_id, check_id`,
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
      compared_report_id: '140212-shuiwu-2022',
      status: 'fail',
      severity: 'should',
      left_value: 4,
      right_value: 3,
      message_zh: '2022 年与 2023 年报告，总计：上年报告结转下年度 4，而本年报告所列上年结转 3',
      message_en:
        'Reports of 2022 and 2023: Total: last year’s report carried forward 4, but this year’s report carried in 3',
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
    [
      'T2.FLOW.normative_documents',
      'pass',
      '2022 年与 2023 年报告，行政规范性文件：本年废止 5，与上年现行有效 20 + 本年制发 3 = 23 不矛盾',
    ],
    ['T2.FLOW.rules', 'fail', '2022 年与 2023 年报告，规章：本年废止 2，多于上年现行有效 1 + 本年制发 0 = 1'],
    [
      'T2.STOCK.normative_documents',
      'fail',
      '2022 年与 2023 年报告，行政规范性文件：上年现行有效 20 + 本年制发 3 − 本年废止 5 = 18，而本年现行有效 19',
    ],
    [
      'T2.STOCK.rules',
      'fail',
      '2022 年与 2023 年报告，规章：上年现行有效 1 + 本年制发 0 − 本年废止 2 = -1，而本年现行有效 0',
    ],
  ])
})

test.each([
  [400, 30, 'fail', '新收申请总计：上年 400，本年 30，变动超过十倍'],
  [1_234_567, 1_234_568, 'pass', '新收申请总计：上年 1234567，本年 1234568'],
  [30, 200, 'pass', '新收申请总计：上年 30，本年 200'],
  [400, 0, 'fail', '新收申请总计：上年 400，本年 0，变动超过十倍'],
  [0, 30, 'fail', '新收申请总计：上年 0，本年 30，变动超过十倍'],
] as const)('from %i to %i new requests is a jump or not: %s', async (earlier, later, status, message) => {
  const key = 'requests.new_received.total'
  const rows = await findingsOf([reportOf(2022, { [key]: earlier }), reportOf(2023, { [key]: later })], 'X.JUMP.%')
  expect(rows.map((row) => [row['status'], row['severity'], row['message_zh']])).toEqual([
    [status, 'info', `2022 年与 2023 年报告，${message}`],
  ])
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
    '2022 年与 2023 年报告，行政事业性收费金额：上年 12.5，本年 125000，相差约一万倍，可能是元与万元混用',
  ])
})

const partOf = (agencyId: string, received: number | null, identity: Partial<Report['identity']> = {}) =>
  toEntry(`${agencyId}.txt`, [
    toReport(
      { reportId: `${agencyId}-2023`, cells: numbered({ 'requests.new_received.total': received }) },
      { agencyId, officialName: agencyId, year: 2023, ...identity },
    ),
  ])
const area = { scope: 'area', bodyKind: 'government' } as const
const listed = (agencyId: string, region = '140212', from = '', to = '') =>
  `${agencyId},${region},${agencyId},${from},${to},seen,seen`

describe('a report on a whole area', () => {
  const key = 'P.AGGREGATE.requests.new_received.total'
  const county = partOf('140212-zhengfu', 30, area)
  const city = partOf('140200-zhengfu', 40, { ...area, regionCode: '140200', level: 'prefecture' })
  const organs = [partOf('140212-jiaoyu', 10), partOf('140212-shuiwu', 18)]
  const names = ['140212-zhengfu', '140212-jiaoyu', '140212-shuiwu'].map((id) => listed(id))
  test.each([
    ['is the sum of its organs', [county, ...organs, partOf('140212-bangongshi', 2)], names, 'pass', 30],
    [
      'and decimals add up as they are printed',
      [partOf('140212-zhengfu', 0.3, area), partOf('140212-jiaoyu', 0.1), partOf('140212-shuiwu', 0.2)],
      names,
      'pass',
      0.3,
    ],
    ['or is not', [county, ...organs], names, 'fail', 28],
    [
      'is not assessed where one that is listed is missing',
      [county, organs[0] ?? county],
      names,
      'not_assessable',
      null,
    ],
    ['nor where nobody listed who should report', [county, ...organs], [], 'not_assessable', null],
    ['nor where a part has a blank', [county, ...organs, partOf('140212-x', null)], names, 'not_assessable', null],
  ] as const)('%s', async (_, entries, agencies, status, sum) => {
    const options = await writeEntries(entries, agencies)
    expect(await analyze(options)).toMatchObject({ published: true })
    const rows = await query(options.out, `select * from '{out}/findings.parquet' where check_id = '${key}'`)
    expect(rows).toMatchObject([{ report_id: '140212-zhengfu-2023', severity: 'should', status, right_value: sum }])
  })

  test('has the areas below among its parts', async () => {
    const entries = [city, county, ...organs, partOf('140200-ju', 10, { regionCode: '140200' })]
    const options = await writeEntries(entries, [...names, listed('140200-ju', '140200')])
    await analyze(options)
    const rows = await query(
      options.out,
      `select report_id, status, message_zh from '{out}/findings.parquet' join '{out}/messages.parquet' using (message_id) where check_id = '${key}' order by report_id`,
    )
    expect(rows).toEqual([
      {
        report_id: '140200-zhengfu-2023',
        status: 'pass',
        message_zh: '新收申请总计：2023 年汇总报告 40，2 份所属报告合计 40',
      },
      {
        report_id: '140212-zhengfu-2023',
        status: 'fail',
        message_zh: '新收申请总计：2023 年汇总报告 30，2 份所属报告合计 28',
      },
    ])
  })
})

test('a report is expected of whoever reported in a neighbouring year or is listed, in years of the corpus', async () => {
  const late = { publishedOn: '2024-02-03', signedOn: null }
  const entries = [
    reportOf(2021, {}),
    toEntry('b.txt', [
      toReport({ reportId: '140212-shuiwu-2023' }, { agencyId: '140212-shuiwu', year: 2023, ...late }),
    ]),
    reportOf(2022, {}, '140212-jiaoyu'),
    reportOf(2023, {}, '140212-jiaoyu'),
  ]
  const options = await writeEntries(entries, [
    listed('140212-jiaoyu', '140212', '', '2022-12-31'),
    listed('140212-caizheng', '140212', '2022-06-01', '2023-06-30'),
    listed('000000-bu', '000000', '2023-03-01'),
  ])
  expect(await analyze(options)).toMatchObject({ published: true })
  const rows = await query(options.out, `select * from '{out}/expected.parquet' order by agency_id, year`)
  expect(
    rows.map((row) =>
      ['agency_id', 'year', 'region_code', 'basis', 'status', 'report_id', 'days_late'].map((name) => row[name]),
    ),
  ).toEqual([
    ['000000-bu', 2023, null, 'reviewed_list', 'not_found', null, null],
    ['140212-caizheng', 2022, '140212', 'reviewed_list', 'not_found', null, null],
    ['140212-jiaoyu', 2021, '140212', 'both', 'not_found', null, null],
    ['140212-jiaoyu', 2022, '140212', 'both', 'found', '140212-jiaoyu-2022', -11],
    ['140212-jiaoyu', 2023, '140212', 'neighbouring_year', 'found', '140212-jiaoyu-2023', -376],
    ['140212-shuiwu', 2022, '140212', 'neighbouring_year', 'not_found', null, null],
  ])
})
