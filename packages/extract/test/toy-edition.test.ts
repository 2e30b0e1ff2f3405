import { readFileSync } from 'node:fs'
import { type Cell, declaredForms, type Form, type Report } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { extractDocument, type Lookups, toLookups } from '../src/index.ts'
import { toyDisclosure, toyProceedings, toyRequests } from './support/toy-edition.ts'

const texts = loadLookupTexts()
/** The notice sets 表二 and 表三 anew and leaves 表四 as it was. */
const two = toLookups(texts, [toyDisclosure, toyRequests, ...declaredForms])
/** The notice sets all three. */
const three = toLookups(texts, [toyDisclosure, toyRequests, toyProceedings, ...declaredForms])

type Table = readonly (readonly string[])[]

const second: Table = [
  ['信息内容', '本年起草件数', '本年印发件数'],
  ['规章', '0', '0'],
  ['裁量基准文件', '4', '3'],
]
const third: Table = [
  ['申请人情况', '公民个人', '各类组织', '总计'],
  ['一、本年新收政府信息公开申请数量', '20', '4', '24'],
  ['（一）当场答复', '11', '2', '13'],
  ['（二）移送其他机关', '3', '1', '4'],
  ['1.涉及敏感数据', '2', '0', '2'],
  ['2.明显没有意义', '1', '1', '2'],
  ['（五）总计', '17', '4', '21'],
  ['三、年末尚在办理', '3', '0', '3'],
]
const proceedings = (groups: readonly string[], outcomes: readonly string[], counts: string): Table => [
  groups,
  groups.flatMap(() => outcomes),
  counts.split(' '),
]
const fourth = proceedings(
  ['行政复议', '未经复议直接起诉', '复议后起诉'],
  ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
  '1 0 0 0 1 2 1 0 0 3 0 0 0 0 0',
)
const toyFourth = proceedings(
  ['行政复议', '行政诉讼案件'],
  ['结果维持', '结果纠正', '调解结案', '总计'],
  '2 1 0 3 4 0 1 5',
)

const head = ['安塞区文化和旅游局2027年政府信息公开工作年度报告', '一、总体情况', '2027年，我局依法公开政府信息。']
const tail = ['五、存在的主要问题及改进情况', '无。', '六、其他需要报告的事项', '无。']
const headings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

/** How a document prints a table, and any other line. */
interface Rendering {
  readonly table: (table: Table) => string
  readonly line: (text: string) => string
}

const same = (text: string): string => text
const toRow = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
const grid: Rendering = {
  table: (table) => `<table>${table.map(toRow).join('')}</table>`,
  line: (text) => `<p>${text}</p>`,
}
const renderings: readonly (readonly [string, Rendering])[] = [
  ['a grid of HTML', grid],
  ['rows between pipes', { table: (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'), line: same }],
  ['rows between spaces', { table: (rows) => rows.map((cells) => cells.join(' ')).join('\n'), line: same }],
  ['one cell a line', { table: (rows) => rows.flat().join('\n'), line: same }],
]

function print({ table, line }: Rendering, tables: readonly Table[]): string {
  const printed = tables.flatMap((one, i) => [line(headings[i] ?? ''), table(one)])
  return [...head.map(line), ...printed, ...tail.map(line)].join('\n')
}

async function read(text: string, lookups: Lookups): Promise<Report> {
  const bytes = new TextEncoder().encode(text)
  const source = { path: 'toy', bytes, sha256: 'b'.repeat(64), url: null, retrievedAt: null }
  const { reports, document } = await extractDocument(source, lookups)
  const [report] = reports
  if (!report) throw new Error(`no report: ${document.reason} ${document.detail}`)
  return report
}

/** Keys and numbers of a table of which the first row and column are labels. */
const expected = (form: Form, table: Table): readonly (readonly [string, number])[] =>
  form.blocks.flatMap(({ rows, columns }) =>
    rows.flatMap(({ id }, r) =>
      columns.map((one, c) => [`${form.id}.${id}.${one.id}`, Number(table[r + 1]?.[c + 1])] as const),
    ),
  )

const valuesOf = (cells: readonly Cell[], form: string) =>
  cells.filter(({ formId }) => formId === form).map(({ key, value }) => [key, value])
const countsOf = (cells: readonly Cell[]) => valuesOf(cells, 'proceedings').map(([, value]) => String(value))
const doubts = ({ issues }: Report) => issues.filter(({ severity }) => severity !== 'info')

describe('an edition that is declared, and nothing else, is read', () => {
  test.each(renderings)('from %s, with the tables that it sets', async (_, rendering) => {
    const report = await read(print(rendering, [second, third, fourth]), two)
    expect(report.editions).toEqual({ disclosure: '2027', requests: '2027', proceedings: '2021' })
    expect(valuesOf(report.cells, 'disclosure')).toEqual(expected(toyDisclosure, second))
    expect(valuesOf(report.cells, 'requests')).toEqual(expected(toyRequests, third))
    expect(countsOf(report.cells)).toEqual(fourth[2])
    expect(doubts(report)).toEqual([])
    const sums = report.findings.filter(({ checkId }) => /^T3\.(?:INTAKE|SETTLED|WHO)\./.test(checkId))
    expect(sums.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => 'pass'))
  })

  test.each(renderings)('from %s, with a 表四 of its own', async (_, rendering) => {
    const report = await read(print(rendering, [second, third, toyFourth]), three)
    expect(report.editions).toEqual({ disclosure: '2027', requests: '2027', proceedings: '2027' })
    expect(countsOf(report.cells)).toEqual(toyFourth[2])
    expect(doubts(report)).toEqual([])
  })

  test('and its sums are checked, a wrong cell is named in its words', async () => {
    const wrong = third.map((cells) => cells.map((text) => (text === '21' ? '31' : text)))
    const { proposals } = await read(print(grid, [second, wrong, fourth]), two)
    expect(proposals.map(({ key, proposedValue }) => [key, proposedValue])).toEqual([
      ['requests.results_total.total', 21],
    ])
    expect(proposals[0]?.messageZh).toContain('总计')
  })

  test.each(['wrong-total', 'html-hidden-by-many-selectors'])('and the document %s is read as before', async (name) => {
    const text = readFileSync(new URL(`corpus/${name}/source.html`, import.meta.url), 'utf8')
    expect(await read(text, three)).toEqual(await read(text, toLookups(texts)))
  })
})
