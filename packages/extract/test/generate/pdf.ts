import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { bodyHtml, tableHtml } from './html.ts'
import type { Sheet } from './sheet.ts'
import type { Story } from './story.ts'

/** One way in which a report is printed. */
export interface PdfLayout {
  readonly id: string
  readonly css: string
  readonly toTable?: (sheet: Sheet) => string
  readonly isLandscape?: true
  /** What stands behind the tables, such as a watermark. */
  readonly extra?: string
  readonly header?: string
  readonly footer?: string
}

const ruled = 'table { border-collapse: collapse } td { border: 1px solid #000 }'

const bare =
  'table, td { border: none } table { border-collapse: collapse } td { padding: 3px; font-size: 8pt; text-align: center }'

const verticalCell = (html: string): string =>
  html.replace(/<td([^>]*)>(三、本年度办理结果|（[三四五六]）[^<]*)<\/td>/g, '<td$1 class="down">$2</td>')

/** The heads of a table once more at the head of each page. */
const withHead = (sheet: Sheet): string => {
  const count = sheet.findIndex((row) => row.some((cell) => cell.key))
  const html = tableHtml(sheet)
  const rows = html.split('\n').slice(1, -1)
  return `<table><thead>${rows.slice(0, count).join('')}</thead><tbody>${rows.slice(count).join('')}</tbody></table>`
}

export const pdfLayouts: readonly PdfLayout[] = [
  { id: 'ruled', css: ruled },
  { id: 'hairline', css: 'table { border-collapse: collapse } td { border: 0.25pt solid #333 }' },
  { id: 'dashed', css: 'table { border-collapse: collapse } td { border: 1px dashed #000 }' },
  { id: 'dotted', css: 'table { border-collapse: collapse } td { border: 1px dotted #000 }' },
  { id: 'double', css: 'table { border-collapse: collapse } td { border: 3px double #000 }' },
  { id: 'border-attribute', css: '' },
  { id: 'separate', css: 'table { border-spacing: 1px } td { border: 1px solid #000 }' },
  { id: 'landscape', css: ruled, isLandscape: true },
  { id: 'small', css: `${ruled} table { font-size: 6.5pt }` },
  { id: 'shaded', css: `${ruled} tr:nth-child(odd) td { background: #dde6f0 } td { color: #222 }` },
  { id: 'dark-heads', css: `${ruled} tr:first-child td { background: #123456; color: #fff }` },
  { id: 'aside', css: `${ruled} td { text-align: right; vertical-align: bottom; padding: 0 1px }` },
  {
    id: 'vertical-labels',
    css: `${ruled} .down { writing-mode: vertical-rl }`,
    toTable: (sheet) => verticalCell(tableHtml(sheet)),
  },
  {
    id: 'watermark',
    css: `${ruled} .mark { position: fixed; top: 40%; left: 10%; font-size: 60pt; color: #ccc; transform: rotate(-35deg) }`,
    extra: '<div class="mark">内部资料 2023</div>',
  },
  { id: 'repeated-heads', css: `${ruled} td { padding: 9px 4px }`, toTable: withHead },
  {
    id: 'page-numbers',
    css: `${ruled} td { padding: 9px 4px }`,
    header: '<div style="font-size:9px;width:100%;text-align:center">政府信息公开工作年度报告</div>',
    footer: '<div style="font-size:9px;width:100%;text-align:center">- <span class="pageNumber"></span> -</div>',
  },
  {
    id: 'tiled-watermark',
    css: `${ruled} .mark { position: fixed; font-size: 12pt; color: rgba(0, 0, 0, 0.12) }`,
    extra: Array.from(
      { length: 40 },
      (_, i) =>
        `<div class="mark" style="top:${(i % 10) * 100}px;left:${Math.floor(i / 10) * 180}px">内部 20230101</div>`,
    ).join(''),
  },
  { id: 'cells-apart', css: 'table { border-spacing: 5px } td { border: 1px solid #000 }' },
  { id: 'cells-far-apart', css: 'table { border-spacing: 12px } td { border: 1px solid #000 }' },
  {
    id: 'round-cells-apart',
    css: 'table { border-spacing: 7px } td { border: 1px solid #000; border-radius: 4px }',
  },
  { id: 'tiny-type', css: `${ruled} td { padding: 0; font-size: 4pt; line-height: 1 }` },
  { id: 'round-corners', css: 'table { border-spacing: 2px } td { border: 1px solid #000; border-radius: 3px }' },
  { id: 'lines-across', css: `${bare} td { border-top: 1px solid #000; border-bottom: 1px solid #000 }` },
  { id: 'lines-down', css: `${bare} td { border-left: 1px solid #000; border-right: 1px solid #000 }` },
  { id: 'frame-alone', css: `${bare} table { border: 1px solid #000 }` },
  { id: 'white-lines', css: `${bare} td { border: 1px solid #fff; background: #dfe8f2 }` },
  { id: 'striped', css: `${bare} tr:nth-child(odd) td { background: #eee }` },
  { id: 'broken-anywhere', css: `${ruled} table { table-layout: fixed } td { font-size: 8pt; word-break: break-all }` },
  { id: 'no-rules', css: 'table, td { border: none } td { padding: 4px 8px; white-space: nowrap; font-size: 6.5pt }' },
  {
    id: 'three-lines',
    css: 'td { border: none } table { border: none; border-collapse: collapse; border-top: 1.5px solid #000; border-bottom: 1.5px solid #000 } tr:nth-child(2) td { border-bottom: 1px solid #000 } td { padding: 4px 8px; white-space: nowrap; font-size: 6.5pt }',
  },
]

const fontFolder = createRequire(import.meta.url)
  .resolve('@fontsource/noto-sans-sc/package.json')
  .replace(/package\.json$/, 'files/')

const faceOf = (part: string): string => {
  const bytes = readFileSync(`${fontFolder}noto-sans-sc-${part}-400-normal.woff2`)
  return `@font-face { font-family: ${part}; src: url(data:font/woff2;base64,${bytes.toString('base64')}) }`
}

let faces: string | undefined

/** The style of a page whose fonts come with it, whatever the machine has. */
export function toFontStyle(): string {
  faces ??= ['latin', 'chinese-simplified'].map(faceOf).join('\n')
  return `${faces} body { font: 10pt latin, chinese-simplified }`
}

/** Prints a report by a browser; its fonts come with it. */
export async function printPdf(browser: Browser, story: Story, layout: PdfLayout): Promise<Uint8Array> {
  const body = bodyHtml(story, layout.toTable ?? tableHtml) + (layout.extra ?? '')
  const css = `${toFontStyle()} h1 { font-size: 15pt } table { width: 100% } ${layout.css}`
  return printPage(browser, `<style>${css}</style>${body}`, layout)
}

/** Prints a page as it stands. */
export async function printPage(
  browser: Browser,
  html: string,
  { isLandscape, header, footer }: Partial<PdfLayout> = {},
): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await page.setContent(`<!DOCTYPE html><meta charset="utf-8">${html}`)
    await page.evaluate('document.fonts.ready')
    return new Uint8Array(
      await page.pdf({
        format: 'A4',
        landscape: isLandscape === true,
        printBackground: true,
        margin: { top: '18mm', bottom: '18mm', left: '15mm', right: '15mm' },
        displayHeaderFooter: header !== undefined || footer !== undefined,
        headerTemplate: header ?? '<span></span>',
        footerTemplate: footer ?? '<span></span>',
      }),
    )
  } finally {
    await page.close()
  }
}
