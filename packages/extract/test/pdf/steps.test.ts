import { expect, test } from 'vitest'
import type { Glyph, PdfPage } from '../../src/readers/pdf/page.ts'
import { toBlocks } from '../../src/readers/pdf/read-pdf.ts'
import { keepShown } from '../../src/readers/pdf/shown.ts'
import { toUpright } from '../../src/readers/pdf/upright.ts'
import { drawTable, toPage, write } from './page-maker.ts'
import { upTurn } from './turned.ts'

const readPages = (pages: readonly PdfPage[]) => toBlocks(pages.map((page) => keepShown(toUpright(page))))

const cellsOf = (pages: readonly PdfPage[]): readonly (readonly string[])[] =>
  readPages(pages).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
  )

const prose = (pages: readonly PdfPage[]): readonly string[] =>
  readPages(pages).flatMap((block) => (block.kind === 'paragraph' && !block.isFurniture ? [block.text] : []))

/** A label and two cells for numbers; what stands in the first of these is the question. */
const rules = drawTable([100, 200, 240, 280], [100, 120, 140])
const labels = [...write(105, 115, '行政许可'), ...write(105, 135, '规章')]
const inFirst = (...glyphs: (readonly Glyph[])[]) => toPage([...labels, ...glyphs.flat()], rules)
const paper = (x0: number, x1: number, at: number, lightness = 1) => ({ x0, x1, y0: 101, y1: 119, at, lightness })

test.each<readonly [string, PdfPage, boolean]>([
  ['white digits', inFirst(write(205, 115, '12'), write(216, 115, '9', { lightness: 1 })), true],
  ['digits without ink', inFirst(write(205, 115, '12'), write(216, 115, '9', { isUnpainted: true })), true],
  ['white words', inFirst(write(205, 115, '12'), write(216, 115, '件', { lightness: 1 })), false],
  ['its own white shadow', inFirst(write(206, 115, '12', { lightness: 1 }), write(205, 115, '12')), false],
  ['nothing', inFirst(write(205, 115, '12')), false],
])('a number beside %s says whether a part was left out', (_, page, isPartial) => {
  const [cell] = readPages([page]).flatMap((block) => (block.kind === 'table' ? (block.rows[0]?.slice(1) ?? []) : []))
  expect(cell).toMatchObject({ text: '12' })
  expect(cell?.isPartial === true).toBe(isPartial)
})

test.each<readonly [string, PdfPage, readonly string[]]>([
  ['a number in its cell', inFirst(write(205, 115, '12')), ['12', '']],
  [
    'two numbers in cells that are hardly wider',
    inFirst(write(206, 115, '123456'), write(241, 115, '7890123')),
    ['123456', '7890123'],
  ],
  ['a number that leaves its cell a little', inFirst(write(203, 115, '12345678')), ['12345678', '']],
  [
    'a number that leaves its cell: both are in doubt',
    inFirst(write(225, 115, '12345678')),
    ['\ufffc', '12345678\ufffc'],
  ],
  ['one number in two runs', inFirst(write(205, 115, '12'), write(215, 115, '34', { at: 2 })), ['1234', '']],
  ['one number painted from its end', inFirst(write(215, 115, '34'), write(205, 115, '12')), ['1234', '']],
  ['one number over another', inFirst(write(205, 115, '12'), write(206, 115, '99')), ['1929\ufffc', '']],
  ['a number printed twice for boldness', inFirst(write(205, 115, '12'), write(205.4, 115, '12')), ['12', '']],
  ['white digits', inFirst(write(205, 115, '12', { lightness: 1 })), ['\ufffc', '']],
  ['white digits beside a number', inFirst(write(205, 115, '12'), write(216, 115, '9', { lightness: 1 })), ['12', '']],
  ['digits without ink', inFirst(write(205, 115, '12', { isUnpainted: true })), ['\ufffc', '']],
  ['white words leave nothing', inFirst(write(205, 115, '样表', { lightness: 1 })), ['', '']],
  ['digits under paint', { ...inFirst(write(205, 115, '12')), fills: [paper(201, 239, 2)] }, ['\ufffc', '']],
  ['digits on paint', { ...inFirst(write(205, 115, '12')), fills: [paper(201, 239, 0)] }, ['12', '']],
  [
    'white digits on dark paint',
    { ...inFirst(write(205, 115, '12', { lightness: 1 })), fills: [paper(201, 239, 0, 0.2)] },
    ['12', ''],
  ],
  [
    'a digit of an upright watermark',
    inFirst(write(205, 115, '12'), write(206, 125, '3', { size: 60, lightness: 0.8 })),
    ['12', ''],
  ],
  [
    'a digit of a watermark of small type that is printed again and again',
    inFirst(
      write(205, 115, '12'),
      ...[118, 300, 400].map((y, i) => write(205, y, '内部2023', { lightness: 0.88, at: 5 + i })),
    ),
    ['12', ''],
  ],
  ['a slanted watermark', inFirst(write(205, 115, '12'), write(212, 115, '7', { turn: undefined })), ['12', '']],
  [
    'digits struck out',
    { ...inFirst(write(205, 115, '12')), rules: [...rules, { isHorizontal: true, from: 204, to: 216, at: 112 }] },
    ['\ufffc', ''],
  ],
  ['a raised mark of a note', inFirst(write(205, 115, '12'), write(215, 112, '1', { size: 6 })), ['12', '']],
  ['two numbers side by side', inFirst(write(203, 115, '1'), write(215, 115, '2')), ['1 2', '']],
  [
    'digits on two lines',
    inFirst(write(205, 109, '12', { size: 6 }), write(205, 117, '34', { size: 6 })),
    ['12  34', ''],
  ],
])('%s', (_, page, cells) => {
  expect(cellsOf([page])[0]?.slice(1)).toEqual(cells)
})

test.each([1, 2, 3])('a page turned by %i quarters is read as it is when upright', (quarters) => {
  const page = inFirst(write(205, 115, '12'), write(245, 115, '34'))
  expect(cellsOf([upTurn(page, quarters)])).toEqual(cellsOf([page]))
})

test('a label that runs down and one that is turned are read from the top', () => {
  const down = [...'办理'].flatMap((one, i) => write(110, 110 + 12 * i, one, { isVertical: true }))
  const turned = [...'结果'].flatMap((one, i) => write(130, 110 + 12 * i, one, { turn: 1 }))
  const page = toPage(
    [...down, ...turned, ...write(165, 115, '12'), ...labels.slice(0, 0)],
    drawTable([100, 125, 150, 200], [95, 140]),
  )
  expect(cellsOf([{ ...page, glyphs: [...page.glyphs, ...write(300, 300, '本报告由本局编制')] }])).toEqual([
    ['办理', '结果', '12'],
  ])
})

test('dots and dashes make a line, and squares without a line between them one cell', () => {
  const dotted = drawTable([100, 200, 280], [100, 120]).flatMap((rule) =>
    Array.from({ length: Math.floor((rule.to - rule.from) / 3) + 1 }, (_, i) => ({
      ...rule,
      from: rule.from + 3 * i,
      to: rule.from + 3 * i + 1.5,
    })),
  )
  expect(cellsOf([toPage([...labels.slice(0, 4), ...write(205, 115, '12')], dotted)])).toEqual([['行政许可', '12']])
})

const rowAt = (y: number, label: string, count: string) => [...write(105, y, label), ...write(205, y, count)]
const columns = [100, 200, 240, 280]

test('a table goes on over the page, with a row that is cut in two', () => {
  const above = toPage(
    [...rowAt(715, '规章', '1'), ...write(105, 735, '行政规范'), ...write(205, 735, '2')],
    [...drawTable(columns, [700, 720]), ...columns.map((at) => ({ isHorizontal: false, from: 700, to: 740, at }))],
  )
  const below = toPage(
    [...write(105, 65, '性文件'), ...rowAt(85, '行政许可', '3')],
    [...drawTable(columns, [70, 90]), ...columns.map((at) => ({ isHorizontal: false, from: 50, to: 90, at }))],
  )
  expect(cellsOf([above, below])).toEqual([
    ['规章', '1', ''],
    ['行政规范性文件', '2', ''],
    ['行政许可', '3', ''],
  ])
})

test('cells and paragraphs know the page on which they begin', () => {
  const page = (text: string, count: string) =>
    toPage([...rowAt(115, text, count), ...write(100, 300, `第${text}`)], drawTable(columns, [100, 120]))
  const pages = readPages([page('规章', '1'), page('行政许可', '2')]).flatMap((block) =>
    block.kind === 'paragraph' ? [block.page] : block.rows.map((row) => row[0]?.page),
  )
  expect(pages).toEqual([1, 1, 2, 2])
})

test('numbers and lines in the margin of the pages are no text', () => {
  const page = (number: string, text: string) =>
    toPage([...write(200, 30, '某局年度报告'), ...write(100, 400, text), ...write(290, 780, `- ${number} -`)])
  expect(prose([page('1', '一、总体情况'), page('2', '二、主动公开')])).toEqual(['一、总体情况', '二、主动公开'])
})

test('full lines are one paragraph, and an indented or numbered one begins another', () => {
  const full = '本报告所列数据的统计期限自年初起至年末止如有疑问请与本局办公室联系电话邮箱见网站首页'
  const page = toPage([
    ...write(120, 200, full.slice(0, 38)),
    ...write(100, 220, '邮编从略。'),
    ...write(120, 240, full.slice(0, 38)),
    ...write(100, 260, '一、总体情况'),
  ])
  expect(prose([page])).toEqual([`${full.slice(0, 38)}邮编从略。`, full.slice(0, 38), '一、总体情况'])
})

test('columns without lines keep their places where a row leaves some blank', () => {
  const row = (y: number, label: string, counts: readonly string[]) => [
    ...write(100, y, label),
    ...counts.flatMap((count, i) => write(250 + 60 * i, y, count)),
  ]
  const page = toPage([
    ...row(100, '规章', ['1', '2', '3']),
    ...row(120, '行政许可', ['4', '5', '6']),
    ...row(140, '行政处罚', ['7', '', '9']),
    ...row(160, '行政强制', ['8', '8', '8']),
  ])
  expect(cellsOf([page])[2]).toEqual(['行政处罚', '7', '', '9'])
})

/** Two pages side by side on one sheet. */
const beside = (left: PdfPage, right: PdfPage): PdfPage => ({
  ...left,
  width: left.width + right.width,
  glyphs: [...left.glyphs, ...right.glyphs.map((one) => ({ ...one, x0: one.x0 + 600, x1: one.x1 + 600 }))],
  rules: [
    ...left.rules,
    ...right.rules.map((rule) =>
      rule.isHorizontal ? { ...rule, from: rule.from + 600, to: rule.to + 600 } : { ...rule, at: rule.at + 600 },
    ),
  ],
})

test('two pages on a sheet are read one after the other, and a table goes on from the one to the other', () => {
  const left = toPage([...write(100, 60, '一、总体情况'), ...rowAt(715, '规章', '1')], drawTable(columns, [700, 720]))
  const right = toPage([...rowAt(85, '行政许可', '3'), ...write(100, 500, '五、其他')], drawTable(columns, [70, 90]))
  const sheet = beside(left, right)
  expect(prose([sheet])).toEqual(['一、总体情况', '五、其他'])
  expect(cellsOf([sheet])).toEqual([
    ['规章', '1', ''],
    ['行政许可', '3', ''],
  ])
})

test('a wide table is no pair of pages', () => {
  const wide = { ...toPage(rowAt(115, '规章', '1'), drawTable([100, 200, 620, 900], [100, 400])), width: 1200 }
  const page = { ...wide, glyphs: [...wide.glyphs, ...write(700, 390, '行政许可')] }
  expect(cellsOf([page])[0]).toHaveLength(3)
})

test('the last characters of a title that stand below its middle belong to it', () => {
  const size = { size: 20 }
  const page = toPage([
    ...write(60, 100, '某市某区水务局关于二〇二三年政府信息公开工作年', size),
    ...write(260, 130, '度报告', size),
  ])
  expect(prose([page])).toEqual(['某市某区水务局关于二〇二三年政府信息公开工作年度报告'])
})

test('the gap that programs leave between digits and Han characters is no blank', () => {
  const page = toPage([...write(100, 100, '某局'), ...write(122.5, 100, '2023'), ...write(145, 100, '年报告')])
  expect(prose([page])).toEqual(['某局2023年报告'])
})

test('numbers near each other in columns without lines are two, and no place between them is blank', () => {
  const row = (y: number, ...counts: readonly string[]) => [
    ...write(100, y, '规章'),
    ...counts.flatMap((count, i) => write(250 + 60 * i, y, count)),
  ]
  const page = toPage([
    ...row(100, '1', '2', '3'),
    ...row(120, '4', '5', '6'),
    ...row(140, '1234567890', '8', '9'),
    ...row(160, '7', '8', '9'),
  ])
  expect(cellsOf([page])[2]).toEqual(['规章', '1234567890', '8', '9'])
})

test('a frame around rows of columns is no cell', () => {
  const row = (y: number) => [...write(100, y, '规章'), ...write(250, y, '1'), ...write(310, y, '2')]
  const page = toPage([100, 120, 140].flatMap(row), drawTable([80, 400], [80, 105, 160]))
  expect(cellsOf([page])).toEqual([1, 2, 3].map(() => ['规章', '1', '2']))
})
