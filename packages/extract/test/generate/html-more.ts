import { bodyHtml, bytes, htmlLayout, pageHtml, rowsHtml, tableHtml, tdHtml } from './html.ts'
import type { Layout } from './layout.ts'
import { type Sheet, type SheetCell, toMatrix } from './sheet.ts'
import { type Story, withSheets } from './story.ts'

const isProceedings = (sheet: Sheet): boolean => sheet[0]?.[0]?.text === '行政复议'
const cell = (text: string, colSpan = 1, rowSpan = 1): SheetCell => ({ text, colSpan, rowSpan })

const onProceedings = (id: string, change: (values: readonly SheetCell[]) => readonly Sheet[]): Layout =>
  htmlLayout(id, (sheet) => {
    const values = sheet.at(-1) ?? []
    return isProceedings(sheet) ? change(values).map(tableHtml).join('\n') : tableHtml(sheet)
  })

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const
const outcomeCells = outcomes.map((text) => cell(text))

/** One row per outcome, one column per group. */
const transposed = (values: readonly SheetCell[]): readonly Sheet[] => [
  [
    [cell('', 1, 2), cell('行政复议', 1, 2), cell('行政诉讼', 2)],
    [cell('未经复议直接起诉'), cell('复议后起诉')],
    ...outcomeCells.map((head, i) => [head, ...[i, i + 5, i + 10].flatMap((at) => values[at] ?? [])]),
  ],
]

/** One row per group. */
const byGroup = (values: readonly SheetCell[]): readonly Sheet[] => [
  [
    [cell('类别'), ...outcomeCells],
    ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((name, i) => [cell(name), ...values.slice(i * 5, i * 5 + 5)]),
  ],
]

const inTwo = (values: readonly SheetCell[]): readonly Sheet[] => [
  [[cell('行政复议', 5)], outcomeCells, values.slice(0, 5)],
  [
    [cell('行政诉讼', 10)],
    [cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    [...outcomeCells, ...outcomeCells],
    values.slice(5),
  ],
]

const swapped = (values: readonly SheetCell[]): readonly Sheet[] => [
  [
    [cell('行政诉讼', 10), cell('行政复议', 5)],
    [cell('未经复议直接起诉', 5), cell('复议后起诉', 5), ...outcomes.map((text) => cell(text, 1, 2))],
    [...outcomeCells, ...outcomeCells],
    [...values.slice(5), ...values.slice(0, 5)],
  ],
]

/** Rows of 表二 in a table for each article. */
const perArticle = (sheet: Sheet): string => {
  const starts = sheet.flatMap((row, i) => (row[0]?.text.startsWith('第二十条') ? [i] : []))
  return starts.length < 2
    ? tableHtml(sheet)
    : starts.map((at, i) => tableHtml(sheet.slice(at, starts[i + 1]))).join('')
}

/** The category and the label of a row in one cell. */
const joinedLabels = (sheet: Sheet): string => {
  if (sheet.length < 20) return tableHtml(sheet)
  let group = ''
  const rows = toMatrix(sheet)
    .slice(3)
    .map((row) => {
      const labels = row.flatMap((one) => (one && !one.key && !one.text.startsWith('三、') ? [one.text] : []))
      if (labels.length > 1) group = labels[0] ?? ''
      const own = labels.at(-1) ?? ''
      const text = /^\d/.test(own) ? `${group}${own}` : own
      return [cell(text), ...row.flatMap((one) => (one?.key ? [one] : []))]
    })
  const names = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  return tableHtml([names.map((name) => cell(name)), ...rows])
}

/** Row at which a program cut the table and joined it again. */
const cutAt = 12

/** Behind the cut the cells that were merged over it are lost, and their rows are filled up at the end. */
const tornTable = (sheet: Sheet): string => {
  if (sheet.length < 20) return tableHtml(sheet)
  const [above, below] = [sheet.slice(0, cutAt), sheet.slice(cutAt).map((row) => [...row, cell('')])]
  return `<table>${[above, below]
    .map(cutSpans)
    .map((part) => rowsHtml(part))
    .join('')}</table>`
}

const cutSpans = (rows: Sheet): Sheet =>
  rows.map((row, r) => row.map((one) => ({ ...one, rowSpan: Math.min(one.rowSpan, rows.length - r) })))

const oneTable = (story: Story): string => {
  const rows = story.parts.map((part) =>
    part.kind === 'sheet' ? rowsHtml(part.sheet) : `<tr><td colspan="15">${part.text}</td></tr>`,
  )
  return `<h1>${story.title}</h1><table>${rows.join('\n')}</table>`
}

const sidebar = (story: Story): string => {
  const links = [1, 2, 3].map((ago) => {
    const title = `${story.truth.agency}${story.truth.year - ago}年政府信息公开工作年度报告`
    return `<li><a href="/n/${ago}.html">${title}</a></li>`
  })
  return `<div class="left"><h3>政府信息公开年报</h3><ul>${links.join('')}</ul></div><div class="main">${bodyHtml(story)}</div>`
}

const wide = (text: string): Uint8Array => {
  const made = new Uint8Array(2 + text.length * 2)
  const view = new DataView(made.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), true)
  return made
}

/** GBK bytes of every two-byte character, found by decoding all of them. */
const gbk = new Map<string, readonly [number, number]>()
for (let lead = 0x81; lead < 0xff; lead++) {
  for (let trail = 0x40; trail < 0xff; trail++) {
    const text = new TextDecoder('gbk').decode(Uint8Array.of(lead, trail))
    if (text.length === 1 && text !== '\ufffd' && !gbk.has(text)) gbk.set(text, [lead, trail])
  }
}
const toGbk = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((one) => (one.charCodeAt(0) < 128 ? [one.charCodeAt(0)] : (gbk.get(one) ?? [63]))))

const plain = (id: string, render: (story: Story) => Uint8Array): Layout => ({ id, format: 'html', render })

export const moreHtmlLayouts: readonly Layout[] = [
  onProceedings('proceedings-transposed', transposed),
  onProceedings('proceedings-by-group', byGroup),
  onProceedings('proceedings-in-two', inTwo),
  onProceedings('proceedings-swapped', swapped),
  htmlLayout('table-per-article', perArticle),
  htmlLayout('labels-with-category', joinedLabels),
  htmlLayout('merged-cells-lost-behind-a-cut', tornTable),
  plain('one-big-table', (story) => bytes(pageHtml(story, oneTable(story)))),
  plain('sidebar-of-years', (story) => bytes(pageHtml(story, sidebar(story)))),
  plain('gbk-wrong-charset', (story) => toGbk(pageHtml(story, bodyHtml(story), 'utf-8'))),
  plain('gbk-no-charset', (story) => toGbk(bodyHtml(story))),
  plain('utf-16', (story) => wide(pageHtml(story, bodyHtml(story), 'utf-16'))),
  plain('blank-cells-nbsp', (story) =>
    bytes(
      pageHtml(
        story,
        bodyHtml(
          withSheets(story, (sheet) => sheet.map((row) => row.map((one) => ({ ...one, text: one.text || '&nbsp;' })))),
        ),
      ),
    ),
  ),
  htmlLayout(
    'sheet-in-fragment',
    (sheet) => `<center><table>${rowsHtml(sheet, (one) => tdHtml(one))}</table></center>`,
  ),
]
