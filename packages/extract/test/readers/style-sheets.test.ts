import { expect, test } from 'vitest'
import { readHtml } from '../../src/readers/html/read-html.ts'
import { isForScreens, readBlocks, splitSelectors } from '../../src/readers/html/sheet.ts'

const line = '<p class="p">公开<b class="a"><i class="b">7</i></b>12条，这是正文。</p>'
const shown = '公开12条，这是正文。'
const whole = '公开712条，这是正文。'

test.each([
  ['.b{display:none}', shown],
  ['.a{.b{display:none}}', shown],
  ['.a{color:red;&>.b{display:none}}', shown],
  ['@layer x{.b{display:none}}', shown],
  ['@media screen{@layer y{.b{display:none}}}', shown],
  ['@supports (display:grid){.b{display:none}}', shown],
  ['@import url(a.css);.b{display:none}', shown],
  ['.x,.a > .b{display:none}', shown],
  ['/* .a{} */ .b{display:none', shown],
  ['/* .b{display:none}', whole],
  ['@media print{.b{display:none}}', whole],
  ['@media print{@layer y{.b{display:none}}}', whole],
  ['@keyframes x{from{display:none}}', whole],
  ['@font-face{src:url(a)}.c{display:none}', whole],
  ['.b{display:none}.a .b{display:inline}', whole],
  ['.b:hover{display:none}', whole],
])('under the style sheet %s a page is read as it is shown', (sheet, text) => {
  const { blocks } = readHtml(
    new TextEncoder().encode(
      `<html><head><meta charset="utf-8"><style>${sheet}</style></head><body>${line}</body></html>`,
    ),
  )
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([text])
})

test('the rules of a sheet are read brace by brace', () => {
  expect(readBlocks('a{b:1}@media screen{c{d:1;e:2}}@media print{f{g:1}}')).toEqual([
    { selectors: 'a', style: 'b:1' },
    { selectors: 'c', style: 'd:1;e:2' },
  ])
  expect(readBlocks('}}{{{}')).toEqual([])
})

test.each([
  ['.a', ['.a']],
  ['.a, b', ['.a', 'b']],
  [':is(a, b), c', [':is(a, b)', 'c']],
])('the selectors of %s', (text, selectors) => {
  expect(splitSelectors(text)).toEqual(selectors)
})

test.each([
  ['', true],
  ['screen', true],
  ['only screen', true],
  ['print, screen', true],
  ['print', false],
  ['screen and (max-width: 9px)', false],
])('the media %j are those of screens: %j', (media, isMeant) => {
  expect(isForScreens(media)).toBe(isMeant)
})
