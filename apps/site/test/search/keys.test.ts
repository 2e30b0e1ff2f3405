import { describe, expect, test } from 'vitest'
import { toHitsCsv } from '../../src/search/download.ts'
import { findRows } from '../../src/search/labels.ts'
import { disclosedRanges, receivedRanges, refusedRanges, toPercentage, toRange } from '../../src/search/ranges.ts'
import type { SearchReport } from '../../src/search/report.ts'
import { toRowLabels } from '../../src/search/row-labels.ts'
import { readState, toQueryString } from '../../src/search/state.ts'
import { toSuggester } from '../../src/search/suggest.ts'
import { ask, findIds, nothingChosen, toLibrary, toRequest } from './library.ts'
import { shelf } from './shelf.ts'

const regions = new Map([
  ['140000', { name: '山西省', nameEn: 'Shanxi', parent: '' }],
  ['140200', { name: '大同市', nameEn: '', parent: '140000' }],
  ['140212', { name: '新荣区', nameEn: '', parent: '140200' }],
])
const [shelved] = shelf
if (!shelved) throw new Error('The shelf is empty')

const bureau = (year: number, changes: Partial<SearchReport>): SearchReport => ({
  ...shelved.report,
  id: `140212-kexuejishuju-${year}`,
  agencyId: '140212-kexuejishuju',
  regionCode: '140212',
  functions: ['science'],
  year,
  ...changes,
})

const own: readonly SearchReport[] = [
  bureau(2022, { received: 9, results: 29, disclosed: 20, refused: 9, rows: ['refused', 'refused.state_secret'] }),
  bureau(2023, { received: 100, results: 30, disclosed: 15, refused: 3, rows: ['unprocessed.repeated'] }),
  bureau(2024, { documentNumber: '新科发〔2025〕3号', received: 0, results: 0, disclosed: 0, refused: 0 }),
  { ...shelved.report, id: '210200-sifaju-2023', agencyId: '210200-sifaju', name: '=大连市司法局', year: 2023 },
]
const library = toLibrary(
  own.map((report) => ({ report, lines: shelved.lines })),
  { regions, rows: toRowLabels() },
)
const idsOf = (years: readonly number[]) => years.map((year) => `140212-kexuejishuju-${year}`)

describe('a search knows a report by', () => {
  test.each([
    ['pinyin', 'kexuejishuju', idsOf([2022, 2023, 2024])],
    ['a part of the pinyin', 'kexue', idsOf([2022, 2023, 2024])],
    ['the English name of its province', 'Shanxi', idsOf([2022, 2023, 2024])],
    ['the field of work in English', 'science', idsOf([2022, 2023, 2024])],
    ['the code of its division', '140212', idsOf([2022, 2023, 2024])],
    ['the code of its province', '140000', idsOf([2022, 2023, 2024])],
    ['its id', '140212-kexuejishuju-2023', idsOf([2023])],
    ['the id of its agency', '210200-sifaju', ['210200-sifaju-2023']],
    ['its 文号', '新科发〔2025〕3号', idsOf([2024])],
    ['its 文号 in other brackets', '新科发[2025]3号', idsOf([2024])],
  ])('%s: %s', async (_, query, ids) => {
    expect(await findIds(library.engine, query)).toEqual(ids)
  })

  test.each(['ke', '1402', '150000', '新科发〔2025〕4号', 'hanxi'])('and not by %s', async (query) => {
    expect(await findIds(library.engine, query)).toEqual([])
  })
})

test.each([
  ['shanx', '140000'],
  ['140212', '140212'],
  ['140212-kexue', '140212-kexuejishuju'],
  ['新荣', '140212'],
])('for %s the first suggestion leads to %s', (typed, id) => {
  expect(toSuggester(own, regions)(typed)[0]?.id).toBe(id)
})

describe('a number is in the range', () => {
  test.each([
    [receivedRanges, 0, ['0']],
    [receivedRanges, 9, ['1-9']],
    [receivedRanges, 100, ['100-']],
    [receivedRanges, null, []],
    [disclosedRanges, 50, ['50-75']],
    [refusedRanges, 0, ['0-5']],
    [refusedRanges, toPercentage(9, 29), []],
    [refusedRanges, toPercentage(9, 30), ['25-100']],
  ])('%#', (ranges, value, expected) => {
    expect(toRange(ranges, value)).toEqual(expected)
  })

  test('and narrows down, with rows and from the address', async () => {
    const state = readState(new URLSearchParams('?received=100-&refused=10-25&row=unprocessed.repeated'))
    expect(toQueryString(state)).toBe('?received=100-&refused=10-25&row=unprocessed.repeated')
    const { hits, counts } = await ask(library.engine, toRequest('', { chosen: state.chosen }))
    expect(hits.map(({ report }) => report.id)).toEqual(idsOf([2023]))
    expect(counts.disclosed).toEqual({ '50-75': 1 })
  })
})

describe('the order', () => {
  const order = async (query: string, sort: 'best' | 'refused') =>
    (await ask(library.engine, toRequest(query, { order: sort }))).hits.map(({ report }) => report.id)

  test('is newest first without a query, and keeps the reports of an agency together with one', async () => {
    expect(await order('', 'best')).toEqual([...idsOf([2024, 2023]), '210200-sifaju-2023', ...idsOf([2022])])
    expect(await order('三审三校', 'best')).toEqual([...idsOf([2024, 2023, 2022]), '210200-sifaju-2023'])
  })

  test('by share refused has those of fewer than thirty results last', async () => {
    expect((await order('', 'refused'))[0]).toBe(idsOf([2023])[0])
  })
})

test.each([
  ['重复申请', ['unprocessed.repeated'], [1]],
  ['2.重复申请', ['unprocessed.repeated'], [1]],
  ['属于国家秘密', ['refused.state_secret'], [1]],
  ['不予公开', ['refused'], [1]],
  ['行政复议', ['reconsideration'], [0]],
  ['国家秘密', ['refused.state_secret'], [1]],
  ['行政诉讼', ['litigation.direct', 'litigation.after_reconsideration'], [0, 0]],
  ['政府信息公开', [], []],
  ['科技特派员', [], []],
  ['公开', [], []],
])('the query %s is the label of %j', async (query, ids, counts) => {
  const { rows } = await ask(library.engine, toRequest(query))
  expect(rows.map(({ id }) => id)).toEqual(ids)
  expect(rows.map(({ count }) => count)).toEqual(counts)
})

test('labels are looked up in the language of the reader, too', () => {
  const [row] = toRowLabels().filter(({ id }) => id === 'unprocessed.repeated')
  expect(row?.en).toMatch(/^Not processed: /)
  expect(findRows(toRowLabels(), row?.en.split(': ').at(-1) ?? '', () => 1)[0]?.id).toBe('unprocessed.repeated')
})

test('all that was found is listed, not only the hits that are shown, and a name runs as no formula', async () => {
  const found = await library.engine.list(toRequest('三审三校', { limit: 1 }))
  expect(found.map(({ id }) => id)).toEqual([...idsOf([2024, 2023, 2022]), '210200-sifaju-2023'])
  expect(await library.engine.list(toRequest('', { chosen: { ...nothingChosen, received: ['0'] } }))).toHaveLength(1)
  const csv = toHitsCsv(found, 'zh')
  expect(csv.startsWith('\uFEFFreport_id,')).toBe(true)
  expect(csv.split('\r\n')).toHaveLength(6)
  expect(csv).toContain(",'=大连市司法局,")
  expect(csv).toContain('140212-kexuejishuju-2022')
})
