import { expect, test } from 'vitest'
import { readDocument } from '../../src/readers/read-document.ts'

/** What a cell holds in a page, what is read of it, and a style sheet. Where something cannot be read, U+FFFC stands for it. */
const cells: readonly (readonly [string, string, string?])[] = [
  ['<s>84</s>48', '48'],
  ['<del>6</del><ins>3</ins>', '3'],
  ['<span class="a">84</span>48', '48', '.a{text-decoration:line-through red}'],
  ['<span style="text-decoration-line:line-through">84</span>48', '48'],
  ['<s>84</s>', '\ufffc'],
  ['12<sup>1</sup>', '12'],
  ['<sup>1</sup>', '\ufffc'],
  ['12<span style="vertical-align:super">1</span>', '12'],
  ['12<i class=z>3</i>', '12', '.z{vertical-align:super}'],
  ['1<sup>208</sup>', '1\ufffc208'],
  ['12<i class=n>3</i>', '12', 'td > i.n{display:none}'],
  ['12<i class=n>3</i>', '12', 'table td .n{display:none}'],
  ['12<i class=n>3</i>', '123', '.n{display:none} td i.n{display:inline}'],
  ['12<i class=n>3</i>', '12', '@media screen{.n{display:none}}'],
  ['12<i class=n>3</i>', '123', '@media print{.n{display:none}}'],
  ['12<i style="clip-path:inset(50%)">3</i>', '12'],
  ['12<i style="color:#fff">3</i>', '12'],
  ['12<i style="color:white;background:#000">3</i>', '123'],
  ['12<font color="#FFFFFF">3</font>', '12'],
  ['12<i style="opacity:0">3</i>', '12'],
  ['12<i style="font-size:0">3</i>', '12'],
  ['12<i style="font:0/0 a">3</i>', '12'],
  ['<div style="font-size:0"><span style="font-size:14px">12</span></div>', '12'],
  ['<span style="visibility:hidden">3<b style="visibility:visible">12</b></span>', '12'],
  ['<img src=a.png>', '\ufffc'],
  ['1<img src=a.png>8', '1\ufffc8'],
  ['<img src=s.gif width=1 height=1>8', '8'],
  ['<svg><text>12</text></svg>', '\ufffc'],
  ['<canvas></canvas>', '\ufffc'],
  ['<select><option>0<option selected>12</select>', '12'],
  ['<select><option value=3>3<option>4</select>', '3'],
  ['<input value=12>', '12'],
  ['<input type=hidden value=9>12', '12'],
  ['<input type=checkbox>12', '12'],
  ['<input type=checkbox>', '\ufffc'],
  ['<math><mn>12</mn></math>', '12'],
  ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', '\ufffc'],
  ['12<div role=tooltip>x8</div>', '12'],
  ['<i title="8">12</i>', '12'],
  ['<x-a><template shadowrootmode=open><b>12</b></template>99</x-a>', '12'],
  ['12<template>3</template>', '12'],
  ['<b class="n">08</b>', '\ufffc08', '.n::before { content: "12" }'],
  ['<b class="n" data-n="12">08</b>', '\ufffc08', '.n:before { content: attr(data-n) }'],
  ['<b class="n">12</b>', '12', '.n::before { content: "\\e601" } .n:hover::after { content: "8" }'],
  ['<b class="n">08</b>', '\ufffc08', '.n::before { content: "\\31\\32 " }'],
  ['<b class="n">08</b>', '\ufffc08', '.n::before { content: url(seal.png) }'],
  ['<b class="n">08</b>', '08', '.n::before { content: "12"; display: none }'],
  ['<b class="n"></b>', '\ufffc', '.n::after { content: "12" }'],
  ['12', '12', 'td:first-child::before { content: "5" } td:first-child::after { content: "6" }'],
  ['', ''],
  ['<span style="display:none">3</span>', '\ufffc'],
  ['<ruby>12<rt>3</rt></ruby>', '12'],
  ['<button>12</button>', '\ufffc'],
  ['<bdo dir=rtl>8021</bdo>', '\ufffc'],
  ['12<i style="position:absolute;left:-999px">3</i>', '12'],
  ['12<i style="transform:scale(0)">3</i>', '12'],
  ['12<i class=n>3</i>', '12', '.n{display:none!important} #x .n{display:inline}'],
  ['12<i style="width:1px;height:1px;overflow:hidden;display:inline-block">3</i>', '12'],
  ['12<i style="clip:rect(1px,1px,1px,1px);position:absolute">3</i>', '12'],
]

test.each(cells)('the cell %j is read as %j, with the style sheet %j', async (cell, text, style = '') => {
  const page = `<html><head><style>${style}</style></head><body><p>水务局的工作情况说明，一段正文。</p>
<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>${cell}</td></tr></table></body></html>`
  const { blocks } = await readDocument(new TextEncoder().encode(page))
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.rows[1]?.map((one) => one.text)).toEqual(['行政许可', text])
})

test('a picture in a cell of words, or in front of them, says nothing', async () => {
  const page = `<table><tr><td><img src="dot.png"></td><td>行政许可<img src="new.gif"></td><td><img src="7.png"></td></tr></table>`
  const { blocks } = await readDocument(new TextEncoder().encode(`<body><p>正文</p>${page}</body>`))
  const table = blocks.find((block) => block.kind === 'table')
  expect(table?.rows[0]?.map((one) => one.text)).toEqual(['', '行政许可', '\ufffc'])
})

test('text outside tables shows no trace of what was taken out', async () => {
  const page = '<body><p>收到申请12件<img src="a.png">，<s>办结9件</s>办结10件。</p></body>'
  const { blocks } = await readDocument(new TextEncoder().encode(page))
  expect(blocks).toMatchObject([{ text: '收到申请12件，办结10件。' }])
})
