import { bytes, tableHtml } from './html.ts'
import type { IdentityDocument as Whole } from './identity-documents.ts'
import type { Printed } from './identity-page.ts'
import { toRandom } from './random.ts'
import { type Sheet, type Sheets, toSheets } from './sheet.ts'
import { toTruth } from './truth.ts'

type IdentityDocument = Omit<Whole, 'truth'>

const sections = (document: IdentityDocument): readonly (string | keyof Sheets)[] => [
  ...document.preface,
  '一、总体情况',
  ...document.prose,
  '二、主动公开政府信息情况',
  'disclosure',
  '三、收到和处理政府信息公开申请情况',
  'requests',
  '四、政府信息公开行政复议、行政诉讼情况',
  'proceedings',
  '五、存在的主要问题及改进情况',
  '栏目划分还不够细，下一步将按季度核对目录。',
  '六、其他需要报告的事项',
  '没有收取信息处理费。',
  ...document.tail,
  ...document.footer,
]

const isSheet = (part: string): part is keyof Sheets =>
  part === 'disclosure' || part === 'requests' || part === 'proceedings'

const rowText = (row: Printed): string => (typeof row === 'string' ? row : row.join('\t'))
const sheetText = (sheet: Sheet): readonly string[] => sheet.map((row) => row.map(({ text }) => text).join('\t'))

export function renderText(document: IdentityDocument, seed: number): Uint8Array {
  const sheets = toSheets(toTruth(toRandom(seed)))
  const body = sections(document).flatMap((part) => (isSheet(part) ? ['', ...sheetText(sheets[part]), ''] : [part]))
  const head = [...document.above, ...document.titleLines, ...document.below].map(rowText)
  return bytes([...head, ...body].join('\n'))
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Lines as paragraphs, neighbouring rows as one table. */
function printedHtml(printed: readonly Printed[]): string {
  let html = ''
  printed.forEach((one, i) => {
    if (typeof one === 'string') html += `<p>${escaped(one)}</p>\n`
    else {
      if (typeof printed[i - 1] === 'string' || i === 0) html += '<table class="xxgk">'
      html += `<tr>${one.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
      if (typeof printed[i + 1] === 'string' || i === printed.length - 1) html += '</table>\n'
    }
  })
  return html
}

export function renderHtml(document: IdentityDocument, seed: number): Uint8Array {
  const sheets = toSheets(toTruth(toRandom(seed)))
  const meta = document.meta.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('\n')
  const title = document.titleLines.map((line, i) => (i === 0 ? `<h1>${line}</h1>` : `<h2>${line}</h2>`)).join('\n')
  const body = sections(document).map((part) => (isSheet(part) ? tableHtml(sheets[part]) : `<p>${escaped(part)}</p>`))
  return bytes(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>${document.title}-门户网站</title>
${meta}</head><body><div class="top">${printedHtml(document.above)}</div>
<div class="article">${title}
${printedHtml(document.below)}
${body.join('\n')}</div></body></html>`)
}
