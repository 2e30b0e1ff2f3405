import { type Sheet, type SheetCell, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'

/** A way in which an office suite writes a report into a legacy Word document. */
export interface DocTemplate {
  readonly id: string
  /** What stands in a cell that holds a number. */
  readonly toValue?: (text: string, at: number) => string
  readonly toLabel?: (text: string) => string
  readonly toTable?: (sheet: Sheet, table: (sheet: Sheet) => string) => string
  readonly toHeading?: (text: string) => string
  /** Numbers were deleted with changes being recorded. */
  readonly isTracked?: true
  readonly cellStyle?: (cell: SheetCell) => string
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = (content: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`
const span = (style: string, text: string): string => `<text:span text:style-name="${style}">${text}</text:span>`

function tableXml(sheet: Sheet, template: DocTemplate, counter: { at: number }): string {
  const matrix = toMatrix(sheet)
  const rows = matrix.map((row) => row.map((cell) => (cell ? cellXml(cell, template, counter) : covered)).join(''))
  const columns = `<table:table-column table:number-columns-repeated="${matrix[0]?.length ?? 1}"/>`
  const lines = rows.map((cells) => `<table:table-row>${cells}</table:table-row>`).join('')
  return `<table:table>${columns}${lines}</table:table>`
}

const covered = '<table:covered-table-cell/>'

function cellXml(cell: SheetCell, template: DocTemplate, counter: { at: number }): string {
  const text = escapeXml(cell.text)
  const content = cell.key ? (template.toValue?.(text, counter.at++) ?? text) : (template.toLabel?.(text) ?? text)
  const spans = `table:number-columns-spanned="${cell.colSpan}" table:number-rows-spanned="${cell.rowSpan}"`
  const style = template.cellStyle?.(cell) ?? 'Plain'
  const body = /^<text:(?:p|list)\b/.test(content) ? content : paragraph(content)
  return `<table:table-cell table:style-name="${style}" ${spans}>${body}</table:table-cell>`
}

/** A report as a flat OpenDocument text, which an office suite converts. */
export function toFodt(story: Story, template: DocTemplate): string {
  const counter = { at: 0 }
  const table = (sheet: Sheet) => tableXml(sheet, template, counter)
  const parts = story.parts.map((part) => {
    if (part.kind === 'sheet') return template.toTable?.(part.sheet, table) ?? table(part.sheet)
    const text = escapeXml(part.text)
    return part.kind === 'heading' ? (template.toHeading?.(text) ?? paragraph(text)) : paragraph(text)
  })
  return `${head}${template.isTracked ? changes() : ''}${paragraph(story.title)}${parts.join('')}${tail}`
}

const space = 'urn:oasis:names:tc:opendocument:xmlns:'
const head = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="${space}office:1.0" xmlns:text="${space}text:1.0" xmlns:table="${space}table:1.0"
 xmlns:style="${space}style:1.0" xmlns:fo="${space}xsl-fo-compatible:1.0" xmlns:draw="${space}drawing:1.0"
 xmlns:svg="${space}svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="HiddenLine" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Headings"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>
${[1, 2, 3, 4].map((list) => `<text:list-style style:name="Rows${list}"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>`).join('')}
</office:styles><office:automatic-styles>
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="Dark" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864" fo:border="0.5pt solid #000000"/></style:style>
</office:automatic-styles><office:body><office:text>`
const tail = '</office:text></office:body></office:document>'

const note = (at: number, label: string): string =>
  `<text:note text:id="note${at}" text:note-class="footnote"><text:note-citation${label && ` text:label="${label}"`}>${
    label || at
  }</text:note-citation><text:note-body>${paragraph('以上为全年累计数 2023')}</text:note-body></text:note>`

const mostCells = 250

/** A deleted number for each cell. */
const changes = (): string => {
  const info =
    '<office:change-info><dc:creator>甲</dc:creator><dc:date>2020-01-01T00:00:00</dc:date></office:change-info>'
  const regions = Array.from(
    { length: mostCells },
    (_, at) =>
      `<text:changed-region text:id="gone${at}"><text:deletion>${info}${paragraph('77')}</text:deletion></text:changed-region>`,
  )
  return `<text:tracked-changes>${regions.join('')}</text:tracked-changes>`
}

const frame = (content: string): string =>
  paragraph(
    `<draw:frame text:anchor-type="paragraph" svg:width="16cm" svg:height="10cm"><draw:text-box>${content}</draw:text-box></draw:frame>`,
  )

const item = (style: string, text: string): string =>
  `<text:list text:style-name="${style}" text:continue-numbering="true"><text:list-item>${paragraph(text)}</text:list-item></text:list>`

/** Labels with a number of their own, and the list each belongs to: `1#属于国家秘密`. */
function toListed(sheet: Sheet): Sheet {
  let list = 0
  return sheet.map((row) =>
    row.map((cell) => {
      const [, number, name] = /^(\d)\.(.+)$/.exec(cell.text) ?? []
      if (cell.key || name === undefined) return cell
      if (number === '1') list++
      return { ...cell, text: `${list}#${name}` }
    }),
  )
}

/** In a list the number is no part of the text. */
const toItem = (text: string): string => {
  const [, list, name] = /^(\d)#(.+)$/.exec(text) ?? []
  return name === undefined ? text : item(`Rows${list}`, name)
}

export const docTemplates: readonly DocTemplate[] = [
  { id: 'merged' },
  { id: 'digits-in-runs', toValue: (text) => [...text].map((one) => span('Bold', one)).join('') },
  { id: 'hidden-runs', toValue: (text) => span('Hidden', '8') + text },
  { id: 'hidden-lines', toValue: (text) => paragraph('9', 'HiddenLine') + paragraph(text) },
  { id: 'struck-out', toValue: (text) => span('Struck', '77') + text },
  { id: 'white-digits', toValue: (text) => text + span('White', '5') },
  { id: 'raised-marks', toValue: (text) => text + span('Raised', '1') },
  { id: 'notes', toValue: (text, at) => (at % 9 > 1 ? text : text + note(at + 1, at % 9 === 0 ? '' : '2')) },
  {
    id: 'fields',
    toValue: (text) => `<text:expression text:formula="ooow:1+1" office:value-type="string">${text}</text:expression>`,
  },
  { id: 'tracked', isTracked: true, toValue: (text, at) => `<text:change text:change-id="gone${at}"/>${text}` },
  { id: 'text-boxes', toTable: (sheet, table) => frame(table(sheet)) },
  {
    id: 'nested',
    toTable: (sheet, table) =>
      `<table:table><table:table-column/><table:table-row><table:table-cell>${table(sheet)}${paragraph('')}</table:table-cell></table:table-row></table:table>`,
  },
  {
    id: 'numbered-rows',
    toTable: (sheet, table) => table(toListed(sheet)),
    toLabel: toItem,
    toHeading: (text) => item('Headings', text.replace(/^[一二三四五六]、/, '')),
  },
  {
    id: 'dark-heads',
    toLabel: (text) => span('White', text),
    cellStyle: (cell) => (cell.key ? 'Plain' : 'Dark'),
  },
  {
    id: 'tabs',
    toTable: (sheet) =>
      sheet.map((row) => paragraph(row.map(({ text }) => escapeXml(text)).join('<text:tab/>'))).join(''),
  },
]
