import { type Cell, declaredForms, type Form, type FormColumn, type FormRow, type Report } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { extractDocument, toLookups } from '../src/index.ts'

// A notice that nobody wrote: other rows, columns and sums in 表二 and 表三; 表四 it leaves as it was.
const notice = { edition: '2027' as string as Form['edition'], firstYear: 2027, source: '试办发〔2027〕1号' }
const column = (id: string, zh: string): FormColumn => ({ id, label: { zh, en: id }, unit: '件', measure: 'count' })
const row = (id: string, zh: string): FormRow => ({ id, label: { zh, en: id } })

const toyDisclosure: Form = {
  ...notice,
  id: 'disclosure',
  title: { zh: '主动公开政府信息情况', en: 'Information disclosed proactively' },
  blocks: [
    {
      heading: { zh: '第二十条第（一）项', en: 'Article 20 (1)' },
      columns: [column('drafted', '本年起草件数'), column('issued', '本年印发件数')],
      rows: [row('rules', '规章'), row('guidelines', '裁量基准文件')],
    },
  ],
  balances: [],
  bounds: [],
}

const applicants = [column('citizen', '公民个人'), column('body', '各类组织'), column('total', '总计')]
const results = [
  row('answered', '（一）当场答复'),
  row('referred', '（二）移送其他机关'),
  row('declined.sensitive', '1.涉及敏感数据'),
  row('declined.trivial', '2.明显没有意义'),
]
const toyRequests: Form = {
  ...notice,
  id: 'requests',
  title: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
  blocks: [
    {
      columns: applicants,
      rows: [
        row('new_received', '一、本年新收政府信息公开申请数量'),
        ...results,
        { ...row('results_total', '（五）总计'), notBefore: 'answered' },
        row('open', '三、年末尚在办理'),
      ],
    },
  ],
  balances: [
    {
      id: 'T3.INTAKE',
      severity: 'must',
      label: { zh: '新收等于办结加在办', en: 'Received is settled and open' },
      over: 'columns',
      left: ['new_received'],
      right: ['results_total', 'open'],
    },
    {
      id: 'T3.SETTLED',
      severity: 'must',
      label: { zh: '各项之和等于总计', en: 'Results add up' },
      over: 'columns',
      left: results.map(({ id }) => id),
      right: ['results_total'],
    },
    {
      id: 'T3.WHO',
      severity: 'must',
      label: { zh: '公民加组织等于总计', en: 'Citizens and bodies add up' },
      over: 'rows',
      left: ['citizen', 'body'],
      right: ['total'],
    },
  ],
}

const lookups = toLookups(loadLookupTexts(), [toyDisclosure, toyRequests, ...declaredForms])

type Table = readonly (readonly string[])[]

const second: Table = [
  ['信息内容', '本年起草件数', '本年印发件数'],
  ['规章', '0', '0'],
  ['裁量基准文件', '4', '3'],
]
const third = (total = '21'): Table => [
  ['申请人情况', '公民个人', '各类组织', '总计'],
  ['一、本年新收政府信息公开申请数量', '20', '4', '24'],
  ['（一）当场答复', '11', '2', '13'],
  ['（二）移送其他机关', '3', '1', '4'],
  ['1.涉及敏感数据', '2', '0', '2'],
  ['2.明显没有意义', '1', '1', '2'],
  ['（五）总计', '17', '4', total],
  ['三、年末尚在办理', '3', '0', '3'],
]
const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const
const counts = '1 0 0 0 1 2 1 0 0 3 0 0 0 0 0'.split(' ')
const fourth: Table = [groups, groups.flatMap(() => outcomes), counts]

const head = ['安塞区文化和旅游局2027年政府信息公开工作年度报告', '一、总体情况', '2027年，我局依法公开政府信息。']
const tail = ['五、存在的主要问题及改进情况', '无。', '六、其他需要报告的事项', '无。']
const headings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
]

type Render = (table: Table) => string

function toDocument(render: Render, toLine: (text: string) => string, total?: string): string {
  const tables = [second, third(total), fourth].flatMap((table, i) => [toLine(headings[i] ?? ''), render(table)])
  return [...head.map(toLine), ...tables, ...tail.map(toLine)].join('\n')
}

const paragraph = (text: string) => `<p>${text}</p>`
const toRow = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
const asGrid = (total?: string) =>
  `<html><body>${toDocument((table) => `<table>${table.map(toRow).join('')}</table>`, paragraph, total)}</body></html>`
const asPipes = () =>
  toDocument(
    (table) => table.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    (text) => text,
  )
const asLines = () =>
  toDocument(
    (table) => table.map((cells) => cells.join(' ')).join('\n'),
    (text) => text,
  )
const asCells = () =>
  toDocument(
    (table) => table.flat().join('\n'),
    (text) => text,
  )

async function read(text: string): Promise<Report> {
  const source = {
    path: 'toy',
    bytes: new TextEncoder().encode(text),
    sha256: 'b'.repeat(64),
    url: null,
    retrievedAt: null,
  }
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

describe('an edition that is declared, and nothing else, is read', () => {
  test.each([
    ['a grid of HTML', asGrid],
    ['rows between pipes', asPipes],
    ['rows between spaces', asLines],
    ['one cell a line', asCells],
  ])('from %s', async (_, render) => {
    const report = await read(render())
    expect(report.editions).toEqual({ disclosure: '2027', requests: '2027', proceedings: '2021' })
    expect(valuesOf(report.cells, 'disclosure')).toEqual(expected(toyDisclosure, second))
    expect(valuesOf(report.cells, 'requests')).toEqual(expected(toyRequests, third()))
    expect(valuesOf(report.cells, 'proceedings').map(([, value]) => String(value))).toEqual(counts)
    expect(report.issues.filter(({ severity }) => severity !== 'info')).toEqual([])
    const sums = report.findings.filter(({ checkId }) => /^T3\.(?:INTAKE|SETTLED|WHO)\./.test(checkId))
    expect(sums.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => 'pass'))
  })

  test('and its sums are checked, a wrong cell is named in its words', async () => {
    const { proposals } = await read(asGrid('31'))
    expect(proposals.map(({ key, proposedValue }) => [key, proposedValue])).toEqual([
      ['requests.results_total.total', 21],
    ])
    expect(proposals[0]?.messageZh).toContain('总计')
  })
})
