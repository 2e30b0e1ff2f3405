import type { Layout } from './layout.ts'
import { type Sheet, type SheetCell, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const spans = (cell: SheetCell): string =>
  `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`

export const rowsHtml = (sheet: Sheet, toCell: (cell: SheetCell) => string = tdHtml): string =>
  sheet.map((row) => `<tr>${row.map(toCell).join('')}</tr>`).join('\n')

export const tdHtml = (cell: SheetCell): string => `<td${spans(cell)}>${cell.text}</td>`

export const tableHtml = (sheet: Sheet): string => `<table border="1"><tbody>\n${rowsHtml(sheet)}\n</tbody></table>`

/** The body of a page, its sheets in the given way. */
export function bodyHtml(story: Story, toTable: (sheet: Sheet) => string = tableHtml): string {
  const parts = story.parts.map((part) => (part.kind === 'sheet' ? toTable(part.sheet) : `<p>${part.text}</p>`))
  return `<h1>${story.title}</h1>\n${parts.join('\n')}`
}

export const pageHtml = (story: Story, body: string, charset = 'utf-8'): string =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${story.title}</title></head><body>${body}</body></html>`

export const htmlLayout = (id: string, toTable: (sheet: Sheet) => string): Layout => ({
  id,
  format: 'html',
  render: (story) => bytes(pageHtml(story, bodyHtml(story, toTable))),
})

const onBody = (id: string, change: (html: string) => string): Layout => ({
  id,
  format: 'html',
  render: (story) => bytes(pageHtml(story, change(bodyHtml(story)))),
})

const broken = (text: string): string =>
  text.length > 3 && text.length < 9 ? `${text.slice(0, 2)}<br>${text.slice(2)}` : text

const wordCell = (cell: SheetCell): string =>
  `<td${spans(cell)} style="mso-border-alt:solid windowtext .5pt"><p class="MsoNormal" align="center"><span lang="EN-US"
 style="font-size:10.5pt;mso-bidi-font-size:12.0pt">${cell.text}<o:p></o:p></span></p></td>`

const excelCell = (cell: SheetCell): string =>
  `<td${spans(cell)} class="xl65" x:num="${cell.text}" style="mso-number-format:General"><font>${cell.text}</font></td>`

const grid = (sheet: Sheet, row: string, cell: string): string =>
  sheet.map((one) => `<${row}>${one.map((each) => `<${cell}>${each.text}</${cell}>`).join('')}</${row}>`).join('\n')

const wrongSpans = (cell: SheetCell): string =>
  tdHtml({ ...cell, rowSpan: cell.rowSpan > 3 ? cell.rowSpan + 1 : cell.rowSpan })

const hiddenRows = (sheet: Sheet): string => {
  const sample = sheet.filter((row) => row.some((cell) => cell.key))
  const rows = sample.map(
    (row) =>
      `<tr style="display: none">${row.map((cell) => tdHtml(cell.key ? { ...cell, text: '99' } : cell)).join('')}</tr>`,
  )
  return `<table>${rows.join('')}${rowsHtml(sheet)}</table>`
}

/** The heads again in a table of their own wherever a page ends. */
const splitTables = (sheet: Sheet): string => {
  const heads = sheet.filter((row) => row.every((cell) => !cell.key)).slice(0, 3)
  if (sheet.length < 20) return tableHtml(sheet)
  return [sheet.slice(0, 14), [...heads, ...sheet.slice(14)]].map(tableHtml).join('\n<p>— 2 —</p>\n')
}

const nested = (sheet: Sheet): string =>
  `<table><tr><td><table><tr><td>${tableHtml(sheet)}</td></tr></table></td></tr></table>`

const matrixHtml = (sheet: Sheet): string =>
  `<table>${toMatrix(sheet)
    .map((row) => `<tr>${row.map((cell) => `<td>${cell?.text ?? ''}</td>`).join('')}</tr>`)
    .join('')}</table>`

export const htmlLayouts: readonly Layout[] = [
  htmlLayout('table', tableHtml),
  htmlLayout(
    'table-broken-heads',
    (sheet) =>
      `<table>${rowsHtml(sheet, (cell) => tdHtml({ ...cell, text: cell.key ? cell.text : broken(cell.text) }))}</table>`,
  ),
  htmlLayout('table-in-tables', nested),
  htmlLayout('table-split', splitTables),
  htmlLayout('table-unmerged', matrixHtml),
  htmlLayout('table-wrong-rowspans', (sheet) => `<table>${rowsHtml(sheet, wrongSpans)}</table>`),
  htmlLayout('table-hidden-rows', hiddenRows),
  htmlLayout('word', (sheet) => `<table class="MsoTableGrid">${rowsHtml(sheet, wordCell)}</table>`),
  htmlLayout('excel', (sheet) => `<table>${rowsHtml(sheet, excelCell)}</table>`),
  htmlLayout('div-grid', (sheet) => `<div class="t">${grid(sheet, 'div', 'div')}</div>`),
  htmlLayout('span-grid', (sheet) => `<div class="t">${grid(sheet, 'div', 'span')}</div>`),
  htmlLayout(
    'list-grid',
    (sheet) =>
      `<ul>${sheet.map((row) => `<li>${row.map((cell) => `<span>${cell.text}</span>`).join('')}</li>`).join('')}</ul>`,
  ),
  htmlLayout(
    'list-in-list',
    (sheet) =>
      `<ul>${sheet.map((row) => `<li><ul>${row.map((cell) => `<li>${cell.text}</li>`).join('')}</ul></li>`).join('')}</ul>`,
  ),
  htmlLayout('pre', (sheet) => `<pre>${sheet.map((row) => row.map((cell) => cell.text).join('\t')).join('\n')}</pre>`),
  htmlLayout(
    'header-cells',
    (sheet) =>
      `<table>${rowsHtml(sheet, (cell) => (cell.key ? tdHtml(cell) : tdHtml(cell).replace(/td/g, 'th')))}</table>`,
  ),
  htmlLayout(
    'cells-in-paragraphs',
    (sheet) =>
      `<table>${rowsHtml(sheet, (cell) => tdHtml({ ...cell, text: `<p>&nbsp;${cell.text}&nbsp;</p>` }))}</table>`,
  ),
  onBody('upper-case', (html) => html.replace(/<(\/?)(\w+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`)),
  onBody('end-tags-missing', (html) => html.replace(/<\/(?:td|tr|tbody|p)>/g, '')),
  onBody(
    'layout-table',
    (html) => `<table width="980"><tr><td width="200">导航</td><td><div>${html}</div></td></tr></table>`,
  ),
]
