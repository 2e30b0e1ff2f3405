import type { HostileFile } from './files.ts'
import { join, utf8 } from './zip.ts'

const title = '某县水利局2023年政府信息公开工作年度报告'
const page = (body: string, head = '') => utf8(`<html><head>${head}</head><body><p>${title}</p>${body}</body></html>`)
const wide = (text: string, isBig = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBig)
  return bytes
}
const wider = (text: string): Uint8Array => {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0)
  return new Uint8Array(new Uint32Array(codes).buffer)
}
const noise = (bytes: number): Uint8Array => {
  let state = 7
  return Uint8Array.from({ length: bytes }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}

const oddCharacters = (): readonly HostileFile[] => [
  { kind: 'odd encodings', name: 'utf-16le.txt', bytes: join(new Uint8Array([0xff, 0xfe]), wide(title)), reason: null },
  {
    kind: 'odd encodings',
    name: 'utf-16be.txt',
    bytes: join(new Uint8Array([0xfe, 0xff]), wide(title, true)),
    reason: null,
  },
  {
    kind: 'odd encodings',
    name: 'utf-16-odd-length.txt',
    bytes: join(new Uint8Array([0xff, 0xfe]), wide(title), new Uint8Array([0x41])),
    reason: null,
  },
  {
    kind: 'odd encodings',
    name: 'utf-32le.txt',
    bytes: join(new Uint8Array([0xff, 0xfe, 0, 0]), wider(title)),
    reason: null,
  },
  { kind: 'odd encodings', name: 'utf-7.txt', bytes: utf8('+ZeBsd1IGUDxO5mBvVGxf8JCAUURO-'), reason: 'unrelated' },
  {
    kind: 'lone surrogates',
    name: 'surrogates.txt',
    bytes: join(new Uint8Array([0xff, 0xfe]), wide(`${title}\n\ud800中\udc00\ud83d`)),
    reason: null,
  },
  {
    kind: 'lone surrogates',
    name: 'surrogates.html',
    bytes: page('<p>&#xD800;&#xDFFF;&#x110000;&#0;&#x1F600;</p>'),
    reason: null,
  },
  { kind: 'lone surrogates', name: 'cut-pair.html', bytes: page(`<p>当前位置：${'😀'.repeat(200)}</p>`), reason: null },
  {
    kind: 'NULs',
    name: 'nul-late.txt',
    bytes: join(utf8(`${title}\n${'公'.repeat(3000)}\n`), new Uint8Array(50)),
    reason: null,
  },
  { kind: 'NULs', name: 'nul.html', bytes: page('<p>a\0b</p><!-- \0 -->'), reason: null },
  {
    kind: 'control characters',
    name: 'escapes.txt',
    bytes: utf8(`${title}\u001b]0;owned\u0007\u001b[2J\u001b[31m\u0008\u0085\u009b2J`),
    reason: null,
  },
  {
    kind: 'direction marks',
    name: 'bidi.txt',
    bytes: utf8(`\u202e${title}\u202c\n\u2066发布机构：某县\u2069\u200f水利局`),
    reason: null,
  },
]

const longTexts = (): readonly HostileFile[] => [
  {
    kind: 'huge lines',
    name: 'one-line.txt',
    bytes: utf8(`${title}${'政府信息公开 '.repeat(300_000)}`),
    reason: 'limit_exceeded',
  },
  { kind: 'huge lines', name: 'one-number.txt', bytes: utf8(`${title}\n${'9'.repeat(1_500_000)}`), reason: null },
  { kind: 'huge lines', name: 'bars.txt', bytes: utf8(`${title}\n${'|'.repeat(1_500_000)}`), reason: null },
  {
    kind: 'huge lines',
    name: 'spaces.txt',
    bytes: utf8(`${title}\n${' '.repeat(1_500_000)}|${' '.repeat(1_500_000)}a`),
    reason: null,
  },
  {
    kind: 'huge lines',
    name: 'tabs.txt',
    bytes: utf8(`${title}\n${'\t'.repeat(1_000_000)}a\n${'\t1'.repeat(9_000)}`),
    reason: null,
  },
  { kind: 'too large', name: 'large.txt', bytes: utf8(`${title}${'a'.repeat(9 << 20)}`), reason: 'too_large' },
  { kind: 'too large', name: 'larger.bin', bytes: new Uint8Array(17 << 20), reason: 'too_large' },
  { kind: 'line bomb', name: 'lines.txt', bytes: utf8(`${title}\n${'a\n'.repeat(200_000)}`), reason: 'limit_exceeded' },
  { kind: 'line bomb', name: 'empty-lines.txt', bytes: utf8(`${title}\n${'\n'.repeat(4_000_000)}`), reason: null },
  { kind: 'line bomb', name: 'tabbed-cells.txt', bytes: utf8(`${title}\n${'\t1\n'.repeat(19_000)}`), reason: null },
]

const injections = (): readonly HostileFile[] => [
  {
    kind: 'external references',
    name: 'references.html',
    bytes: page(
      '<iframe src="file:///etc/passwd"></iframe><script src="http://127.0.0.1:9/x.js"></script><link rel=stylesheet href=//127.0.0.1:9/x><object data="../../secret"></object><a href="../../../etc/passwd.docx">附件</a><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">',
    ),
    reason: null,
  },
  {
    kind: 'injection',
    name: 'script.html',
    bytes: page(
      '<table><tr><td>规章</td><td>&lt;script&gt;alert(1)&lt;/script&gt;</td></tr></table><p>发布机构：&lt;img src=x onerror=alert(1)&gt;局</p>',
      `<title>${title}&lt;script&gt;alert(1)&lt;/script&gt;</title>`,
    ),
    reason: null,
  },
  {
    kind: 'injection',
    name: 'formula.txt',
    bytes: utf8(`=HYPERLINK("http://127.0.0.1","x")\n${title}\n发布机构：=cmd|' /C calc'!A1\n@SUM(1+1)\n+1+cmd|x`),
    reason: null,
  },
  {
    kind: 'injection',
    name: 'sql.txt',
    bytes: utf8(
      `${title}'); drop table documents; --\n发布机构：'); drop table cells;--局\n$(touch gongkai-was-here) \`touch gongkai-was-here\``,
    ),
    reason: null,
  },
  {
    kind: 'injection',
    name: 'markdown.txt',
    bytes: utf8(
      `${title}\n[x](javascript:alert(1)) ![x](http://127.0.0.1:9/x) {{constructor.constructor('alert(1)')()}} \${7*7} <%= 7*7 %>`,
    ),
    reason: null,
  },
  {
    kind: 'injection',
    name: 'prototype.txt',
    bytes: utf8(`${title}\n__proto__：constructor\nconstructor\t__proto__\ttoString\n发布机构：__proto__`),
    reason: null,
  },
  {
    kind: 'personal data',
    name: '13800001234-王小明.txt',
    bytes: utf8(`${title}\n联系人：王小明，手机：13800001234`),
    reason: null,
  },
]

const pageBombs = (): readonly HostileFile[] => [
  { kind: 'nesting bomb', name: 'divisions.html', bytes: page('<div>'.repeat(200_000)), reason: 'limit_exceeded' },
  {
    kind: 'nesting bomb',
    name: 'cell.html',
    bytes: page(`<table><tr><td>${'<b><i>'.repeat(50_000)}1</td></tr></table>`),
    reason: 'limit_exceeded',
  },
  {
    kind: 'nesting bomb',
    name: 'nested-tables.html',
    bytes: page('<table><tr><td>'.repeat(3_000)),
    reason: 'limit_exceeded',
  },
  { kind: 'nesting bomb', name: 'fonts.html', bytes: page(`${'<font color=red><p>'.repeat(3_000)}1`), reason: null },
  {
    kind: 'span bomb',
    name: 'spans.html',
    bytes: page(
      `<table>${`<tr>${'<td colspan="999999999" rowspan="999999999">规章</td>'.repeat(30)}</tr>`.repeat(300)}</table>`,
    ),
    reason: null,
  },
  {
    kind: 'span bomb',
    name: 'spans-wide.html',
    bytes: page(`<table><tr>${'<td colspan="60">1</td>'.repeat(5_000)}</tr></table>`),
    reason: 'limit_exceeded',
  },
  {
    kind: 'cell bomb',
    name: 'cells.html',
    bytes: page(`<table>${`<tr>${'<td>1</td>'.repeat(50)}</tr>`.repeat(500)}</table>`),
    reason: 'limit_exceeded',
  },
  {
    kind: 'attribute bomb',
    name: 'attributes.html',
    bytes: page(`<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>甲</p>`),
    reason: null,
  },
  { kind: 'entity bomb', name: 'entities.html', bytes: page('&lt;'.repeat(500_000)), reason: null },
  { kind: 'comment bomb', name: 'comments.html', bytes: page('<!--'.repeat(300_000)), reason: null },
]

/** Text and pages that burst, mislead the eye or hold what other programs would obey. `null`: read, or rejected with any reason. */
export const hostileTexts = (goodText: Uint8Array, goodPage: Uint8Array): readonly HostileFile[] => [
  { kind: 'empty', name: 'empty.txt', bytes: new Uint8Array(), reason: 'empty' },
  { kind: 'empty', name: 'blank.txt', bytes: utf8(' \n\t\u3000\n'), reason: 'no_text' },
  { kind: 'empty', name: 'mark-only.txt', bytes: new Uint8Array([0xef, 0xbb, 0xbf]), reason: 'no_text' },
  {
    kind: 'empty',
    name: 'picture-only.html',
    bytes: utf8('<html><body><img src="http://127.0.0.1:9/a.png"></body></html>'),
    reason: 'no_text',
  },
  {
    kind: 'mislabelled',
    name: 'picture.txt',
    bytes: join(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), noise(500)),
    reason: 'unknown_type',
  },
  { kind: 'mislabelled', name: 'page.txt', bytes: goodPage, reason: null },
  { kind: 'mislabelled', name: 'text.docx', bytes: goodText, reason: null },
  {
    kind: 'mislabelled',
    name: 'program.html',
    bytes: join(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), noise(500)),
    reason: 'unknown_type',
  },
  { kind: 'undecodable', name: 'noise.txt', bytes: noise(20_000), reason: 'undecodable' },
  { kind: 'undecodable', name: 'noise.html', bytes: join(utf8('<html><body>'), noise(20_000)), reason: null },
  { kind: 'undecodable', name: 'cut-in-a-character.txt', bytes: goodText.slice(0, 301), reason: null },
  ...oddCharacters(),
  ...longTexts(),
  ...pageBombs(),
  ...injections(),
  ...[1, 2, 5, 9, 13, 40].map((share) => ({
    kind: 'truncated',
    name: `cut-${share}.html`,
    bytes: goodPage.slice(0, Math.floor((goodPage.length * share) / 41)),
    reason: null,
  })),
]
