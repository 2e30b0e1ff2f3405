import { appendFile } from 'node:fs/promises'
import type { LedgerEntry } from '@gongkai/schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze } from '../src/index.ts'
import { query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

/** What is said of a copy; the rest is the same in all. */
interface Copy {
  readonly url?: string
  readonly digest?: string
  readonly published?: string
  readonly head?: string
  readonly made?: number
  readonly cells?: number
  readonly text?: string
}

/** A digest that begins as given; two files have different ones, for they are no duplicates. */
const digestOf = (path: string, { digest = '0' }: Copy): string =>
  `${digest}${Buffer.from(path).toString('hex')}`.padEnd(64, '0')

const own = 'https://www.xinrong.gov.cn/a.html'
const mirror = 'https://xinrong-gov.example.com/a.html'
const marked = '2022年政府信息公开工作年度报告（更正）'

function toCopy(path: string, copy: Copy): LedgerEntry {
  const { url, published, head, made = 0, cells, text } = copy
  const disclosure = toCells('disclosure', {
    'disclosure.normative_documents.made': { value: made, raw: String(made) },
  })
  const all = [...disclosure, ...toCells('requests'), ...toCells('proceedings')]
  const report = toReport(
    {
      issues: [],
      sections: [{ number: 1, heading: '一、总体情况', firstLine: 3, text: text ?? '一行\n两行' }],
      cells: all.map((cell, i) =>
        i < (cells ?? all.length) ? cell : { ...cell, state: 'missing', value: null, raw: null },
      ),
      lines: [
        { line: 1, kind: 'title', section: null, text: head ?? '2022年政府信息公开工作年度报告' },
        { line: 3, kind: 'heading', section: 1, text: '一、总体情况' },
        { line: 4, kind: 'paragraph', section: 1, text: text ?? '一行' },
      ],
    },
    { publishedOn: published ?? null, signedOn: null },
  )
  return toEntry(path, [report], { sourceUrl: url ?? null, documentId: digestOf(path, copy) })
}

/** The copies `a` and `b`, and for which of them what decided; `a` has the smaller path and everything else the same. */
const choices: readonly (readonly [what: string, a: Copy, b: Copy, kept: string, reason: string])[] = [
  ['the own site before a mirror', { url: mirror, digest: '1' }, { url: own, digest: '2' }, 'b', 'site'],
  ['the own site before no address', { digest: '1', published: '2023-05-01' }, { url: own, digest: '2' }, 'b', 'site'],
  [
    'the own site before a fuller mirror',
    { url: own, cells: 50, digest: '2' },
    { url: mirror, digest: '1' },
    'a',
    'site',
  ],
  [
    'the own site before a mirror marked as a correction',
    { url: mirror, head: marked, published: '2023-06-01' },
    { url: own, digest: '2' },
    'b',
    'site',
  ],
  [
    'a host that only ends like one is none',
    { url: 'https://www.xinrong.gov.cn.example.com/a', digest: '1' },
    { url: own, digest: '2' },
    'b',
    'site',
  ],
  [
    'another government before a mirror',
    { url: mirror, digest: '1' },
    { url: 'https://www.dtxr.gov.cn/a', digest: '2' },
    'b',
    'site',
  ],
  [
    'a correction before a later date',
    { head: marked, digest: '2' },
    { published: '2023-03-01', digest: '1' },
    'a',
    'correction',
  ],
  ...[
    'https://www.xinrong.gov.cn@evil.example.com/a',
    'https://www.xinrong.gov.cn:80@evil.example.com/a',
    'https://evil.example.com\\@www.xinrong.gov.cn/a',
    'https://evil.example.com/www.xinrong.gov.cn/a',
    'https://evil.example.com?www.xinrong.gov.cn',
    'https://wwwxinrong-gov.cn/a',
  ].map((url) => [`no site of its own: ${url}`, { url, digest: '1' }, { url: own, digest: '2' }, 'b', 'site'] as const),
  ...[
    'https://kjj.datong.xinrong.gov.cn./a',
    'HTTPS://WWW.XINRONGQU.GOV.CN:8080/a?b',
    'http://me@www.xinrong.gov.cn',
  ].map((url) => [`the own site: ${url}`, { url: mirror, digest: '1' }, { url, digest: '2' }, 'b', 'site'] as const),
  ...[
    '2022年政府信息公开工作年度报告（2023年3月更正）',
    '关于更正2022年政府信息公开工作年度报告的公告',
    '更正说明：表三数据有误',
    '【更正】2022年政府信息公开工作年度报告',
  ].map((head) => [`marked: ${head}`, { head, digest: '2' }, { digest: '1' }, 'a', 'correction'] as const),
  [
    'marked by a note at its end',
    { text: '附注：原表有误，特此更正。', digest: '2' },
    { digest: '1' },
    'a',
    'correction',
  ],
  ...['更正公告', '政府采购更正公告 中标公告', '及时更正有误的信息。'].map(
    (head) => [`not marked: ${head}`, { head, digest: '2' }, { digest: '1' }, 'b', 'digest'] as const,
  ),
  [
    'not marked: a word of the narrative',
    { text: '更正：年度报告中的错误', digest: '2' },
    { digest: '1' },
    'b',
    'digest',
  ],
  ['the only one with a date', { digest: '1' }, { published: '2023-03-05', digest: '2' }, 'b', 'date'],
  ['the later of two', { published: '2023-01-20', digest: '1' }, { published: '2023-03-05', digest: '2' }, 'b', 'date'],
  ['the fuller of two', { cells: 50, digest: '1' }, { digest: '2' }, 'b', 'completeness'],
  ['the smaller digest, whatever the path', { digest: 'b' }, { digest: 'a' }, 'b', 'digest'],
]

const prepare = (a: Copy, b: Copy) => writeEntries([toCopy('a.txt', a), toCopy('b.txt', b)])

/** Copies of another report than all others: that of a year. */
const ofYear = (entry: LedgerEntry, year: number): LedgerEntry => ({
  ...entry,
  reports: entry.reports.map((report) => ({
    ...report,
    reportId: `${report.identity.agencyId}-${year}`,
    identity: { ...report.identity, year },
  })),
})

describe('of two copies', () => {
  let out = ''
  beforeAll(async () => {
    const entries = choices.flatMap(([, a, b], i) => [
      ofYear(toCopy(`${i}-a.txt`, a), 2000 + i),
      ofYear(toCopy(`${i}-b.txt`, b), 2000 + i),
    ])
    const options = await writeEntries(entries)
    expect(await analyze(options)).toMatchObject({ published: true })
    out = options.out
  })

  test.each(choices.map((choice, i) => [choice[0], i, choice] as const))('%s', async (_, i, [, a, b, kept, reason]) => {
    const other = kept === 'a' ? 'b' : 'a'
    const ofPair = `where path in ('${i}-a.txt', '${i}-b.txt') order by path`
    expect(await query(out, `select path, is_published, decided_by from '{out}/copies.parquet' ${ofPair}`)).toEqual(
      ['a', 'b'].map((name) => ({
        path: `${i}-${name}.txt`,
        is_published: name === kept,
        decided_by: name === kept ? null : reason,
      })),
    )
    expect(await query(out, `select path, reason, detail from '{out}/documents.parquet' ${ofPair}`)).toContainEqual({
      path: `${i}-${other}.txt`,
      reason: `replaced_${reason}`,
      detail: `published: SHA-256 ${digestOf(`${i}-${kept}.txt`, kept === 'a' ? a : b)}`,
    })
    expect(await query(out, `select path from '{out}/reports.parquet' ${ofPair}`)).toEqual([
      { path: `${i}-${kept}.txt` },
    ])
  })

  test('the one that a reviewer names', async () => {
    const options = await prepare({ url: own, digest: '1' }, { url: mirror, digest: '2' })
    await appendFile(
      options.copies,
      `140212-kexuejishuju-2022,${digestOf('b.txt', { digest: '2' })},the page was taken down,w\n`,
    )
    await analyze(options)
    expect(await query(options.out, `select path from '{out}/reports.parquet'`)).toEqual([{ path: 'b.txt' }])
  })

  test('none on a host of the reviewed list that is another body’s', async () => {
    const options = await prepare({ digest: '1' }, { url: 'https://xr.example.com/a', digest: '2' })
    await appendFile(options.sources, 'xr.example.com,140212,大同市新荣区教育局,own site,seen\n')
    await appendFile(options.sources, 'example.com,140200,,site of the city,seen\n')
    await appendFile(options.sources, 'example.com,000000,,site of the country,seen\n')
    await analyze(options)
    expect(await query(options.out, `select distinct site from '{out}/copies.parquet' order by 1`)).toEqual([
      { site: 'none' },
      { site: 'other' },
    ])
  })

  test('the one on a host of the reviewed list', async () => {
    const options = await prepare({ digest: '1' }, { url: 'https://xr.example.com/a', digest: '2' })
    await appendFile(options.sources, 'xr.example.com,140212,大同市新荣区科学技术局,own site,seen\n')
    await analyze(options)
    expect(await query(options.out, `select path, site from '{out}/copies.parquet' where is_published`)).toEqual([
      { path: 'b.txt', site: 'own' },
    ])
  })
})

const issuesOf = (out: string) =>
  query(out, `select code, key, message_en from '{out}/issues.parquet' where path = 'b.txt' order by issue_no`)

describe('issues of a report with copies', () => {
  test('name each difference with both values', async () => {
    const options = await prepare({ made: 9, published: '2023-01-20' }, { url: own, made: 7, published: '2023-01-21' })
    await analyze(options)
    expect(await issuesOf(options.out)).toEqual([
      {
        code: 'copies_differ',
        key: 'disclosure.normative_documents.made',
        message_en: expect.stringContaining('“7” here, “9” in a.txt'),
      },
      {
        code: 'copies_differ',
        key: null,
        message_en: expect.stringContaining('“2023-01-21” here, “2023-01-20” in a.txt'),
      },
    ])
    expect(
      await query(
        options.out,
        `select differing_cells, differing_dates from '{out}/copies.parquet' where path = 'a.txt'`,
      ),
    ).toEqual([{ differing_cells: ['disclosure.normative_documents.made'], differing_dates: ['published_on'] }])
  })

  test('show of two texts where they begin to differ, and what only one copy has', async () => {
    const long = '一'.repeat(40)
    const options = await prepare(
      { text: `${long}甲${long}`, published: '2023-01-20', cells: 1 },
      { url: own, text: `${long}乙${long}` },
    )
    await analyze(options)
    const messages = (await issuesOf(options.out)).map(({ message_en: said }) => said)
    const around = (sign: string) => `…${'一'.repeat(8)}${sign}${'一'.repeat(21)}…`
    expect(messages).toContain(
      `Copies of the report differ: text of section 1: “${around('乙')}” here, “${around('甲')}” in a.txt`,
    )
    expect(messages).toContain(
      'Copies of the report differ: date of publication: “nothing” here, “2023-01-20” in a.txt',
    )
    expect(messages).toContain('Copies of the report differ: “0” here, “No place for the cell is found” in a.txt')
  })

  test('name a reviewed row that chooses no copy', async () => {
    const options = await writeEntries([toCopy('b.txt', { url: own })])
    await appendFile(options.copies, `140212-kexuejishuju-2022,${'2'.padEnd(64, '0')},the page was taken down,w\n`)
    await analyze(options)
    expect((await issuesOf(options.out)).map(({ code }) => code)).toEqual(['copy_review_unused'])
  })

  test('say that only the digest decided, and that no copy is on the own site', async () => {
    const options = await prepare({ digest: 'b' }, { digest: 'a' })
    await analyze(options)
    expect((await issuesOf(options.out)).map(({ code }) => code)).toEqual(['copies_undecided', 'copy_off_site'])
  })
})

test('issues between parts of one document are in the order of the parts', async () => {
  const values = [9, 8, 7, 6, 5, 4, 3]
  const parts = values.flatMap((made, i) =>
    toCopy('b.txt', { made }).reports.map((report) => ({ ...report, part: i + 1 })),
  )
  const options = await writeEntries([toEntry('b.txt', parts)])
  await analyze(options)
  const said = (await issuesOf(options.out)).filter(({ code }) => code === 'copies_differ')
  expect(said.map(({ message_en: message }) => String(message))).toEqual(
    values.slice(1).map((value) => expect.stringContaining(`“9” here, “${value}” in b.txt`)),
  )
})

test('a file of the same bytes is a copy, and its address counts', async () => {
  const first = toCopy('a.txt', { digest: '2' })
  const entries = [
    first,
    {
      document: {
        ...first.document,
        path: 'b.txt',
        sourceUrl: own,
        status: 'duplicate',
        reason: 'identical',
        duplicateOf: 'a.txt',
      },
      reports: [],
    } as LedgerEntry,
    toCopy('c.txt', { url: mirror, digest: '1' }),
  ]
  const options = await writeEntries(entries)
  expect(await analyze(options)).toMatchObject({ published: true })
  expect(await query(options.out, `select path, decided_by from '{out}/copies.parquet' order by path`)).toEqual([
    { path: 'a.txt', decided_by: null },
    { path: 'b.txt', decided_by: 'identical' },
    { path: 'c.txt', decided_by: 'site' },
  ])
})

test('a report of one file has no copies', async () => {
  const options = await writeEntries([toCopy('a.txt', {})])
  await analyze(options)
  expect(await query(options.out, `select * from '{out}/copies.parquet'`)).toEqual([])
  expect(await query(options.out, `select * from '{out}/issues.parquet'`)).toEqual([])
})
