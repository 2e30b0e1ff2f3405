import { bodyHtml, bytes, htmlLayout, pageHtml, rowsHtml, tableHtml } from './html.ts'
import type { Layout } from './layout.ts'
import type { Sheet } from './sheet.ts'
import type { Story } from './story.ts'

const plain = (id: string, render: (story: Story) => Uint8Array): Layout => ({ id, format: 'html', render })
const page = (story: Story): string => pageHtml(story, bodyHtml(story))

/** The rows at the end in a foot, which the source has in front; those at the beginning in a head behind it. */
function footFirst(sheet: Sheet): string {
  const isSpanning = sheet.at(-2)?.some((cell) => cell.rowSpan > 1) ?? false
  if (isSpanning) return tableHtml(sheet)
  const foot = rowsHtml(sheet.slice(-1))
  return `<table><tfoot>${foot}</tfoot><tbody>${rowsHtml(sheet.slice(0, -1))}</tbody></table>`
}

/** Headings of the tables as their captions. */
function captioned(story: Story): string {
  const parts = story.parts.map((part, at) => {
    const before = story.parts[at - 1]
    const after = story.parts[at + 1]
    if (part.kind === 'sheet') {
      const caption = before && before.kind !== 'sheet' ? `<caption>${before.text}</caption>` : ''
      return `<table border="1">${caption}${rowsHtml(part.sheet)}</table>`
    }
    return after?.kind === 'sheet' ? '' : `<p>${part.text}</p>`
  })
  return `<h1>${story.title}</h1>${parts.join('\n')}`
}

const shadowed = (story: Story): string =>
  `<news-body><template shadowrootmode="open"><div><slot></slot></div>${bodyHtml(story)}</template><b></b></news-body>`

const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0))

/** Bytes with the blank of a single-byte encoding in the middle of the narrative. */
function oneBadByte(source: Uint8Array): Uint8Array {
  const sign = bytes('一、总体情况</p>\n<p>我单位')
  const at = source.findIndex((_, i) => sign.every((byte, j) => source[i + j] === byte)) + sign.length
  return Uint8Array.from([...source.slice(0, at), 0xa0, ...source.slice(at)])
}

/** Printable characters but `=` as they are, others as `=E5`; lines of 76. */
function quoted(source: Uint8Array): string {
  let text = ''
  let width = 0
  for (const byte of source) {
    const isPlain = (byte > 0x1f && byte < 0x7f && byte !== 0x3d) || byte === 0x0a
    const code = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    width = byte === 0x0a ? 0 : width + code.length
    if (width > 72) {
      text += '=\r\n'
      width = code.length
    }
    text += code
  }
  return text
}

const base64 = (source: Uint8Array): string =>
  btoa(String.fromCharCode(...source)).replace(/.{76}/g, (line) => `${line}\r\n`)

/** A page saved with a picture in one file. */
function saved(encoding: string, text: string): Uint8Array {
  const bound = '----=_NextPart_01DA'
  const parts = [
    `Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: file:///C:/a.htm`,
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: file:///C:/a.png',
  ]
  const [first, second] = parts
  const head = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="${bound}"`
  return bytes(
    `${head}\r\n\r\n--${bound}\r\n${first}\r\n\r\n${text}\r\n--${bound}\r\n${second}\r\n\r\nAAAA\r\n--${bound}--\r\n`,
  )
}

export const wholeHtmlLayouts: readonly Layout[] = [
  htmlLayout('table-foot-first', footFirst),
  plain('table-captions', (story) => bytes(pageHtml(story, captioned(story)))),
  htmlLayout('tables-for-readers-without-scripts', (sheet) => `<noscript>${tableHtml(sheet)}</noscript>`),
  plain('declarative-shadow-root', (story) => bytes(pageHtml(story, shadowed(story)))),
  plain('one-bad-byte', (story) => oneBadByte(bytes(page(story)))),
  plain('zero-byte', (story) => bytes(page(story).replace('日常工作', '日常\0工作'))),
  plain('utf-8-encoded-twice', (story) => bytes(String.fromCharCode(...bytes(page(story))))),
  plain('page-saved-quoted', (story) => saved('quoted-printable', quoted(bytes(page(story))))),
  plain('page-saved-in-base64', (story) => saved('base64', base64(bytes(page(story))))),
  plain('page-quoted-without-a-head', (story) =>
    Uint8Array.from(ascii(quoted(bytes(page(story).replace('<body>', '<body class="a" id="b">'))))),
  ),
]
