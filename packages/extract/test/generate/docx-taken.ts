import { paragraph, run } from './docx.ts'
import { type CellContent, documentLayout, part, tableXml } from './docx-more.ts'
import type { Layout } from './layout.ts'
import type { SheetCell } from './sheet.ts'
import { unreadable, wayOf, withUnreadable } from './taken.ts'

type Runs = (text: string) => string
type Ways = readonly [Runs, ...Runs[]]

const style = (id: string, properties: string, type = 'character', more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${more}<w:rPr>${properties}</w:rPr></w:style>`

const styles = {
  'word/styles.xml': part(
    'styles',
    [
      style('Gone', '<w:vanish/>'),
      style('Old', '<w:strike/>'),
      style('Older', '<w:i/>', 'character', '<w:basedOn w:val="Old"/>'),
      style('Mark', '<w:vertAlign w:val="superscript"/>'),
      style('HiddenText', '<w:vanish/>', 'paragraph'),
    ].join(''),
  ),
}

const ofStyle = (id: string): string => `<w:rStyle w:val="${id}"/>`

/** Cells with a number have something beside it that Word does not print as a part of it. */
const beside = (id: string, ways: Ways): Layout => {
  const content: CellContent = (cell) =>
    paragraph(cell.key && cell.text !== '' ? wayOf(cell.key, ways)(cell.text) : run(cell.text))
  return documentLayout(id, { toTable: (sheet) => tableXml(sheet, content), more: styles })
}

const formula = (content: string): string => `<m:oMath xmlns:m="${math}">${content}</m:oMath>`
const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math'
const term = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
const symbols = (text: string): string =>
  [...text].map((one) => `<w:sym w:font="Symbol" w:char="F0${one.charCodeAt(0).toString(16)}"/>`).join('')
const dropDown = (text: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/><w:listEntry w:val="${text}"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const inPlace: readonly [string, ...string[]] = [
  '<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"/></w:drawing></w:r>',
  `${run('1')}<w:r><w:pict/></w:r>${run('8')}`,
  formula(`<m:f><m:num>${term('3')}</m:num><m:den>${term('6')}</m:den></m:f>`),
  run('36', '<w:strike/>'),
  run('36', ofStyle('Gone')),
  run('3', ofStyle('Mark')),
  '<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>',
  '<w:del w:id="1"><w:r><w:delText>36</w:delText></w:r></w:del>',
]

const pictured: CellContent = (cell) => paragraph(cell.text === unreadable ? wayOf(cell.key, inPlace) : run(cell.text))

/** The cells of controls that nothing was filled into are blank. */
const placeholder: CellContent = (cell: SheetCell) =>
  cell.key && cell.text === ''
    ? `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('单击此处输入文字。'))}</w:sdtContent></w:sdt>`
    : paragraph(run(cell.text))

/** Each row with values stands in front once more, as a hidden row. */
const hiddenRows = (xml: string): string =>
  xml.replace(/<w:tr>.*?<\/w:tr>/g, (row) =>
    /<w:t [^>]*>\d/.test(row)
      ? `${row.replace('<w:tr>', '<w:tr><w:trPr><w:hidden/></w:trPr>').replaceAll('w:vMerge', 'w:noMerge')}${row}`
      : row,
  )

/** Blank cells at the end of a row are places that the row leaves out. */
const shortRows = (xml: string): string => {
  const blank = '<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr><w:p></w:p></w:tc>'
  return xml.replace(/<w:tr>(.*?)<\/w:tr>/g, (row, inner: string) => {
    let [cells, count] = [inner, 0]
    for (; cells.endsWith(blank) && /<w:t /.test(cells.slice(0, -blank.length)); count++)
      cells = cells.slice(0, -blank.length)
    return count === 0 ? row : `<w:tr><w:trPr><w:gridAfter w:val="${count}"/></w:trPr>${cells}</w:tr>`
  })
}

const behindOtherBytes = (document: Uint8Array): Uint8Array => {
  const made = new Uint8Array(document.length + 6)
  made.set([13, 10, 13, 10, 13, 10])
  made.set(document, 6)
  return made
}

const plain = documentLayout('docx-behind-other-bytes', {})

export const takenDocxLayouts: readonly Layout[] = [
  beside('docx-struck-out', [
    (text) => run('84', '<w:strike/>') + run(text),
    (text) => run('7', '<w:dstrike w:val="true"/>') + run(text),
    (text) => run('9', ofStyle('Old')) + run(text),
    (text) => run('12', ofStyle('Older')) + run(text),
    (text) => run(text, `${ofStyle('Old')}<w:strike w:val="0"/>`),
  ]),
  beside('docx-raised-marks', [
    (text) => run(text) + run('1', '<w:vertAlign w:val="superscript"/>'),
    (text) => run(text) + run('2', ofStyle('Mark')),
    (text) => run(text) + run('3', '<w:position w:val="8"/><w:sz w:val="14"/>'),
    (text) => `${run(text)}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>4</w:t></w:r>`,
  ]),
  beside('docx-hidden-by-style', [
    (text) => run('99', ofStyle('Gone')) + run(text),
    (text) => `${run(text)}</w:p><w:p><w:pPr><w:pStyle w:val="HiddenText"/></w:pPr>${run('9')}`,
    (text) => run(text) + run('8', '<w:color w:val="FFFFFF"/>'),
    (text) => run(text) + run('7', '<w:sz w:val="2"/>'),
    (text) => run(text, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>'),
  ]),
  beside('docx-formulas-and-symbols', [
    (text) => formula(term(text)),
    (text) => formula([...text].map(term).join('')),
    (text) => (/^\d+$/.test(text) ? `<w:r>${symbols(text)}</w:r>` : run(text)),
    dropDown,
  ]),
  {
    ...documentLayout('docx-pictures-of-numbers', { toTable: (sheet) => tableXml(sheet, pictured), more: styles }),
    adapt: withUnreadable,
  },
  documentLayout('docx-placeholders', { toTable: (sheet) => tableXml(sheet, placeholder) }),
  documentLayout('docx-hidden-rows', { toTable: (sheet) => hiddenRows(tableXml(sheet)) }),
  documentLayout('docx-short-rows', { toTable: (sheet) => shortRows(tableXml(sheet)) }),
  { ...plain, render: (story, random) => behindOtherBytes(plain.render(story, random)) },
]
