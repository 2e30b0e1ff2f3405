import { zipSync } from 'fflate'
import type { Layout } from './layout.ts'
import { type Sheet, type SheetCell, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
/** The first day that a zip can state; the day of writing would make other bytes each time. */
export const zipDay = new Date(1980, 0, 1)

export const run = (text: string, properties = ''): string =>
  text === '' ? '' : `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (runs: string, properties = ''): string => `<w:p>${properties}${runs}</w:p>`

type Runs = (cell: SheetCell) => string

const plainRuns: Runs = (cell) => run(cell.text)

const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

/** A row with gridSpan, its vertical merges continued by empty cells. */
function rowXml(matrix: ReturnType<typeof toMatrix>, r: number, toRuns: Runs): string {
  const cells: string[] = []
  const row = matrix[r] ?? []
  for (let c = 0; c < row.length; ) {
    const cell = row[c]
    const above = cell ? undefined : matrix.slice(0, r).findLast((other) => other[c])?.[c]
    const width = Math.max(1, (cell ?? above)?.colSpan ?? 1)
    const merge = cell ? (cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '') : '<w:vMerge/>'
    cells.push(tc(paragraph(cell ? toRuns(cell) : ''), `<w:gridSpan w:val="${width}"/>${merge}`))
    c += width
  }
  return `<w:tr>${cells.join('')}</w:tr>`
}

const tbl = (rows: string): string => `<w:tbl><w:tblPr/>${rows}</w:tbl>`
const rowsXml = (sheet: Sheet, toRuns: Runs = plainRuns): readonly string[] => {
  const matrix = toMatrix(sheet)
  return matrix.map((_, r) => rowXml(matrix, r, toRuns))
}
const tableXml = (sheet: Sheet, toRuns: Runs = plainRuns): string => tbl(rowsXml(sheet, toRuns).join(''))

/** Cells merged sideways by hMerge instead of gridSpan. */
const hMerged = (sheet: Sheet): string => {
  const line = (row: Sheet[number]) =>
    row.map((cell) => {
      const first = cell.colSpan > 1 ? '<w:hMerge w:val="restart"/>' : ''
      const rest = Array.from({ length: cell.colSpan - 1 }, () => tc(paragraph(''), '<w:hMerge/>'))
      return [tc(paragraph(run(cell.text)), first), ...rest].join('')
    })
  const isFlat = sheet.every((row) => row.every((cell) => cell.rowSpan === 1))
  return isFlat ? tbl(sheet.map((row) => `<w:tr>${line(row).join('')}</w:tr>`).join('')) : tableXml(sheet)
}

function documentXml(story: Story, toTable: (sheet: Sheet) => string, namespace: string): string {
  const numbered = (text: string) => paragraph(run(text))
  const parts = story.parts.map((part) => (part.kind === 'sheet' ? toTable(part.sheet) : numbered(part.text)))
  const extra = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"'
  const body = `${paragraph(run(story.title))}${parts.join('')}<w:sectPr/>`
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${namespace}" ${extra}><w:body>${body}</w:body></w:document>`
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

const docxLayout = (id: string, toTable: (sheet: Sheet) => string, namespace = transitional): Layout => ({
  id,
  format: 'docx',
  render: (story) =>
    zipSync(
      {
        '[Content_Types].xml': bytes(contentTypes),
        'word/document.xml': bytes(documentXml(story, toTable, namespace)),
      },
      { mtime: zipDay },
    ),
})

const digits: Runs = (cell) => (cell.key ? [...cell.text].map((one) => run(one, '<w:b/>')).join('') : run(cell.text))
const tracked: Runs = (cell) =>
  cell.key && cell.text !== ''
    ? `<w:del w:id="1"><w:r><w:delText>77</w:delText></w:r></w:del><w:ins w:id="2">${run(cell.text)}</w:ins>`
    : run(cell.text)
const moved: Runs = (cell) =>
  cell.key && cell.text !== ''
    ? `<w:moveFrom w:id="1">${run('77')}</w:moveFrom><w:moveTo w:id="2">${run(cell.text)}</w:moveTo>`
    : run(cell.text)
const hidden: Runs = (cell) => (cell.key && cell.text !== '' ? run('8', '<w:vanish/>') : '') + run(cell.text)
const fields: Runs = (cell) =>
  cell.key && cell.text !== ''
    ? `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(3,4)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(cell.text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    : run(cell.text)
const simpleFields: Runs = (cell) =>
  cell.key ? `<w:fldSimple w:instr="=1+1">${run(cell.text)}</w:fldSimple>` : run(cell.text)
const controls: Runs = (cell) => `<w:sdt><w:sdtPr/><w:sdtContent>${run(cell.text)}</w:sdtContent></w:sdt>`

/** Each row with values stands once more in front, as a deleted row. */
const deletedRows = (sheet: Sheet): string => {
  const rows = rowsXml(sheet)
  const spoilt = rowsXml(sheet, (cell) => run(cell.key ? '66' : cell.text))
  const isData = (r: number) => sheet[r]?.some((cell) => cell.key)
  const gone = (row: string) => row.replace('<w:tr>', '<w:tr><w:trPr><w:del w:id="9"/></w:trPr>')
  return tbl(rows.flatMap((row, r) => (isData(r) ? [gone(spoilt[r] ?? ''), row] : [row])).join(''))
}

const split = (sheet: Sheet): string => {
  const rows = rowsXml(sheet)
  if (rows.length < 20) return tableXml(sheet)
  return `${tbl(rows.slice(0, 13).join(''))}${paragraph('')}${tbl([...rows.slice(0, 3), ...rows.slice(13)].join(''))}`
}

const textBox = (sheet: Sheet): string => {
  const content = `<w:txbxContent>${tableXml(sheet)}${paragraph('')}</w:txbxContent>`
  const choice = `<mc:Choice Requires="wps"><wps:wsp>${content}</wps:wsp></mc:Choice>`
  return paragraph(
    `<w:r><mc:AlternateContent>${choice}<mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  )
}

const tabbed = (sheet: Sheet): string =>
  sheet.map((row) => paragraph(row.map((cell) => run(cell.text)).join('<w:r><w:tab/></w:r>'))).join('')

const rowControls = (sheet: Sheet): string =>
  tbl(
    rowsXml(sheet)
      .map((row) => `<w:sdt><w:sdtContent>${row}</w:sdtContent></w:sdt>`)
      .join(''),
  )

export const docxLayouts: readonly Layout[] = [
  docxLayout('docx-merged', tableXml),
  docxLayout('docx-strict', tableXml, strict),
  docxLayout('docx-h-merge', hMerged),
  docxLayout('docx-split', split),
  docxLayout('docx-digits-in-runs', (sheet) => tableXml(sheet, digits)),
  docxLayout('docx-tracked', (sheet) => tableXml(sheet, tracked)),
  docxLayout('docx-moved', (sheet) => tableXml(sheet, moved)),
  docxLayout('docx-deleted-rows', deletedRows),
  docxLayout('docx-hidden-runs', (sheet) => tableXml(sheet, hidden)),
  docxLayout('docx-fields', (sheet) => tableXml(sheet, fields)),
  docxLayout('docx-simple-fields', (sheet) => tableXml(sheet, simpleFields)),
  docxLayout('docx-run-controls', (sheet) => tableXml(sheet, controls)),
  docxLayout('docx-row-controls', rowControls),
  docxLayout('docx-nested', (sheet) => tbl(`<w:tr>${tc(tableXml(sheet) + paragraph(''))}</w:tr>`)),
  docxLayout('docx-text-boxes', textBox),
  docxLayout('docx-tabbed-paragraphs', tabbed),
  docxLayout('docx-cell-paragraphs', (sheet) =>
    tableXml(
      sheet,
      (cell) =>
        run(cell.text.slice(0, 4)) +
        (cell.key ? run(cell.text.slice(4)) : `<w:r><w:br/></w:r>${run(cell.text.slice(4))}`),
    ),
  ),
]
