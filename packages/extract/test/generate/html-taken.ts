import { bodyHtml, bytes, pageHtml, rowsHtml, tdHtml } from './html.ts'
import type { Layout } from './layout.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { unreadable, wayOf, withUnreadable } from './taken.ts'

/** What stands beside the number of a cell, or in its place. */
type Ways = readonly [(text: string) => string, ...((text: string) => string)[]]

/** Cells with a number have something beside it that no reader takes for a part of it. */
function beside(id: string, style: string, ways: Ways): Layout {
  const toCell = (cell: SheetCell): string =>
    tdHtml(cell.key && cell.text !== '' ? { ...cell, text: wayOf(cell.key, ways)(cell.text) } : cell)
  return styled(id, style, (sheet) => `<table border="1">${rowsHtml(sheet, toCell)}</table>`)
}

/** Some cells hold nothing but what cannot be read. */
function inPlace(id: string, style: string, ways: readonly [string, ...string[]]): Layout {
  const toCell = (cell: SheetCell): string =>
    tdHtml(cell.text === unreadable ? { ...cell, text: wayOf(cell.key, ways) } : cell)
  return {
    ...styled(id, style, (sheet) => `<table border="1">${rowsHtml(sheet, toCell)}</table>`),
    adapt: withUnreadable,
  }
}

const styled = (id: string, style: string, toTable: (sheet: Sheet) => string): Layout => ({
  id,
  format: 'html',
  render: (story) => bytes(pageHtml(story, `<style>${style}</style>${bodyHtml(story, toTable)}`)),
})

const hidingStyle = `@media screen { td > em.n { display: none } } tr td .clip { position: absolute; clip-path: inset(50%) }
 .big { font-size: 14px } .off, .gone b { visibility: hidden } .on { display: inline } em.on { display: none !important }`

export const takenHtmlLayouts: readonly Layout[] = [
  beside('html-struck-out', '.old { color: red; text-decoration: line-through }', [
    (text) => `<s>84</s>${text}`,
    (text) => `<del>7</del><ins>${text}</ins>`,
    (text) => `<span class="old">9</span>${text}`,
    (text) => `<strike>12</strike> ${text}`,
    (text) => `<span style="text-decoration-line: line-through">3</span>${text}`,
  ]),
  beside('html-raised-marks', '.note { font-size: 60%; vertical-align: super }', [
    (text) => `${text}<sup>1</sup>`,
    (text) => `${text}<span class="note">2</span>`,
    (text) => `${text}<font style="vertical-align: super" size="1">3</font>`,
    (text) => `${text}<sub>4</sub>`,
    (text) => `${text}<span style="position: relative; top: -5px; font-size: 9px">[5]</span>`,
  ]),
  beside('html-hidden-by-selectors', hidingStyle, [
    (text) => `${text}<em class="n">9</em>`,
    (text) => `<span class="clip">8</span>${text}`,
    (text) => `<i class="off">7</i>${text}`,
    (text) => `<span class="gone">${text}<b>6</b></span>`,
    (text) => `<em class="on">5</em>${text}`,
    (text) => `<span style="font: 0/0 serif"><span class="big">${text}</span>4</span>`,
    (text) => `${text}<span style="color: #fffffe">3</span>`,
    (text) => `<span style="opacity: 0">2</span>${text}`,
    (text) => `${text}<i role="tooltip">含1件</i>`,
    (text) => `<span style="background: #004a80; color: white">${text}</span>`,
  ]),
  inPlace('html-pictures-of-numbers', '.white { color: white } .out { text-decoration: line-through }', [
    '<img src="n/1208.png" alt="1208">',
    '<svg width="40" height="12"><text y="12">1208</text></svg>',
    '<canvas width="40" height="12"></canvas>',
    '1<img src="data:image/png;base64,AAAA">8',
    '<s>36</s>',
    '<span class="out">36</span>',
    '<span class="white">36</span>',
    '<span hidden>36</span>',
    '<math><mfrac><mn>3</mn><mn>6</mn></mfrac></math>',
    '<sup>3</sup>',
    '<input type="checkbox" checked>',
  ]),
  beside('html-fields-and-lists', '', [
    (text) => `<input type="text" size="4" value="${text}">`,
    (text) => `<select><option>0</option><option selected>${text}</option></select>`,
    (text) => `<select disabled><option>${text}</option><option>99</option></select>`,
    (text) => `<input type="hidden" value="99">${text}`,
    (text) => `<textarea rows="1">${text}</textarea>`,
    (text) => `<math><mn>${text}</mn></math>`,
    (text) => `<span title="99">${text}</span>`,
  ]),
]
