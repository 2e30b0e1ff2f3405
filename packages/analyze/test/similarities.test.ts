import type { Report } from '@gongkai/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyze } from '../src/index.ts'
import { toSentences } from './figures/recompute.ts'
import { query, toEntry, toReport, writeEntries } from './fixtures.ts'

/** A report of an agency for a year that says these sentences, one paragraph. */
function saying(agencyId: string, year: number, sentences: readonly string[]) {
  const lines: Report['lines'] = [
    { line: 1, kind: 'paragraph', section: 1, text: sentences.map((s) => `${s}。`).join('') },
  ]
  const reportId = `${agencyId}-${year}`
  return toEntry(`${reportId}.txt`, [toReport({ reportId, lines }, { agencyId, officialName: agencyId, year })])
}

async function similaritiesOf(entries: readonly ReturnType<typeof saying>[]) {
  const options = await writeEntries(entries)
  expect(await analyze(options)).toMatchObject({ published: true })
  return query(options.out, `select * from '{out}/similarities.parquet' order by report_id, kind`)
}

const numerals = '甲乙丙丁戊己庚辛壬癸'
/** Sentences that nobody else says: the author and a number in every one. */
const own = (author: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${author}机关安排专人逐件核对公开目录${[...String(i)].map((d) => numerals[Number(d)]).join('')}`,
  )

test('planted sentences are found in last year’s report and in a neighbour’s, and the report is named', async () => {
  const planted = own('共同', 12)
  const rows = await similaritiesOf([
    saying('140212-a', 2022, [...own('甲去年', 30), ...planted.slice(0, 9)]),
    saying('140212-a', 2023, [...own('甲今年', 24), ...planted]),
    saying('140212-b', 2023, [...own('乙', 30), ...planted.slice(6)]),
    saying('140212-c', 2023, [...own('丙', 40), planted[11] ?? '']),
  ])
  const found = rows.map((row) => [
    row['report_id'],
    row['kind'],
    row['matched_count'],
    row['matching_report_id'],
    row['shared_count'],
    row['status'],
    row['share'],
  ])
  expect(found).toEqual([
    ['140212-a-2022', 'last_year', null, null, null, 'no_earlier_report', null],
    ['140212-a-2022', 'neighbour', null, null, null, 'no_neighbour', null],
    ['140212-a-2023', 'last_year', 9, '140212-a-2022', 9, 'given', 9 / 36],
    ['140212-a-2023', 'neighbour', 6, '140212-b-2023', 6, 'given', 6 / 36],
    ['140212-b-2023', 'last_year', null, null, null, 'no_earlier_report', null],
    ['140212-b-2023', 'neighbour', 6, '140212-a-2023', 6, 'given', 6 / 36],
    ['140212-c-2023', 'last_year', null, null, null, 'no_earlier_report', null],
    ['140212-c-2023', 'neighbour', 1, '140212-a-2023', 1, 'given', 1 / 41],
  ])
})

test.each([
  [
    'marks and spaces aside, the same sentence',
    '我局“公开”目录 共核对一百二十条，全部更新',
    '我局公开目录共核对一百二十条全部更新',
    1,
  ],
  [
    'another number is another sentence',
    '我局公开目录共核对一百二十条全部更新',
    '我局公开目录共核对一百三十条全部更新',
    0,
  ],
  [
    'quoted law says nothing of the body',
    '依据《中华人民共和国政府信息公开条例》编制本报告',
    '依据《中华人民共和国政府信息公开条例》编制本报告',
    0,
  ],
  ['nor do words of the form', '其他法律行政法规禁止公开的信息', '其他法律行政法规禁止公开的信息', 1],
  ['a label of the form is no sentence', '2.其他法律行政法规禁止公开', '2.其他法律行政法规禁止公开', 0],
  ['what is short says little', '一切工作正常开展', '一切工作正常开展', 0],
  [
    'nor the note on the period',
    '所列数据的统计期限自1月1日起至12月31日止',
    '所列数据的统计期限自1月1日起至12月31日止',
    0,
  ],
])('%s', async (_, earlier, later, matched) => {
  const rows = await similaritiesOf([saying('140212-a', 2022, [earlier]), saying('140212-a', 2023, [later])])
  expect(rows.find((row) => row['report_id'] === '140212-a-2023' && row['kind'] === 'last_year')).toMatchObject({
    matched_count: matched,
    share: null,
  })
})

test('sets of sentences say the same, whatever is copied from whom', async () => {
  const stock = [...own('范本', 40), '依照《条例》第五十条编制本年度的报告', '其他法律行政法规禁止公开', '一切正常开展']
  const texts = fc.array(fc.subarray(stock, { minLength: 1 }), { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(texts, async (drawn) => {
      const said = drawn.map((sentences, i) => ({
        agency: `140212-a${i % 4}`,
        year: 2021 + Math.floor(i / 4),
        sentences,
      }))
      const rows = await similaritiesOf(said.map(({ agency, year, sentences }) => saying(agency, year, sentences)))
      for (const { agency, year, sentences } of said) {
        const mine = toSentences(sentences)
        const union = (isMeant: (other: (typeof said)[number]) => boolean) =>
          new Set(said.filter(isMeant).flatMap((other) => [...toSentences(other.sentences)]))
        const places = {
          last_year: union((other) => other.agency === agency && other.year === year - 1),
          neighbour: union((other) => other.agency !== agency && other.year === year),
        }
        for (const [kind, place] of Object.entries(places)) {
          const row = rows.find((one) => one['report_id'] === `${agency}-${year}` && one['kind'] === kind)
          const matched = [...mine].filter((sentence) => place.has(sentence)).length
          expect(row?.['sentence_count']).toBe(mine.size)
          expect(row?.['matched_count']).toBe(kind === 'last_year' && year === 2021 ? null : matched)
          expect(row?.['share']).toBe(mine.size >= 30 && row?.['matched_count'] !== null ? matched / mine.size : null)
        }
      }
    }),
    { numRuns: 5, seed: 9 },
  )
})
