import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/readers/read-document.ts'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="urn:wp" xmlns:v="urn:v"',
].join(' ')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const r = (text: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
const p = (runs: string, look = ''): string => `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${runs}</w:p>`
const tc = (content: string): string => `<w:tc>${content}</w:tc>`

const style = (id: string, content: string, type = 'character'): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${content}</w:style>`
const styles = [
  style('hid', '<w:rPr><w:vanish/></w:rPr>'),
  style('old', '<w:basedOn w:val="base"/>'),
  style('base', '<w:rPr><w:strike/></w:rPr>'),
  style('sup', '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
  style('ph', '<w:rPr><w:vanish/></w:rPr>', 'paragraph'),
  style('dark', '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:fill="1F4E79"/></w:tcPr></w:tblStylePr>', 'table'),
  style('darker', '<w:basedOn w:val="dark"/>', 'table'),
  style('lined', '<w:tblPr><w:tblBorders/></w:tblPr><w:tcPr><w:shd w:fill="FFFFFF"/></w:tcPr>', 'table'),
].join('')

const toDocument = (body: string): Uint8Array =>
  zipSync({
    'word/document.xml': bytes(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': bytes(`<w:styles ${namespaces}>${styles}</w:styles>`),
  })

/** What a cell holds in a document, and what is read of it. Where something cannot be read, U+FFFC stands for it. */
const cells: readonly (readonly [string, string])[] = [
  [p(r('84', '<w:strike/>') + r('48')), '48'],
  [p(r('84', '<w:rStyle w:val="old"/>') + r('48')), '48'],
  [p(r('84', '<w:rStyle w:val="old"/><w:strike w:val="0"/>')), '84'],
  [p(r('9', '<w:rStyle w:val="hid"/>') + r('48')), '48'],
  [p(r('9'), '<w:pStyle w:val="ph"/>') + p(r('48')), '48'],
  [p(r('48', '<w:strike/>')), '\ufffc'],
  [p(r('48') + r('1', '<w:rStyle w:val="sup"/>')), '48'],
  [p(r('48') + r('1', '<w:vertAlign w:val="superscript"/>')), '48'],
  [p(r('48') + r('1', '<w:position w:val="6"/>')), '48'],
  [p(r('1', '<w:vertAlign w:val="superscript"/>')), '\ufffc'],
  [p(r('48') + r('9', '<w:color w:val="FFFFFF"/>')), '48'],
  [p(r('48', '<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>')), '48'],
  [p(r('48') + r('9', '<w:sz w:val="1"/>')), '48'],
  [p('<m:oMath><m:r><m:t>12</m:t></m:r><m:r><m:t>08</m:t></m:r></m:oMath>'), '1208'],
  [p('<m:oMathPara><m:oMath><m:r><m:t>5</m:t></m:r></m:oMath></m:oMathPara>'), '5'],
  [
    p('<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'),
    '\ufffc',
  ],
  [p('<w:r><w:sym w:font="Symbol" w:char="F031"/><w:sym w:font="Symbol" w:char="F032"/></w:r>'), '12'],
  [p('<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>'), '\ufffc'],
  [p('<w:r><w:drawing><wp:inline/></w:drawing></w:r>'), '\ufffc'],
  [p(`${r('1')}<w:r><w:drawing><wp:inline/></w:drawing></w:r>${r('8')}`), '1\ufffc8'],
  [p(`${r('18')}<w:r><w:drawing><wp:anchor/></w:drawing></w:r>`), '18'],
  [p('<w:r><w:drawing><wp:anchor/></w:drawing></w:r>'), '\ufffc'],
  [p('<w:r><w:pict><v:shape style="width:3pt"/></w:pict></w:r>'), '\ufffc'],
  [`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p(r('单击此处'))}</w:sdtContent></w:sdt>`, ''],
  [p(`<w:sdt><w:sdtPr/><w:sdtContent>${r('12')}</w:sdtContent></w:sdt>`), '12'],
  [
    p(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="3"/><w:listEntry w:val="12"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    '12',
  ],
  [p('<w:del><w:r><w:delText>77</w:delText></w:r></w:del>'), '\ufffc'],
  [p(`<w:moveFrom>${r('77')}</w:moveFrom>`), '\ufffc'],
  [p(`<w:moveFrom>${r('77')}</w:moveFrom><w:moveTo>${r('12')}</w:moveTo>`), '12'],
  [p('<w:del><w:r><w:delText> </w:delText></w:r></w:del>'), ''],
  [p(`<w:del><w:r><w:delText>77</w:delText></w:r></w:del>${r('12')}`), '12'],
  [p(''), ''],
  [p(`<w:bdo w:val="rtl">${r('8021')}</w:bdo>`), '\ufffc'],
  [p(`${r('48')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`), '48'],
]

test.each(cells)('the cell %j is read as %j', async (cell, text) => {
  const head = `<w:tr>${tc(p(r('信息内容')))}${tc(p(r('本年处理决定数量')))}</w:tr>`
  const row = `<w:tr>${tc(p(r('行政许可')))}${tc(cell)}</w:tr>`
  const { blocks } = await readDocument(toDocument(`<w:tbl>${head}${row}</w:tbl>`))
  const [table] = blocks
  expect(table?.kind === 'table' && table.rows[1]?.map((one) => one.text)).toEqual(['行政许可', text])
})

test.each([
  ['dark', '489'],
  ['darker', '489'],
  ['lined', '48'],
  ['absent', '48'],
])('white digits in a table of the style %j: %j is read', async (id, text) => {
  const cell = tc(p(r('48') + r('9', '<w:color w:val="FFFFFF"/>')))
  const look = `<w:tblPr><w:tblStyle w:val="${id}"/></w:tblPr>`
  const { blocks } = await readDocument(toDocument(`<w:tbl>${look}<w:tr>${tc(p(r('行政许可')))}${cell}</w:tr></w:tbl>`))
  const [table] = blocks
  expect(table?.kind === 'table' && table.rows[0]?.map((one) => one.text)).toEqual(['行政许可', text])
})

/** Cells of a row, and what it leaves out of the grid of six columns. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['<w:gridBefore w:val="1"/><w:gridAfter w:val="3"/>', 'xy', ['', 'x', 'y', '', '', '']],
  ['<w:gridAfter w:val="4"/>', 'xy', ['x', 'y', '', '', '', '']],
  ['<w:gridAfter w:val="99"/>', 'xy', ['x', 'y']],
]

test.each(rows)('a row with %s is filled to its places', async (marks, letters, expected) => {
  const toRow = (text: string, look = '') =>
    `<w:tr><w:trPr>${look}</w:trPr>${[...text].map((one) => tc(p(r(one)))).join('')}</w:tr>`
  const hidden = toRow('z', '<w:hidden/>')
  const { blocks } = await readDocument(
    toDocument(`<w:tbl>${toRow('abcdef')}${hidden}${toRow(letters, marks)}</w:tbl>`),
  )
  const [table] = blocks
  expect(table?.kind === 'table' && table.rows.map((row) => row.map((one) => one.text))).toEqual([
    [...'abcdef'],
    expected,
  ])
})

test.each([
  ['<html><body><p>正文在此</p></body></html>', '正文在此'],
  [
    'MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p class=3D"a">=E6=AD=A3=E6=96=87</p>',
    '正文',
  ],
])('the embedded part %j is read where the document has no text of its own', async (content, text) => {
  const relation = '<Relationship Id="r1" Type="urn:x/aFChunk" Target="chunk.bin"/>'
  const document = zipSync({
    'word/document.xml': bytes(
      `<w:document ${namespaces} xmlns:r="urn:r"><w:body><w:altChunk r:id="r1"/></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': bytes(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
    ),
    'word/chunk.bin': bytes(content),
  })
  expect((await readDocument(document)).blocks).toMatchObject([{ text }])
})
