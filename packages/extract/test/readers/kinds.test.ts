import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findMediaType } from '../../src/readers/media-type.ts'
import { readDocument } from '../../src/readers/read-document.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const single = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const container = (name: string): Uint8Array =>
  single(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(56)}${[...name].join('\0')}\0\0\0`)

test.each([
  ['RTF', bytes('{\\rtf1\\ansi x}')],
  [
    'Word 2003 XML',
    bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:w"/>'),
  ],
  [
    'flat OPC',
    bytes('<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'),
  ],
  [
    'Excel 2003 XML',
    bytes('\ufeff<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  ['XLSX', zipSync({ 'xl/workbook.xml': bytes('<workbook/>') })],
  ['OFD', zipSync({ 'OFD.xml': bytes('<ofd:OFD/>') })],
  ['ODT', zipSync({ mimetype: bytes('application/vnd.oasis.opendocument.text') })],
  ['XLS', container('Workbook')],
])('a document of the kind %s is named, and what to do', async (name, document) => {
  await expect(readDocument(document)).rejects.toMatchObject({
    reason: 'format_not_read',
    message: expect.stringMatching(new RegExp(`${name}.* is not read: save it as DOCX`)),
  })
})

test.each([
  ['text/html', bytes('<?xml version="1.0"?><!DOCTYPE html><html><body><p>甲</p></body></html>')],
  ['multipart/related', bytes('From: <Saved>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n\r\n')],
  ['multipart/related', bytes('<p class=3D"a" id=3D"b" title=3D"c">=E7=94=B2</p>')],
  ['text/html', bytes('<p class="a"><a href="?q=3D">甲</a></p>')],
  ['text/plain', bytes('标题：年度报告\n内容：PK')],
  ['application/pdf', bytes('\r\n%PDF-1.7')],
  ['application/msword', container('WordDocument')],
])('the bytes decide: %s', (type, document) => {
  expect(findMediaType(document)).toBe(type)
})

const sentence = '本机关认真做好政府信息公开工作，按时答复申请，定期检查栏目。'

test.each([
  ['a bad byte', join(bytes(sentence), Uint8Array.of(0xa0), bytes(sentence)), `${sentence}\ufffd${sentence}`],
  ['a cut end', bytes(sentence).slice(0, -1), `${sentence.slice(0, -1)}\ufffd`],
  ['a zero byte', bytes(`${sentence}\0${sentence}`), `${sentence}\ufffd${sentence}`],
  ['zero bytes at the end', bytes(`${sentence}\0\0\0\0`), sentence],
  ['UTF-8 encoded twice', bytes(String.fromCharCode(...bytes(sentence))), sentence],
  ['UTF-8 encoded twice by Windows', bytes(new TextDecoder('windows-1252').decode(bytes(sentence))), sentence],
])('text with %s is read on', async (_, source, text) => {
  expect((await readDocument(source)).blocks).toMatchObject([{ text }])
})

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

const head =
  'Content-Type: multipart/related; boundary=xx\n\n--xx\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n'
const gbk = Uint8Array.of(0xbc, 0xd7)

test('a saved page is read by its own charset', async () => {
  const page = join(bytes('<meta charset=gbk><p>'), gbk, bytes('</p>'))
  const saved = bytes(`MIME-Version: 1.0\n${head}${btoa(String.fromCharCode(...page))}\n--xx--\n`)
  expect((await readDocument(saved)).blocks).toMatchObject([{ text: '甲' }])
})

test('a saved page without a page in it has no text', async () => {
  await expect(readDocument(bytes('MIME-Version: 1.0\nContent-Type: text/plain\n\n甲'))).rejects.toMatchObject({
    reason: 'no_text',
  })
})

test.each([
  ['<iframe src="/pdf/viewer.html?file=%2Fa%2Fb.pdf&page=1"></iframe>', '/a/b.pdf'],
  ['<iframe src="/viewer.html#file=/a/b.pdf"></iframe>', '/a/b.pdf'],
  ['<embed src="b.pdf?v=2">', 'b.pdf?v=2'],
  ['<object data="/download?id=7" type="application/pdf"></object>', '/download?id=7'],
  ['<a href="/viewer.html?src=b.docx&w=1">阅读</a>', 'b.docx'],
])('%s shows a document that is attached', async (mark, address) => {
  const { attachments } = await readDocument(bytes(`<body><p>年度报告。</p>${mark}</body>`))
  expect(attachments).toEqual([address])
})

test('a page with nothing but a document says where the report is', async () => {
  await expect(readDocument(bytes('<body><iframe src="b.pdf"></iframe></body>'))).rejects.toMatchObject({
    reason: 'no_text',
    message: 'the report is in the attachment: b.pdf',
  })
})

test('captions stand above their rows, and a foot below them', async () => {
  const page =
    '<table><caption>三、收到申请</caption><tfoot><tr><td>c</td><td>3</td></tr></tfoot><tr><td>a</td><td>1</td></tr></table>'
  const { blocks } = await readDocument(bytes(`<body>${page}</body>`))
  expect(blocks.map((one) => (one.kind === 'table' ? one.rows.map((row) => row[0]?.text) : one.text))).toEqual([
    '三、收到申请',
    ['a', 'c'],
  ])
})

test('tables for readers without scripts are read unless the page shows them besides', async () => {
  const table = (label: string) => `<table><tr><td>${label}</td><td>1</td></tr></table>`
  const page = `<body>${table('甲')}<noscript>${table('甲')}</noscript><noscript>${table('乙')}</noscript></body>`
  const { blocks } = await readDocument(bytes(page))
  expect(blocks.map((one) => one.kind === 'table' && one.rows[0]?.[0]?.text)).toEqual(['甲', '乙'])
})
