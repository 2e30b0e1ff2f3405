import { describe, expect, test } from 'vitest'
import { toBody } from '../../src/search/body.ts'
import { countFacets } from '../../src/search/facets.ts'
import { isShortFor } from '../../src/search/names.ts'
import { readQuery } from '../../src/search/query.ts'
import { toSnippet } from '../../src/search/snippet.ts'
import { readState, toQueryString } from '../../src/search/state.ts'
import { toSuggester } from '../../src/search/suggest.ts'
import { isOneToken, toTermTokens } from '../../src/search/tokens.ts'
import { ask, nothingChosen, toLibrary, toRequest } from './library.ts'
import { shelf } from './shelf.ts'

const reports = shelf.map(({ report }) => report)

/** A query in short: wanted terms, phrases in quotes, unwanted ones behind a minus. */
const describeQuery = (query: string): string =>
  readQuery(query)
    .map(({ text, isWanted, isPhrase }) => `${isWanted ? '' : '-'}${isPhrase ? `"${text}"` : text}`)
    .join(' ')

test.each([
  ['科技局　三审三校', '科技局 三审三校'],
  ['行 政 复 议', '行政复议'],
  ['大同 市 科技', '大同 市 科技'],
  ['“部门 预算”', '"部门预算"'],
  ['「行政複議」 -未收到', '"行政复议" -未收到'],
  ['－"a b" c', '-"a b" c'],
  ['报告 报告', '报告'],
  ['、，。 "！" -', ''],
  ['第（五）项', '第(五)项'],
  ['a-b', 'a-b'],
  ['"没有关上', '"没有关上'],
])('%s asks for %s', (query, terms) => {
  expect(describeQuery(query)).toBe(terms)
})

test.each([
  ['发改委', '望都县发展和改革委员会', true],
  ['卫健委', '海淀区卫生健康委员会', true],
  ['人社局', '常州市人力资源和社会保障局', true],
  ['城管局', '灞桥区城市管理和综合执法局', true],
  ['新荣科技', '大同市新荣区科学技术局', true],
  ['科技局', '大同市科学技术协会', false],
  ['局科技', '大同市科学技术局', false],
  ['教育局', '望都县发展和改革局', false],
  ['科局', '科学技术局', false],
  ['abc', 'alphabetic', false],
])('%s stands for %s: %s', (short, full, expected) => {
  expect(isShortFor(short, full)).toBe(expected)
})

test.each([
  ['公开', 1, true],
  ['公', 1, true],
  ['𠀀', 1, true],
  ['公开报', 2, false],
  ['公、开', 2, false],
  ['公公公', 1, false],
  ['98.6%', 4, false],
  ['6%', 1, true],
])('the term %s has %i tokens and is one by itself: %s', (term, count, isOne) => {
  const tokens = toTermTokens(term)
  expect([tokens.length, isOneToken(term, tokens)]).toEqual([count, isOne])
})

describe('what of a document is searched', () => {
  const line = (kind: 'heading' | 'paragraph' | 'title' | 'table_row' | 'signature' | 'metadata', text: string) => ({
    line: 5,
    kind,
    text,
  })
  test.each([
    [line('paragraph', '全年办理行政复议 1 件。'), true],
    [line('heading', '（一）主动公开'), true],
    [line('heading', '四、政府信息公开行政复议、行政诉讼情况'), false],
    [line('heading', '一、总体情况'), false],
    [line('paragraph', '属于国家秘密'), false],
    [line('paragraph', '1.属于国家秘密 0 0 0'), false],
    [line('paragraph', '商业'), false],
    [line('paragraph', '自然人商业企业科研机构'), false],
    [line('paragraph', '12'), false],
    [line('paragraph', '规章 0 0 3'), false],
    [line('table_row', '行政处罚\t3'), false],
    [line('title', '2022年度报告'), false],
    [line('signature', '某局'), false],
    [line('metadata', '索引号：1'), false],
  ])('%j: %s', (one, isSearched) => {
    expect(toBody([one], []).length > 0).toBe(isSearched)
  })

  test('a label that no form has is left out where a table stands, and a sentence there is kept', () => {
    const tables = [[1, 9]] as const
    expect(toBody([line('paragraph', '申请人未按通知要求缴纳')], tables)).toEqual([])
    expect(toBody([line('paragraph', '申请人未按通知要求缴纳。')], tables)).toHaveLength(1)
  })
})

test.each([
  ['依申请(qǐng)公开平台', '申请公开', '依[申请(qǐng)公开]平台'],
  ['公 开 年 报', '公开年报', '[公 开 年 报]'],
  ['收到１２件，办结１２件', '12件', '收到[１２件]，办结[１２件]'],
  [`${'长'.repeat(30)}目标${'尾'.repeat(80)}`, '目标', `…${'长'.repeat(24)}[目标]${'尾'.repeat(54)}…`],
])('in %s what was found for %s is marked', (text, term, expected) => {
  const parts = toSnippet({ line: 1, text }, [term])?.parts ?? []
  expect(parts.map((part) => (part.isMark ? `[${part.text}]` : part.text)).join('')).toBe(expected)
})

test('a snippet ends after what was found, never inside of it', () => {
  const text = `目标${'中'.repeat(53)}目标尾`
  const parts = toSnippet({ line: 1, text }, ['目标'])?.parts ?? []
  expect(parts.filter((part) => part.isMark).map((part) => part.text)).toEqual(['目标', '目标'])
})

test.each(['', '?q=a', '?q=%E5%B1%80&year=2022&flag=late&flag=spam&sort=newest&n=30&all=1'])(
  'the address %j stays as it is',
  (address) => {
    expect(toQueryString(readState(new URLSearchParams(address)))).toBe(address)
  },
)

test('an address that makes no sense asks for nothing', () => {
  expect(toQueryString(readState(new URLSearchParams('?q=+&sort=up&n=-3&n=x&year=&colour=red')))).toBe('')
})

test('a facet counts what its other values would give, and several flags add up', () => {
  const chosen = { ...nothingChosen, year: ['2022'], province: ['山西省'] }
  const counts = countFacets(reports, chosen)
  expect(counts.year).toEqual({ 2022: 2, 2023: 1 })
  expect(counts.province['山西省']).toBe(2)
  expect(counts.province['北京市']).toBe(reports.filter((r) => r.year === 2022 && r.province === '北京市').length)
  expect(countFacets(reports, { ...chosen, flag: ['late'] }).flag).toEqual({})
})

test.each([
  ['大同', '大同市'],
  ['新荣区科', '大同市新荣区科学技术局'],
  ['卫健委', '北京市海淀区卫生健康委员会'],
  ['haidian-health', '北京市海淀区卫生健康委员会'],
  ['haidian', '北京市海淀区卫生健康委员会'],
  ['', undefined],
])('for %j the first suggestion is %s', (typed, text) => {
  expect(toSuggester(reports)(typed)[0]?.text).toBe(text)
})

describe('an answer', () => {
  const library = toLibrary(shelf)
  test('counts at once by name, then by the index, then by the texts', async () => {
    const stages: string[] = []
    for await (const { stage, count } of library.engine.search(toRequest('三审三校'))) stages.push(`${stage} ${count}`)
    expect(stages).toEqual(['names 0', 'index 2', 'done 1'])
  })

  test('opens a few files of the index and the texts of what it shows', async () => {
    library.reads.clear()
    await ask(library.engine, toRequest('依照《条例》第三十六条第（五）项，告知申请人向有关行政机关提出'))
    const files = [...library.reads]
    expect(files.filter((path) => path.startsWith('search/terms/')).length).toBeLessThanOrEqual(6)
    expect(files.filter((path) => path.startsWith('search/text/'))).toEqual(['search/text/clauses-2023.txt'])
  })

  test('by name opens no text at all', async () => {
    library.reads.clear()
    const { hits } = await ask(library.engine, toRequest('海淀区卫健委'))
    expect(hits).toHaveLength(2)
    expect([...library.reads].filter((path) => path.startsWith('search/text/'))).toEqual([])
  })

  test('shows as many hits as asked and says how many there are', async () => {
    const { hits, count, isExact } = await ask(library.engine, toRequest('公开', { limit: 10 }))
    expect(hits).toHaveLength(10)
    expect([count, isExact]).toEqual([shelf.length, true])
  })

  test('keeps to the order that is asked', async () => {
    const { hits } = await ask(library.engine, toRequest('', { order: 'oldest', limit: 100 }))
    const years = hits.map(({ report }) => report.year)
    expect(years).toEqual(years.toSorted((a, b) => a - b))
  })

  test('a file that cannot be read is a failure, not an empty answer', async () => {
    const broken = toLibrary(shelf, { shardBytes: 1 })
    for (const file of broken.files.values()) if (file instanceof Uint8Array) file.fill(0xff, 4)
    await expect(ask(broken.engine, toRequest('公开'))).rejects.toThrow(RangeError)
  })
})
