import { docx, fill, head, page, paragraph, utf8 } from './growing-units.ts'
import type { GrowingDocument } from './growth.ts'

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
