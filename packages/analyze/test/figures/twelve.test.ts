import { indicators } from '@gongkai/schema'
import { beforeAll, expect, test } from 'vitest'
import { analyze } from '../../src/index.ts'
import { query, toEntry, writeEntries } from '../fixtures.ts'
import { cases, toCase } from './twelve.ts'

let out = ''
beforeAll(async () => {
  const options = await writeEntries(Object.entries(cases).map(([name, one]) => toEntry(name, [toCase(name, one)])))
  expect((await analyze(options)).checks.filter(({ status }) => status === 'failed')).toEqual([])
  out = options.out
})

const blank = null
const [missing, words, fraction] = ['cell_missing', 'cell_words', 'not_a_count']

test.each([
  // granted, in part, refused, unavailable, not processed, other | sum, printed, difference | shares
  ['zero, 2021', [0, 0, 0, 0, 0, 0], [0, 0, 0], 'small_n', []],
  ['twelve, 2021', [7, 0, 3, 2, 0, 0], [12, 12, 0], 'small_n', []],
  ['three thousand, 2021', [1500, 300, 300, 600, 240, 60], [3000, 3000, 0], 'given', [0.5, 0.1, 0.1, 0.2, 0.08, 0.02]],
  ['printed total differs', [60, 15, 25, 0, 0, 0], [100, 98, 2], 'total_differs', [0.6, 0.15, 0.25, 0, 0, 0]],
  ['blanks that are zero', [40, 0, 0, 0, 0, 0], [40, 40, 0], 'given', [1, 0, 0, 0, 0, 0]],
  ['a blank that says nothing', [40, 'cell_blank', 0, 0, 0, 0], [blank, 40, blank], 'cells_absent', []],
  ['strokes that are zero', [8, 0, 0, 0, 24, 0], [32, 32, 0], 'given', [0.25, 0, 0, 0, 0.75, 0]],
  ['one value per row', [30, 0, 10, 0, 0, 0], [40, 40, 0], 'given', [0.75, 0, 0.25, 0, 0, 0]],
  ['three thousand, 2019', [2400, 0, 150, 0, 0, 450], [3000, 3000, 0], 'given', [0.8, 0, 0.05, 0, 0, 0.15]],
  ['twelve, 2019', [7, 0, 3, 2, 0, 0], [12, 12, 0], 'small_n', []],
  ['words, a gap and a fraction', [30, 0, words, missing, fraction, 0], [blank, blank, blank], 'cells_absent', []],
  ['no 表三', Array(6).fill('table_missing'), [blank, blank, blank], 'not_in_form', []],
] as const)('outcomes of: %s', async (name, counts, sums, status, shares) => {
  const rows = await query(
    out,
    `select * from '{out}/outcomes.parquet' where report_id = '${name}' order by list_position(
       ['granted', 'granted_in_part', 'refused', 'unavailable', 'unprocessed', 'other'], group_id)`,
  )
  expect(rows.map((row) => row['reason'] ?? row['request_count'])).toEqual([...counts])
  expect(rows.map((row) => row['share'])).toEqual(shares.length > 0 ? [...shares] : counts.map(() => null))
  for (const row of rows) {
    expect([row['results_sum'], row['printed_total'], row['total_difference']]).toEqual(sums)
    expect(row['share_status']).toBe(status)
  }
})

test('a group is counted with blanks only where a blank is in it', async () => {
  const rows = await query(out, `select distinct report_id, state from '{out}/outcomes.parquet' order by all`)
  const statesOf = (name: string) => rows.flatMap((row) => (row['report_id'] === name ? [row['state']] : []))
  expect(statesOf('blanks that are zero')).toEqual(['counted', 'counted_with_blanks'])
  expect(statesOf('a blank that says nothing')).toEqual(['counted', 'not_counted'])
})

/** What else a report that says nothing more has: its cells are all there, it has requests, its stock is 0. */
const quiet = { all_zero: [0], zero_requests: [0], normative_stock: [0, 0], completeness: [1, 200, 200] }
const zeros = (ids: string, of: number) => Object.fromEntries(ids.split(' ').map((id) => [id, [0, 0, of]]))
const ground = (id: string, count: number) => ({
  ...zeros('refused_state_secret_share refused_prohibited_by_law_share refused_safety_stability_share', count),
  ...zeros('refused_third_party_rights_share refused_internal_affairs_share refused_process_information_share', count),
  ...zeros('refused_enforcement_files_share refused_inquiry_matters_share', count),
  [`refused_${id}_share`]: [1, count, count],
})
const disputes = (of: number) => zeros('reconsiderations_per_100 lawsuits_per_100', of)
/** Value, numerator, denominator of what is given; all else is not. */
const given: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'zero, 2021': { ...quiet, all_zero: [1], zero_requests: [1] },
  'twelve, 2021': quiet,
  'three thousand, 2021': {
    ...quiet,
    disclosure_rate: [0.6, 1800, 3000],
    merits_disclosure_rate: [1800 / 2100, 1800, 2100],
    full_disclosure_rate: [0.5, 1500, 3000],
    refusal_rate: [0.1, 300, 3000],
    not_held_rate: [0.2, 600, 3000],
    not_processed_rate: [0.08, 240, 3000],
    part_disclosure_rate: [0.1, 300, 3000],
    unavailable_rate: [0.2, 600, 3000],
    other_rate: [0.02, 60, 3000],
    petition_share: [0.625, 150, 240],
    ...ground('state_secret', 300),
    refused_state_secret_share: [10 / 300, 10, 300],
    refused_process_information_share: [290 / 300, 290, 300],
    refusal_rate_natural_person: [0.25, 10, 40],
    backlog_rate: [100 / 3100, 100, 3100],
    natural_person_share: [0.9, 2610, 2900],
    reconsiderations_per_100: [2, 58, 2900],
    lawsuits_per_100: [1, 29, 2900],
    reconsideration_corrected_share: [0.25, 8, 32],
    normative_stock: [40, 40],
    normative_turnover: [0.25, 10, 40],
  },
  'printed total differs': {
    ...quiet,
    disclosure_rate: [0.75, 75, 100],
    merits_disclosure_rate: [0.75, 75, 100],
    full_disclosure_rate: [0.6, 60, 100],
    refusal_rate: [0.25, 25, 100],
    part_disclosure_rate: [0.15, 15, 100],
    ...zeros('not_held_rate not_processed_rate unavailable_rate other_rate', 100),
  },
  'blanks that are zero': {
    // 表二 is blank as well, and nothing says that its blanks are 0; 表四 has sums
    all_zero: [0],
    zero_requests: [0],
    completeness: [3 / 200, 3, 200],
    disclosure_rate: [1, 40, 40],
    merits_disclosure_rate: [1, 40, 40],
    full_disclosure_rate: [1, 40, 40],
    ...zeros('refusal_rate not_held_rate not_processed_rate backlog_rate natural_person_share', 40),
    ...zeros('part_disclosure_rate unavailable_rate other_rate', 40),
    ...disputes(40),
  },
  'a blank that says nothing': {
    ...quiet,
    completeness: [199 / 200, 199, 200],
    ...zeros('backlog_rate natural_person_share', 40),
    ...disputes(40),
  },
  'strokes that are zero': {
    ...quiet,
    completeness: [29 / 200, 29, 200],
    disclosure_rate: [0.25, 8, 32],
    full_disclosure_rate: [0.25, 8, 32],
    not_processed_rate: [0.75, 24, 32],
    ...zeros('refusal_rate not_held_rate backlog_rate natural_person_share', 32),
    ...zeros('part_disclosure_rate unavailable_rate other_rate', 32),
    ...disputes(32),
  },
  'one value per row': {
    ...quiet,
    completeness: [50 / 200, 50, 200],
    disclosure_rate: [0.75, 30, 40],
    merits_disclosure_rate: [0.75, 30, 40],
    full_disclosure_rate: [0.75, 30, 40],
    refusal_rate: [0.25, 10, 40],
    ...zeros('not_held_rate not_processed_rate part_disclosure_rate unavailable_rate other_rate', 40),
    backlog_rate: [0.2, 10, 50],
    ...disputes(50),
  },
  'three thousand, 2019': {
    all_zero: [0],
    zero_requests: [0],
    completeness: [1, 198, 198],
    disclosure_rate: [0.8, 2400, 3000],
    merits_disclosure_rate: [2400 / 2550, 2400, 2550],
    full_disclosure_rate: [0.8, 2400, 3000],
    refusal_rate: [0.05, 150, 3000],
    ...ground('safety_stability', 150),
    other_rate: [0.15, 450, 3000],
    ...zeros('part_disclosure_rate unavailable_rate', 3000),
    ...zeros('not_held_rate not_processed_rate backlog_rate natural_person_share', 3000),
    ...disputes(3000),
  },
  'twelve, 2019': { all_zero: [0], zero_requests: [0], completeness: [1, 198, 198] },
  'words, a gap and a fraction': { all_zero: [0], normative_stock: [0, 0], completeness: [197 / 200, 197, 200] },
  'no 表三': { normative_stock: [0, 0] },
}

test.each(Object.keys(cases))('indicators of: %s', async (name) => {
  const rows = await query(out, `select * from '{out}/indicators.parquet' where report_id = '${name}'`)
  expect(rows).toHaveLength(indicators.length)
  const found = rows.flatMap((row): [string, unknown[]][] => {
    if (row['value'] === null) return []
    const isFlag = ['all_zero', 'zero_requests'].includes(String(row['indicator_id']))
    const sums = isFlag ? [] : [row['numerator'], row['denominator']].filter((sum) => sum !== null)
    return [[String(row['indicator_id']), [row['value'], ...sums]]]
  })
  expect(Object.fromEntries(found)).toEqual(given[name])
})

test.each([
  ['zero, 2021', 'refusal_rate', 'small_n'],
  ['twelve, 2021', 'refusal_rate', 'small_n'],
  ['three thousand, 2021', 'litigation_corrected_share', 'small_n'],
  ['three thousand, 2021', 'growth', 'no_earlier_report'],
  ['three thousand, 2021', 'punctuality', 'no_deadline'],
  ['printed total differs', 'refusal_rate', 'total_differs'],
  ['printed total differs', 'refused_inquiry_matters_share', 'small_n'],
  ['a blank that says nothing', 'disclosure_rate', 'cells_absent'],
  ['one value per row', 'natural_person_share', 'cells_absent'],
  ['three thousand, 2019', 'normative_stock', 'not_in_form'],
  ['three thousand, 2019', 'similarity_neighbours', 'no_neighbour'],
  ['words, a gap and a fraction', 'refusal_rate', 'cells_absent'],
  ['words, a gap and a fraction', 'zero_requests', 'not_a_count'],
  ['blanks that are zero', 'normative_stock', 'cells_absent'],
  ['no 表三', 'disclosure_rate', 'not_in_form'],
  ['no 表三', 'zero_requests', 'not_in_form'],
  ['no 表三', 'all_zero', 'cells_absent'],
  ['no 表三', 'completeness', 'small_n'],
])('%s: %s is %s', async (name, indicator, status) => {
  const [row] = await query(
    out,
    `select status from '{out}/indicators.parquet' where report_id = '${name}' and indicator_id = '${indicator}'`,
  )
  expect(row).toEqual({ status })
})
