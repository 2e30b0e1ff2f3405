import { readBlock, readOrder, readTop } from '@gongkai/schema/browser'
import { describe, expect, test } from 'vitest'
import { toBlockPath } from '../../src/search/blocks/block-paths.ts'
import { findAtBest } from '../../src/search/blocks/name-index.ts'
import { toShelved } from '../../src/search/blocks/write.ts'
import { type FacetName, facetNames } from '../../src/search/facets.ts'
import { findInNames, toNamed } from '../../src/search/names.ts'
import { orders } from '../../src/search/order.ts'
import { cataloguePath } from '../../src/search/paths.ts'
import { readQuery } from '../../src/search/query.ts'
import { toSuggester } from '../../src/search/suggest.ts'
import { generateReports } from './generate.ts'
import { ask, nothingChosen, toBlockLibrary, toLibrary, toRequest } from './library.ts'
import { readQuestions } from './questions.ts'
import { shelf } from './shelf.ts'

/** Generated ids begin with the code of the division, so that both catalogues keep reports of one day in one order. */
const made = generateReports(600, 23)
const reports = made.map(({ report }) => report)
const [whole, blocks] = [toLibrary(made), toBlockLibrary(made)]

const choices: readonly (readonly [FacetName, string])[] = [
  ['year', '2022'],
  ['province', '山西省'],
  ['level', 'county'],
  ['edition', '2021'],
  ['received', '10-99'],
  ['row', 'refused.state_secret'],
  ['flag', 'late'],
  ['function', 'science'],
  ['level', 'no such level'],
]
const queries = [
  '',
  '科技局',
  '公开',
  '市政府',
  '教育局 2022',
  '-公开',
  '行政复议 -科技局',
  '"年度报告"',
  'haidian',
  '局',
]
const requests = [
  ...queries.map((query) => toRequest(query)),
  ...Object.keys(orders).flatMap((order) =>
    ['', '办公室', '教育'].map((query) => toRequest(query, { order: order as keyof typeof orders, limit: 30 })),
  ),
  ...choices.flatMap(([name, value]) =>
    ['', '局', '申请'].map((query) => toRequest(query, { chosen: { ...nothingChosen, [name]: [value] } })),
  ),
].flatMap((request) => [request, { ...request, isThorough: true, limit: 40 }])

describe('a catalogue in blocks answers as one in one file', () => {
  test.each(requests)('$query $order $chosen $limit', async (request) => {
    const [one, other] = [await ask(whole.engine, request), await ask(blocks.engine, request)]
    const ids = (answer: typeof one) => answer.hits.map(({ report }) => report.id)
    expect(ids(other)).toEqual(ids(one))
    expect(other.hits).toEqual(one.hits)
    if (!request.isThorough) return
    expect([other.count, other.isExact]).toEqual([one.count, one.isExact])
    const known = facetNames.filter((name) => other.counts[name] !== undefined)
    expect(known).toEqual(expect.arrayContaining(['year', 'province']))
    for (const name of known) expect(other.counts[name]).toEqual(one.counts[name])
  })

  test('with every report that is listed', async () => {
    for (const query of ['教育局', '申请 -信访'])
      expect(await blocks.engine.list(toRequest(query))).toEqual(await whole.engine.list(toRequest(query)))
  })
})

test('all numbers beside choices are known where nothing is asked', async () => {
  const [one, other] = [await ask(whole.engine, toRequest('')), await ask(blocks.engine, toRequest(''))]
  expect(other.counts).toEqual(one.counts)
})

describe('the index of names', () => {
  const shelved = toShelved([...shelf, ...made].map(({ report }) => report))
  const library = toBlockLibrary([...shelf, ...made])
  const top = readTop(JSON.parse(String(library.files.get(cataloguePath))))
  const common = new Set(top.common.names)
  const named = shelved.map((report) => toNamed(report))
  const readShard = async (shard: number) => {
    const file = library.files.get(`search/names/${shard.toString(16).padStart(4, '0')}.bin`)
    return file instanceof Uint8Array ? file : new Uint8Array()
  }

  test('knows that some lists are long', () => {
    expect(Math.min(common.size, top.common.texts.length)).toBeGreaterThan(20)
  })

  test.each(readQuestions())('promises of $query no less than the names hold', async ({ query }) => {
    for (const term of readQuery(query)) {
      const index = { version: 1, shardCount: top.nameShardCount, readShard, common }
      const best = await findAtBest(term, index, shelved.length)
      const missed = named.filter((one, i) => findInNames(one, term) > (best[i] ?? 0))
      expect(missed.map(({ id }) => id)).toEqual([])
    }
  })
})

test.each(['海', '北京市', '教育局', '130', '局'])(
  'what is suggested for %j is there, with its number',
  async (typed) => {
    const all = toSuggester(reports)
    const found = await blocks.engine.suggest(typed)
    expect(found.length).toBeGreaterThan(0)
    for (const suggestion of found) expect(all(suggestion.text)).toContainEqual(suggestion)
  },
)

test.each(['', '。'])('nothing is suggested for %j', async (typed) => {
  expect(await blocks.engine.suggest(typed)).toEqual([])
})

test.each([...(reports[0]?.places ?? []), reports[0]?.name ?? ''])('%s is suggested', async (typed) => {
  expect((await blocks.engine.suggest(typed)).map(({ text }) => text)).toContain(typed)
})

describe('a question reads', () => {
  test.each([
    ['新荣区', 20],
    ['公开', 20],
    ['', 10],
  ])('of the blocks for %j those of the reports that it shows', async (query, most) => {
    const fresh = toBlockLibrary(made)
    fresh.reads.clear()
    await ask(fresh.engine, toRequest(query))
    expect([...fresh.reads].filter((path) => path.startsWith('search/blocks/')).length).toBeLessThanOrEqual(most)
  })
})

test('a block of another build is refused', async () => {
  const broken = toBlockLibrary(made)
  const file = readBlock(JSON.parse(String(broken.files.get(toBlockPath(0)))))
  broken.files.set(toBlockPath(0), JSON.stringify({ ...file, version: 2 }))
  await expect(broken.engine.list(toRequest(''))).rejects.toThrow('version 1 is required, found 2')
})

describe('a catalogue in blocks is refused', () => {
  const block = JSON.parse(String(blocks.files.get(toBlockPath(0))))
  const top = JSON.parse(String(blocks.files.get(cataloguePath)))
  test.each([
    ['a block without kin', () => readBlock({ ...block, kin: undefined }), '"kin" is wrong'],
    ['a block with kin of some', () => readBlock({ ...block, kin: [] }), '"kin" must have 48 values'],
    [
      'a block with a short column',
      () => readBlock({ ...block, numbers: { ...block.numbers, flags: [] } }),
      '48 values',
    ],
    ['a top without a size of blocks', () => readTop({ ...top, blockSize: 0 }), '"blockSize" is wrong'],
    [
      'a top with words for days',
      () => readTop({ ...top, shelves: [{ province: '', year: 1, days: ['x'] }] }),
      'days.0',
    ],
    ['an order that is none', () => readOrder({ version: 1 }), '"places" is wrong'],
  ])('%s', (_, read, message) => {
    expect(read).toThrow(message)
  })
})
