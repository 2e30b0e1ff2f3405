import { strToU8, zipSync } from 'fflate'

/** A document made of one unit, as often as it takes to hold so many bytes. */
export interface GrowingDocument {
  /** What is repeated, and where. */
  readonly name: string
  readonly make: (bytes: number) => Uint8Array
}

/** How the time of reading grew when a document doubled. */
export interface Growth {
  readonly name: string
  /** Size of the larger document, in bytes. */
  readonly bytes: number
  /** What the larger one took, in milliseconds. */
  readonly milliseconds: number
  /** By what it took longer than the one of half its size; 1 where it took too little to tell. */
  readonly ratio: number
}

type Read = (bytes: Uint8Array) => Promise<unknown>

/** Sizes at which growth is looked at, in bytes: the later ones only where nothing can be told before. */
const sizes = [20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 1_280_000] as const
/** A document that takes less processor time than this, in milliseconds, tells nothing: starting weighs more. */
const leastTelling = 80
/** Bytes up to which every document is looked at, unless it takes this many times as long before. */
const leastBytes = 80_000
const tooLong = 20

/** How thoroughly growth is measured. */
export interface Measure {
  /** Milliseconds from which a document tells something. */
  readonly telling: number
  /** Runs of each document, of which the quickest counts. */
  readonly runs: number
}

/**
 * Measures how the time of reading grows: the document doubles until it takes long enough to tell. Processor time counts,
 * since whatever else the machine does only adds to the clock; two doublings even out what is left.
 */
export async function measureGrowth(
  { name, make }: GrowingDocument,
  read: Read,
  { telling, runs }: Measure = { telling: leastTelling, runs: 1 },
): Promise<Growth> {
  const times: number[] = []
  let bytes = 0
  for (bytes of sizes) {
    times.push(await leastTime(make(bytes), read, runs))
    const last = times.at(-1) ?? 0
    if (times.length > 2 && last >= (bytes < leastBytes ? tooLong * telling : telling)) break
  }
  const [before = 1, milliseconds = 0] = [times.at(-3), times.at(-1)]
  return {
    name,
    bytes,
    milliseconds,
    ratio: milliseconds < telling ? 1 : Math.sqrt(milliseconds / Math.max(before, 1)),
  }
}

async function leastTime(bytes: Uint8Array, read: Read, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const startedAt = process.cpuUsage()
    await read(bytes)
    const { user, system } = process.cpuUsage(startedAt)
    least = Math.min(least, (user + system) / 1000)
    if (least > tooLong * leastTelling) break
  }
  return least
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const title = '某县水利局2023年政府信息公开工作年度报告'
const head = `${title}\n一、总体情况\n`
const page = (body: string, style = ''): Uint8Array =>
  utf8(
    `<html><head><meta charset="utf-8"><title>${title}</title>${style}</head><body><h1>${title}</h1>${body}</body></html>`,
  )
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const docx = (body: string, numbering = ''): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document ${namespace}><w:body>${paragraph(title)}${body}</w:body></w:document>`),
    ...(numbering && { 'word/numbering.xml': strToU8(`<w:numbering ${namespace}>${numbering}</w:numbering>`) }),
  })

/** A unit as often as fits into so many bytes. */
const fill = (unit: string, bytes: number): string => unit.repeat(Math.max(1, Math.floor(bytes / utf8(unit).length)))

/** Where a unit may stand, with what makes a document of it. */
export const places = {
  line: (text: string) => utf8(`${head}${text}\n`),
  end: (text: string) => utf8(`${head}本年度${text}x。\n`),
  first: (text: string) => utf8(`${text}\n${title}\n`),
  label: (text: string) => utf8(`${head}联系人：${text}电话：\n`),
  cell: (text: string) => utf8(`${head}规章|${text}|1\n行政许可|2|3\n`),
  section: (text: string) => utf8(`${title}\n三、收到和处理政府信息公开申请情况\n${text}\n四、`),
  page: (text: string) => page(`<p>${text}</p>`),
  table: (text: string) => page(`<table><tr><td>规章</td><td>${text}</td></tr></table>`),
  docx: (text: string) => docx(paragraph(text.replace(/[<&]/g, ''))),
} as const

/** Each unit at each place. */
export const toGrowing = (units: readonly string[], at: readonly (keyof typeof places)[]): readonly GrowingDocument[] =>
  at.flatMap((place) =>
    units.map((unit) => ({
      name: `${JSON.stringify(unit)} at ${place}`,
      make: (bytes: number) => places[place](fill(unit, bytes)),
    })),
  )

/** Units that the patterns of readers and repairs repeat: each once made reading grow with the square of the length. */
export const units: readonly string[] = [
  ' ',
  '\u3000',
  '\u00a0',
  '\t',
  '\n',
  '|',
  '||',
  '|\n',
  '| ',
  ' |',
  '1',
  '1 ',
  '1 1',
  '1,',
  '1.',
  '-',
  '—',
  '/',
  '甲',
  '甲 ',
  '甲\n',
  '甲|',
  '|1',
  '\t1',
  '\t1\n',
  '甲\t1\n',
  '甲|1|2\n',
  '甲 1 2 3\n',
  '规章 1 2 3 4 5 6 7\n',
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '[',
  ']',
  '〔',
  '“',
  '"',
  '",',
  '"1","2"\n',
  '甲,1,2\n',
  '：',
  ':',
  '。',
  '，',
  '、',
  '；',
  ';',
  '的',
  '公',
  '年',
  '月',
  '日',
  '2023年',
  '2023年1月1日',
  '一、',
  '（一）',
  '一',
  '十',
  '第',
  '条',
  '第二十条',
  '第二十条第（一）项\n',
  '县',
  '局',
  '县局',
  '省市',
  '市县区',
  '水利局',
  '委员会',
  '人民政府',
  '办公室',
  '某县水利局',
  '信息公开',
  '政府信息',
  '政府信息公开',
  '年度报告',
  '报告',
  title,
  `${title}\n`,
  '联系',
  '联系人',
  '联系人：',
  '电话：',
  '电话',
  '地址：',
  '邮箱',
  'a',
  'a ',
  'a.',
  'a@',
  '@',
  'a@a.',
  'http://',
  'www.',
  'a/',
  '.',
  '..',
  '<',
  '&lt;',
  '&',
  '#',
  '*',
  '> ',
  '- ',
  '│',
  '─',
  '━',
  '\u200b',
  '\ufeff',
  '\u0301',
  'é',
  '(shù)',
  '數(shù)',
  '数据',
  '0',
  '00',
  '13800001234',
  '1-',
  '0-',
  '1（',
  '1件',
  '件',
  '件，',
  '共1件',
  '收到1件，',
  '其中1件，',
  '同比增长1%，',
  '1%',
  '%',
  '万',
  '亿',
  '元',
  'ā',
  '王小明',
  '先生',
  '女士',
  '某某',
  '身份证',
  'x',
  'X',
  '！',
  '？',
  '?',
  '=',
  '~',
  '_',
  '——',
  '…',
  '·',
  '\v',
  '\f',
  '\r',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ud83d\ude00',
  '网站标识码',
  '当前位置',
  '索引号：',
  '文号：',
  '发布机构：',
  '日期：',
  '来源：',
  '规章',
  '行政许可\n',
  '一、总体情况\n',
  '二、主动公开政府信息情况\n',
  '三、收到和处理政府信息公开申请情况\n',
  '三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请数量 1 2 3 4 5 6 7\n',
]

/** Documents whose parts, and not their characters, are repeated. */
export const structures: readonly GrowingDocument[] = [
  ['note marks', (n: number) => page(`<sup>[${fill('\u00a0', n)}x</sup>`)],
  ['many note marks', (n: number) => page(fill('甲<sup>1</sup>', n))],
  ['at-rules', (n: number) => page('甲', `<style>${fill('@a ', n)}</style>`)],
  ['open at-rules', (n: number) => page('甲', `<style>${fill('@a{', n)}</style>`)],
  ['at-rules of rules', (n: number) => page('甲', `<style>${fill('@a{b{c}', n)}</style>`)],
  ['comments of a style sheet', (n: number) => page('甲', `<style>${fill('/*', n)}</style>`)],
  ['braces', (n: number) => page('甲', `<style>${fill('{', n)}</style>`)],
  ['selectors', (n: number) => page('甲', `<style>${fill('a', n)}</style>`)],
  ['commas of selectors', (n: number) => page('甲', `<style>${fill('a,', n)}{display:none}</style>`)],
  [
    'selectors and elements',
    (n: number) => {
      const names = Array.from({ length: Math.floor(n / 60) }, (_, i) => `a${i}`)
      const style = names.map((name) => `.${name}{display:none}`).join('')
      return page(
        `<div class="${names.join(' ')}">${fill('<b>x</b>', n / 2)}</div>${fill('甲', n / 8)}`,
        `<style>${style}</style>`,
      )
    },
  ],
  [
    'classes that hide',
    (n: number) => page(fill('<b class="a b c">x</b>', n) + fill('甲', n), '<style>.a,.b,.c{display:none}</style>'),
  ],
  ['declarations', (n: number) => page(`<p style="${fill('position:absolute;', n)}">甲</p>`)],
  ['blanks of a style', (n: number) => page(`<p style="display${fill(' ', n)}none">甲</p>`)],
  ['clipped', (n: number) => page(`<p style="clip:${fill('rect(0', n)}">甲</p>`)],
  [
    'attributes',
    (n: number) => page(`<p ${Array.from({ length: Math.floor(n / 8) }, (_, i) => `a${i}=1`).join(' ')}>甲</p>`),
  ],
  [
    'attributes of a DOCX',
    (n: number) => docx(`<w:p ${Array.from({ length: Math.floor(n / 8) }, (_, i) => `a${i}="1"`).join(' ')}/>`),
  ],
  [
    'namespaces of a DOCX',
    (n: number) => docx(`<w:p ${Array.from({ length: Math.floor(n / 16) }, (_, i) => `xmlns:a${i}="u"`).join(' ')}/>`),
  ],
  [
    'nested namespaces',
    (n: number) =>
      docx(
        Array.from({ length: Math.floor(n / 40) }, (_, i) => `<a${i % 300 === 0 ? '' : ''}:x xmlns:a="u${i}"/>`).join(
          '',
        ),
      ),
  ],
  ['one attribute', (n: number) => page(`<p title="${fill('a', n)}">甲</p>`)],
  ['open tags', (n: number) => page(fill('<', n))],
  ['open tags with a name', (n: number) => page(fill('<a', n))],
  ['open comments', (n: number) => page(fill('<!--', n))],
  ['divisions', (n: number) => page(fill('<div>', Math.min(n, 1500)) + fill('<p>甲</p>', n))],
  ['deep divisions', (n: number) => page(fill(`${'<div>'.repeat(300)}甲${'</div>'.repeat(300)}`, n))],
  ['paragraphs', (n: number) => page(fill('<p>甲</p>', n))],
  ['open paragraphs', (n: number) => page(fill('<p>', n))],
  ['open formats', (n: number) => page(fill('<b>', Math.min(n, 600)) + fill('<p>甲', n))],
  ['fonts', (n: number) => page(fill('<font color=red><p>', Math.min(n, 3000)) + fill('甲', n))],
  ['lines', (n: number) => page(fill('甲<br>', n))],
  ['links', (n: number) => page(fill('<a href=x.doc>甲</a>', n))],
  ['one link', (n: number) => page(`<a href="${fill('.doc', n)}x">甲</a>`)],
  [
    'lists of links',
    (n: number) =>
      page(fill('<ul><li><a href=x>甲</a></li><li><a href=x>甲</a></li><li><a href=x>甲</a></li></ul>', n)),
  ],
  ['nested lists', (n: number) => page(fill(`${'<ul><li>'.repeat(100)}甲${'</li></ul>'.repeat(100)}`, n))],
  ['cells', (n: number) => page(`<table>${fill('<tr><td>规章</td><td>1</td></tr>', n)}</table>`)],
  [
    'cells of one row',
    (n: number) => page(`<table><tr>${fill('<td>1</td>', Math.min(n, 10_000))}</tr></table>${fill('甲', n)}`),
  ],
  ['tables', (n: number) => page(fill('<table><tr><td>规章</td><td>1</td></tr></table>', n))],
  ['nested tables', (n: number) => page(fill(`${'<table><tr><td>'.repeat(90)}1${'</td></tr></table>'.repeat(90)}`, n))],
  [
    'tables beside tables in a cell',
    (n: number) => page(`${'<table><tr><td>'.repeat(60)}${fill('<table><tr><td>1</td></tr></table>', n)}`),
  ],
  [
    'deep cell',
    (n: number) => page(`<table><tr><td>${'<div>'.repeat(200)}${fill('<p>甲甲</p>', n)}</td></tr></table>`),
  ],
  [
    'spans',
    (n: number) => page(`<table>${fill('<tr><td colspan=60 rowspan=400>规章</td><td>1</td></tr>', n)}</table>`),
  ],
  [
    'spans of rows',
    (n: number) => page(`<table>${fill('<tr><td rowspan=400>规章</td><td rowspan=400>1</td></tr>', n)}</table>`),
  ],
  [
    'grids',
    (n: number) =>
      page(
        fill(
          '<div><div><span>规章</span><span>1</span></div><div><span>规章</span><span>1</span></div><div><span>规章</span><span>1</span></div><div><span>规章</span><span>1</span></div></div>',
          n,
        ),
      ),
  ],
  ['preformatted', (n: number) => page(`<pre>${fill('规章\t1\n', n)}</pre>`)],
  ['many preformatted', (n: number) => page(fill('<pre>规章\t1</pre>', n))],
  ['meta', (n: number) => page('甲', fill('<meta name=a content=1>', n))],
  ['meta of one value', (n: number) => page('甲', `<meta name=PubDate content="${fill('2023-', n)}">`)],
  ['hidden', (n: number) => page(fill('<p hidden>甲</p>', n))],
  ['fields of a page', (n: number) => page(fill('<input value=1>', n))],
  ['entities', (n: number) => page(fill('&#19968;', n))],
  ['tables in text', (n: number) => utf8(head + fill('<table><tr><td>1</td></tr></table>\n', n))],
  ['open tables in text', (n: number) => utf8(head + fill('<table ', n))],
  ['runs', (n: number) => docx(`<w:p>${fill('<w:r><w:t>甲</w:t></w:r>', n)}</w:p>`)],
  ['paragraphs of a DOCX', (n: number) => docx(fill(paragraph('甲'), n))],
  ['fields', (n: number) => docx(`<w:p>${fill('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', n)}</w:p>`)],
  [
    'closed fields',
    (n: number) =>
      docx(
        `<w:p>${fill('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>1</w:t></w:r>', n / 2)}${fill('<w:r><w:fldChar w:fldCharType="end"/></w:r>', n / 2)}</w:p>`,
      ),
  ],
  [
    'simple fields',
    (n: number) =>
      docx(
        fill(
          `<w:p>${'<w:fldSimple w:instr="A">'.repeat(60)}<w:r><w:t>1</w:t></w:r>${'</w:fldSimple>'.repeat(60)}</w:p>`,
          n,
        ),
      ),
  ],
  ['insertions', (n: number) => docx(fill(`${'<w:ins>'.repeat(100)}${paragraph('1')}${'</w:ins>'.repeat(100)}`, n))],
  [
    'links of a field',
    (n: number) => docx(`<w:p>${fill('<w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r>', n)}</w:p>`),
  ],
  [
    'cells of a DOCX',
    (n: number) => docx(fill('<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>', n)),
  ],
  [
    'rows of a DOCX',
    (n: number) => docx(`<w:tbl>${fill('<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>', n)}</w:tbl>`),
  ],
  [
    'merged sideways',
    (n: number) => docx(`<w:tbl><w:tr>${fill('<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>', n)}</w:tr></w:tbl>`),
  ],
  [
    'merged downwards',
    (n: number) => docx(`<w:tbl>${fill('<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>', n)}</w:tbl>`),
  ],
  [
    'nested tables of a DOCX',
    (n: number) => docx(fill(`${'<w:tbl><w:tr><w:tc>'.repeat(60)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(60)}`, n)),
  ],
  ['tabs of a DOCX', (n: number) => docx(`<w:p>${fill('<w:r><w:tab/></w:r>', n)}</w:p>`)],
  [
    'text boxes',
    (n: number) =>
      docx(fill(`<w:p><w:r><w:pict><w:txbxContent>${paragraph('1')}</w:txbxContent></w:pict></w:r></w:p>`, n)),
  ],
  [
    'nested text boxes',
    (n: number) =>
      docx(
        fill(
          `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(50)}${paragraph('1')}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(50)}`,
          n,
        ),
      ),
  ],
  [
    'alternatives',
    (n: number) =>
      docx(
        fill(
          '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice/><mc:Fallback/></mc:AlternateContent></w:r></w:p>',
          n,
        ),
      ),
  ],
  [
    'numbered paragraphs',
    (n: number) =>
      docx(
        fill(
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
          n,
        ),
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="32767"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1%1%1%1%1%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
      ),
  ],
  [
    'text of a level',
    (n: number) =>
      docx(
        fill(
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
          n,
        ),
        `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${fill('%1', n)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      ),
  ],
  [
    'levels',
    (n: number) =>
      docx(
        fill(
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
          n,
        ),
        `<w:abstractNum w:abstractNumId="1">${Array.from({ length: Math.floor(n / 40) }, (_, i) => `<w:lvl w:ilvl="${i % 9}"><w:numFmt w:val="decimal"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      ),
  ],
  [
    'lists of a DOCX',
    (n: number) =>
      docx(
        paragraph('甲'),
        fill('<w:num w:numId="1"><w:lvlOverride><w:startOverride w:val="1"/></w:lvlOverride></w:num>', n),
      ),
  ],
].map(([name, make]) => ({ name, make }) as GrowingDocument)
