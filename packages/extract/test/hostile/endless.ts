import type { HostileFile } from './files.ts'
import { toZip, utf8 } from './zip.ts'

const title = '某县水利局2023年政府信息公开工作年度报告'
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const level = (number: number, format: string, text: string, start = 32_767): string =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbered = (levels: string, paragraphs: number): Uint8Array => {
  const paragraph = (i: number) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${i % 9}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`
  const body = Array.from({ length: paragraphs }, (_, i) => paragraph(i)).join('')
  return toZip([
    { name: 'word/document.xml', text: `<w:document ${namespace}><w:body>${body}</w:body></w:document>` },
    {
      name: 'word/numbering.xml',
      text: `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    },
  ])
}
const all = Array.from({ length: 9 }, (_, i) => `%${i + 1}`).join('')
const nine = (format: string, text: string): string =>
  Array.from({ length: 9 }, (_, i) => level(i, format, text)).join('')

const report = (i: number): string =>
  `邻水县${['水利', '财政', '审计', '教育'][i % 4]}局${2010 + (i % 15)}年政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况\n第二十条第（一）项\n三、收到和处理政府信息公开申请情况\n四、存在的主要问题\n`
const page = (heading: string): Uint8Array =>
  utf8(`<html><head><title>${heading}</title></head><body><p>${title}</p><p>一、总体情况</p><p>好。</p></body></html>`)

/** Documents that are small and would come to something large, or to something that takes for ever. */
export const endlessFiles: readonly HostileFile[] = [
  {
    kind: 'endless numbering',
    name: 'roman.docx',
    bytes: numbered(nine('upperRoman', all), 5_000),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless numbering',
    name: 'letters.docx',
    bytes: numbered(nine('upperLetter', all), 9_000),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless numbering',
    name: 'decimal.docx',
    bytes: numbered(nine('decimal', all), 40_000),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless numbering',
    name: 'long-text.docx',
    bytes: numbered(level(0, 'decimal', '甲'.repeat(500_000)), 10),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless numbering',
    name: 'many-numbers.docx',
    bytes: numbered(level(0, 'decimal', '%1'.repeat(50)), 10),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless numbering',
    name: 'ordinary.docx',
    bytes: numbered(nine('chineseCounting', '第%1章'), 400),
    reason: 'unrelated',
  },
  {
    kind: 'endless reports',
    name: 'reports.txt',
    bytes: utf8(Array.from({ length: 2_400 }, (_, i) => report(i)).join('')),
    reason: 'limit_exceeded',
  },
  {
    kind: 'endless line',
    name: 'repairs.txt',
    bytes: utf8(`${title}\n一、总体情况\n${'\u2f00一'.repeat(900_000)}\n`),
    reason: 'limit_exceeded',
  },
  { kind: 'endless pattern', name: 'sites.html', bytes: page(`${title}${'-\t网网网网'.repeat(60)}-`), reason: null },
  {
    kind: 'endless pattern',
    name: 'sums.txt',
    bytes: utf8(`${title}\n一、总体情况\n本年，${'共计'.repeat(27)}12件。\n`),
    reason: null,
  },
  {
    kind: 'endless pattern',
    name: 'things.txt',
    bytes: utf8(`${title}\n一、总体情况\n受理申请，文书${'共计'.repeat(26)}共12件。\n`),
    reason: null,
  },
]
