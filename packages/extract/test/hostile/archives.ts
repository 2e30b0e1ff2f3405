import type { HostileFile } from './files.ts'
import { join, type Part, toZip, utf8 } from './zip.ts'

const main = 'word/document.xml'
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const xml = (body: string, head = '') => `${head}<w:document ${namespace}><w:body>${body}</w:body></w:document>`
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const docx = (body: string, more: Partial<Part> = {}) => toZip([{ name: main, text: xml(body), ...more }])
const zeros = (bytes: number) => new Uint8Array(bytes)
const lists = (level: string) =>
  `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
const listed = (level: string) =>
  toZip([
    {
      name: main,
      text: xml(
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="4294967295"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>`,
      ),
    },
    { name: 'word/numbering.xml', text: lists(level) },
  ])

const entities = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};">`).join('')}]>`
const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname"><!ENTITY c SYSTEM "http://127.0.0.1:9/x">]>'
const ole = join(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), zeros(504))
const utf16 = (text: string) => new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer)

const archiveBombs = (): readonly HostileFile[] => [
  { kind: 'archive bomb', name: 'bomb.docx', bytes: docx('', { text: zeros(40 << 20) }), reason: 'limit_exceeded' },
  {
    kind: 'archive bomb',
    name: 'bomb-within-size.docx',
    bytes: docx('', { text: zeros(20 << 20) }),
    reason: 'limit_exceeded',
  },
  {
    kind: 'archive bomb',
    name: 'bomb-small-announced.docx',
    bytes: docx('', { text: zeros(40 << 20), size: 1000 }),
    reason: 'damaged',
  },
  {
    kind: 'archive bomb',
    name: 'bomb-in-parts.docx',
    bytes: toZip(
      [main, ...Array.from({ length: 9 }, (_, i) => `word/document${i}.xml`)].map((name) => ({
        name,
        text: zeros(9 << 20),
      })),
    ),
    reason: 'limit_exceeded',
  },
  {
    kind: 'archive bomb',
    name: 'bomb-elsewhere.docx',
    bytes: toZip([
      { name: main, text: xml(p('甲')) },
      { name: 'word/media/x.png', text: zeros(60 << 20) },
    ]),
    reason: 'unrelated',
  },
  { kind: 'entity bomb', name: 'laughs.docx', bytes: docx('', { text: xml(p('&a20;'), entities) }), reason: 'damaged' },
  {
    kind: 'external entity',
    name: 'external.docx',
    bytes: docx('', { text: xml(p('&b;&c;'), outside) }),
    reason: 'damaged',
  },
]

const markupBombs = (): readonly HostileFile[] => [
  {
    kind: 'nesting bomb',
    name: 'tables.docx',
    bytes: docx('<w:tbl><w:tr><w:tc>'.repeat(5000)),
    reason: 'limit_exceeded',
  },
  { kind: 'nesting bomb', name: 'runs.docx', bytes: docx(`${'<w:sdt>'.repeat(100_000)}`), reason: 'limit_exceeded' },
  {
    kind: 'cell bomb',
    name: 'cells.docx',
    bytes: docx(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(40_000)}</w:tbl>`),
    reason: 'limit_exceeded',
  },
  {
    kind: 'span bomb',
    name: 'spans.docx',
    bytes: docx(
      `<w:tbl>${`<w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'.repeat(50)}</w:tr>`.repeat(100)}</w:tbl>`,
    ),
    reason: 'limit_exceeded',
  },
  {
    kind: 'text bomb',
    name: 'paragraphs.docx',
    bytes: docx('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(60_000)),
    reason: 'limit_exceeded',
  },
  {
    kind: 'text bomb',
    name: 'one-paragraph.docx',
    bytes: docx(p('公'.repeat(2_500_000)), { stored: true }),
    reason: 'limit_exceeded',
  },
  {
    kind: 'list bomb',
    name: 'list-level.docx',
    bytes: listed('<w:lvl w:ilvl="4294967295"><w:lvlText w:val="%1"/></w:lvl>'),
    reason: 'unrelated',
  },
  {
    kind: 'list bomb',
    name: 'list-start.docx',
    bytes: listed(
      '<w:lvl w:ilvl="0"><w:start w:val="Infinity"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl>',
    ),
    reason: 'unrelated',
  },
]

const archiveLies = (): readonly HostileFile[] => [
  {
    kind: 'archive paths',
    name: 'absolute.docx',
    bytes: toZip([
      { name: '/etc/gongkai-was-here', text: 'x' },
      { name: main, text: xml(p('甲')) },
    ]),
    reason: 'unrelated',
  },
  {
    kind: 'archive paths',
    name: 'above.docx',
    bytes: toZip([
      { name: '../../../gongkai-was-here', text: 'x' },
      { name: '..\\..\\gongkai-was-here', text: 'x' },
    ]),
    reason: 'unknown_type',
  },
  { kind: 'archive lies', name: 'wrong-sum.docx', bytes: docx(p('甲'), { sum: 1 }), reason: 'damaged' },
  { kind: 'archive lies', name: 'wrong-size.docx', bytes: docx(p('甲'), { size: 9999 }), reason: 'damaged' },
  { kind: 'archive lies', name: 'wrong-place.docx', bytes: docx(p('甲'), { headerAt: 123_456 }), reason: 'damaged' },
  {
    kind: 'archive lies',
    name: 'wrong-count.docx',
    bytes: toZip([{ name: main, text: xml(p('甲')) }], { count: 60_000 }),
    reason: 'limit_exceeded',
  },
  {
    kind: 'archive lies',
    name: 'no-directory.docx',
    bytes: toZip([{ name: main, text: xml(p('甲')) }], { at: 4_000_000_000 }),
    reason: 'damaged',
  },
  { kind: 'archive lies', name: 'unknown-method.docx', bytes: docx(p('甲'), { method: 99 }), reason: 'damaged' },
  {
    kind: 'archive lies',
    name: 'twice.docx',
    bytes: toZip([
      { name: main, text: xml(p('甲')) },
      { name: main, text: xml(p('乙')) },
    ]),
    reason: 'damaged',
  },
  { kind: 'wide archive', name: 'wide.docx', bytes: docx(p('甲'), { isWide: true }), reason: 'unrelated' },
  {
    kind: 'wide archive',
    name: 'wide-bomb.docx',
    bytes: docx(p('甲'), { isWide: true, size: 2 ** 52 }),
    reason: 'limit_exceeded',
  },
]

/** Archives that lie, burst or hide. */
export const hostileArchives = (good: Uint8Array): readonly HostileFile[] => [
  ...archiveBombs(),
  ...markupBombs(),
  {
    kind: 'encrypted',
    name: 'password.docx',
    bytes: join(ole, utf16('EncryptedPackage'), zeros(1000)),
    reason: 'encrypted',
  },
  { kind: 'encrypted', name: 'password.zip.docx', bytes: docx(p('甲'), { flags: 1 }), reason: 'encrypted' },
  { kind: 'container', name: 'old.doc', bytes: join(ole, zeros(1000)), reason: 'damaged' },
  ...archiveLies(),
  { kind: 'part not well-formed', name: 'open.docx', bytes: docx('<w:p><w:r>'), reason: 'damaged' },
  { kind: 'part not well-formed', name: 'nul.docx', bytes: docx(p('a\0b')), reason: 'damaged' },
  { kind: 'part not well-formed', name: 'empty-part.docx', bytes: docx('', { text: '' }), reason: 'damaged' },
  {
    kind: 'mislabelled',
    name: 'sheet.docx',
    bytes: toZip([{ name: 'xl/workbook.xml', text: '<workbook/>' }]),
    reason: 'format_not_read',
  },
  {
    kind: 'macro',
    name: 'macro.docx',
    bytes: toZip([
      { name: main, text: xml(p('甲')) },
      { name: 'word/vbaProject.bin', text: 'Shell' },
    ]),
    reason: 'unrelated',
  },
  ...[10, 30, 200, 1000, good.length - 30, good.length - 1].map((length) => ({
    kind: 'truncated',
    name: `cut-at-${length}.docx`,
    bytes: good.slice(0, length),
    reason: 'damaged' as const,
  })),
  {
    kind: 'polyglot',
    name: 'picture-and-archive.docx',
    bytes: join(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), good),
    reason: 'unknown_type',
  },
  {
    kind: 'polyglot',
    name: 'archive-and-page.docx',
    bytes: join(good, utf8('<html><body>甲</body></html>')),
    reason: null,
  },
]
