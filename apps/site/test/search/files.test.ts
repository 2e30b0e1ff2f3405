import { readCatalogue } from '@gongkai/schema/browser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBody, encodeBody } from '../../src/search/body-file.ts'
import { toListBuilder, toTermIndex, toTokens } from '../../src/search/build-index.ts'
import { decodeCatalogue, encodeCatalogue } from '../../src/search/catalogue.ts'
import { decodeList, encodeList } from '../../src/search/postings.ts'
import { decodeShard, encodeShard, toShard, toShardCount } from '../../src/search/shards.ts'
import { generateReports } from './generate.ts'
import { rowLabels } from './library.ts'
import { shelf } from './shelf.ts'

const regions = new Map([['140000', { name: '山西省', nameEn: 'Shanxi', parent: '' }]])

const made = [...shelf, ...generateReports(120, 3)]

describe('a list of reports', () => {
  const lists = fc
    .integer({ min: 1, max: 3000 })
    .chain((count) =>
      fc.record({ count: fc.constant(count), share: fc.double({ min: 0, max: 1, noNaN: true }), seed: fc.nat() }),
    )
    .map(({ count, share, seed }) => ({
      count,
      // Scattered, or in runs of eight.
      list: Array.from({ length: count }, (_, i) => i).filter(
        (i) => (((seed % 2 === 0 ? i : i >> 3) * 2654435761 + seed) >>> 0) / 2 ** 32 < share,
      ),
    }))

  test('is read as it was written, and is never longer than one bit a report and two bytes', () => {
    fc.assert(
      fc.property(lists, ({ count, list }) => {
        const bytes = encodeList(list, count)
        expect(decodeList(bytes, count)).toEqual(list)
        expect(bytes.length).toBeLessThanOrEqual(Math.ceil(count / 8) + 2)
      }),
    )
  })

  test.each([
    ['every report', Array.from({ length: 900 }, (_, i) => i), 1],
    ['none', [], 1],
    ['one far away', [899], 3],
    ['two long runs', Array.from({ length: 900 }, (_, i) => i).filter((i) => i % 500 >= 100), 8],
  ])('of %s takes little room', (_, list, most) => {
    expect(encodeList(list, 900).length).toBeLessThanOrEqual(most)
  })

  test('written in an unknown way is refused', () => {
    expect(() => decodeList(Uint8Array.of(7), 10)).toThrow('way 7')
  })
})

test('a file of the index gives back each token with its list, whatever the token', () => {
  const token = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
  fc.assert(
    fc.property(
      fc.dictionary(token.map(String), fc.uint8Array({ maxLength: 300 }), { noNullPrototype: true }),
      (entries) => {
        const lists = Object.entries(entries).map(([name, list]) => [Number(name), list] as const)
        expect(decodeShard(encodeShard(lists, 7), 7)).toEqual(new Map(lists))
      },
    ),
  )
})

test('a file that ends too soon is refused, not read as empty', () => {
  const file = encodeShard([[1, Uint8Array.of(1, 2, 3)]], 7)
  expect(() => decodeShard(file.subarray(0, file.length - 1), 7)).toThrow(RangeError)
})

test('a file of another build is refused', () => {
  expect(() => decodeShard(encodeShard([], 7), 8)).toThrow('version 8 is required, found 7')
})

test.each([
  [0, 1],
  [3072, 1],
  [3073, 2],
  [100_000, 64],
  [1e9, 4096],
])('%i bytes are cut into %i files', (bytes, count) => {
  expect(toShardCount(bytes, 3072, 4096)).toBe(count)
})

test('tokens are spread evenly over files', () => {
  const sizes = new Map<number, number>()
  for (let first = 0x4e00; first < 0x4e80; first++)
    for (let second = 0x4e00; second < 0x4e80; second++) {
      const shard = toShard((second << 16) | first, 64)
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1)
    }
  expect(sizes.size).toBe(64)
  expect(Math.max(...sizes.values())).toBeLessThan(256 * 1.4)
})

test('the same reports give the same bytes, and so does a second build', () => {
  const build = () => {
    const builder = toListBuilder()
    for (const { lines } of made) builder.add(toTokens(lines.map(({ text }) => text)))
    return toTermIndex(builder.finish(), { shardBytes: 2048, mostShards: 64, longList: 20, version: 7 })
  }
  expect(build()).toEqual(build())
})

test('reports that are added in another order than the catalogue has them stand at their places', () => {
  const listOf = (places?: readonly number[]) => {
    const builder = toListBuilder()
    for (const tokens of [[1, 2], [2], [1]]) builder.add(new Set(tokens))
    return [...builder.finish(places)].map(([token, list]) => [token, decodeList(list, 3)])
  }
  expect(listOf()).toEqual([
    [1, [0, 2]],
    [2, [0, 1]],
  ])
  expect(listOf([2, 0, 1])).toEqual([
    [1, [1, 2]],
    [2, [0, 2]],
  ])
})

test('the catalogue gives back every report', () => {
  const reports = made.map(({ report }) => report)
  const file = JSON.stringify(encodeCatalogue({ version: 7, shardCount: 4, reports, rows: rowLabels, regions }))
  expect(decodeCatalogue(readCatalogue(JSON.parse(file)))).toEqual({
    version: 7,
    shardCount: 4,
    reports,
    rows: rowLabels,
    regions,
  })
})

describe('a catalogue is refused', () => {
  const file = encodeCatalogue({
    version: 7,
    shardCount: 4,
    reports: made.map(({ report }) => report),
    rows: rowLabels,
    regions,
  })
  const { texts, numbers, version, ...others } = file
  test.each([
    ['that is a page', '<!doctype html>', '"" is wrong'],
    ['that is null', null, '"" is wrong'],
    ['without a version', { ...others, texts, numbers }, '"version" is wrong'],
    ['of no files', { ...file, shardCount: 0 }, '"shardCount" is wrong'],
    ['without a column', { ...file, numbers: { ...numbers, year: undefined } }, '"numbers.year" is wrong'],
    ['with words for a number', { ...file, numbers: { ...numbers, day: ['x'] } }, '"numbers.day.0" is wrong'],
    [
      'with a number for words',
      { ...file, texts: { ...texts, name: { values: [1], steps: [0] } } },
      '"texts.name.values.0" is wrong',
    ],
    ['with an id that is no text', { ...file, ids: { 3: 3 } }, '"ids.3" is wrong'],
    [
      'with a short column',
      { ...file, numbers: { ...numbers, flags: [] } },
      `each column must have ${made.length} values`,
    ],
    [
      'with a short text column',
      { ...file, texts: { ...texts, name: { values: [], steps: [] } } },
      `each column must have ${made.length} values`,
    ],
  ])('%s', (_, value, message) => {
    expect(() => readCatalogue(value)).toThrow(`Cannot read the catalogue: ${message}`)
  })

  test('that points at a text which is not there', () => {
    const short = { ...file, texts: { ...texts, title: { ...texts.title, values: [] } } }
    expect(() => decodeCatalogue(readCatalogue(short))).toThrow('Cannot read the catalogue: there is no text 0')
  })
})

test('the catalogue keeps an id, a year and a name that are unknown or unusual', () => {
  const [first] = shelf
  if (!first) throw new Error('The shelf is empty')
  const report = {
    ...first.report,
    id: 'x-x-x-0f0f0f0f-2',
    year: 0,
    name: '',
    title: '年度报告 2',
    date: '',
    places: [],
    documentNumber: '晋科函〔2023〕5号',
    received: 0,
    rows: ['refused.state_secret'],
  }
  const file = encodeCatalogue({ version: 7, shardCount: 1, reports: [report], rows: rowLabels, regions })
  expect(decodeCatalogue(file).reports).toEqual([report])
})

test('ten thousand reports would make a catalogue of at most 400 KB', () => {
  // Each report has its own line of columns; names repeat less in a small set than in a large one.
  const reports = generateReports(1000, 9).map(({ report }) => report)
  const file = JSON.stringify(encodeCatalogue({ version: 7, shardCount: 4, reports, rows: rowLabels, regions }))
  expect(file.length / reports.length).toBeLessThan(120)
})

test('a body is read as it was written', () => {
  for (const { lines } of made) expect(decodeBody(encodeBody(lines))).toEqual(lines)
})

test.each(['<!doctype html>\n', '3\t一\nx\t二\n', '-1\t一\n'])('a body that is none is refused: %j', (file) => {
  expect(() => decodeBody(file)).toThrow('each line must begin with its number')
})
