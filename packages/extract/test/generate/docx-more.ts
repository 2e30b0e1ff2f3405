import { zipSync } from 'fflate'
import { paragraph, run, zipDay } from './docx.ts'
import type { Layout } from './layout.ts'
import { type Sheet, type SheetCell, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const part = (root: string, content: string): Uint8Array =>
  bytes(`<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${w}">${content}</w:${root}>`)

export type CellContent = (cell: SheetCell) => string

const plain: CellContent = (cell) => paragraph(run(cell.text))

/** Rows with gridSpan and vMerge; `wrap` stands around each row and each cell. */
export function tableXml(sheet: Sheet, content: CellContent = plain, wrap = (xml: string) => xml): string {
  const matrix = toMatrix(sheet)
  const rows = matrix.map((row, r) => {
    const cells: string[] = []
    for (let c = 0; c < row.length; ) {
      const cell = row[c]
      const above = cell ? undefined : matrix.slice(0, r).findLast((other) => other[c])?.[c]
      const width = Math.max(1, (cell ?? above)?.colSpan ?? 1)
      const merge = cell ? (cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '') : '<w:vMerge/>'
      const properties = `<w:tcPr><w:gridSpan w:val="${width}"/>${merge}</w:tcPr>`
      cells.push(wrap(`<w:tc>${properties}${cell ? content(cell) : paragraph('')}</w:tc>`))
      c += width
    }
    return wrap(`<w:tr>${cells.join('')}</w:tr>`)
  })
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
}

interface Parts {
  readonly toTable?: (sheet: Sheet) => string
  readonly toParagraph?: (text: string) => string
  readonly more?: Readonly<Record<string, Uint8Array>>
}

function render(story: Story, { toTable = tableXml, toParagraph = (text) => paragraph(run(text)), more }: Parts) {
  const body = [
    paragraph(run(story.title)),
    ...story.parts.map((one) => (one.kind === 'sheet' ? toTable(one.sheet) : toParagraph(one.text))),
    '<w:sectPr><w:headerReference w:type="default"/></w:sectPr>',
  ]
  return zipSync(
    { 'word/document.xml': part('document', `<w:body>${body.join('')}</w:body>`), ...more },
    { mtime: zipDay },
  )
}

export const documentLayout = (id: string, parts: Parts): Layout => ({
  id,
  format: 'docx',
  render: (story) => render(story, parts),
})

/** Lists of Word: 一、 for the headings, （一） and 1. for the rows of the requests table. */
const numberings = ['chineseCounting|%1、', 'chineseCounting|（%1）', 'decimal|%1.'].map((format, i) => {
  const [name = '', text = ''] = format.split('|')
  const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${name}"/><w:lvlText w:val="${text}"/></w:lvl>`
  return `<w:abstractNum w:abstractNumId="${i}">${level}</w:abstractNum>`
})

const listed = (text: string, numId: number): string =>
  paragraph(run(text), `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>`)

/** A list of its own for each group of rows, so that 1. starts again. */
const nums = (groups: number): string =>
  [0, 1, ...Array.from({ length: groups }, () => 2)]
    .map((abstract, i) => {
      const restart = abstract === 2 ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : ''
      return `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${abstract}"/>${restart}</w:num>`
    })
    .join('')

const numbering = { 'word/numbering.xml': part('numbering', numberings.join('') + nums(4)) }

const isHeading = (text: string): boolean => /^[一二三四五六]、/.test(text)
const withoutNumeral = (text: string): string => text.replace(/^[一二三四五六]、/, '')

/** Numerals of the rows are not typed: Word counts them. */
function numberedRows(sheet: Sheet): string {
  let group = 2
  return tableXml(sheet, (cell) => {
    if (/^（[一二三四五六七]）/.test(cell.text)) {
      if (cell.rowSpan > 1) group++
      return listed(cell.text.slice(3), 2)
    }
    return !cell.key && /^\d\./.test(cell.text) ? listed(cell.text.slice(2), group) : plain(cell)
  })
}

const note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'
const noted: CellContent = (cell) =>
  paragraph(`<w:commentRangeStart w:id="1"/>${run(cell.text)}<w:commentRangeEnd w:id="1"/>${cell.key ? note : ''}`)

const asides = {
  'word/header1.xml': part('hdr', paragraph(run('青禾市2019年政府信息公开工作年度报告汇编'))),
  'word/footer1.xml': part('ftr', paragraph(run('第 17 页 共 42 页'))),
  'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${paragraph(run('脚注：含转办8件。'))}</w:footnote>`),
  'word/comments.xml': part('comments', `<w:comment w:id="1">${paragraph(run('此处请核实，应为96件'))}</w:comment>`),
}

const markup = (xml: string): string =>
  `<w:customXml w:uri="urn:form" w:element="field"><w:customXmlPr/>${xml}</w:customXml>`

const controlled: CellContent = (cell) =>
  `<w:sdt><w:sdtPr><w:alias w:val="数值99"/></w:sdtPr><w:sdtContent>${plain(cell)}</w:sdtContent></w:sdt>`

export const moreDocxLayouts: readonly Layout[] = [
  documentLayout('docx-numbered-headings', {
    toParagraph: (text) => (isHeading(text) ? listed(withoutNumeral(text), 1) : paragraph(run(text))),
    more: numbering,
  }),
  documentLayout('docx-numbered-rows', { toTable: numberedRows, more: numbering }),
  documentLayout('docx-notes', { toTable: (sheet) => tableXml(sheet, noted), more: asides }),
  documentLayout('docx-custom-xml', { toTable: (sheet) => tableXml(sheet, plain, markup) }),
  documentLayout('docx-cell-controls', { toTable: (sheet) => tableXml(sheet, controlled) }),
]
