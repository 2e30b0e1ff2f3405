import { expect, test } from 'vitest'
import { lineEnd, settleText } from '../../src/readers/cell-text.ts'
import { Bytes } from '../../src/readers/doc/bytes.ts'
import { dropInstructions } from '../../src/readers/doc/fields.ts'
import { type CharacterLook, isShaded, isShadedShort, plain, readCharacterLook } from '../../src/readers/doc/looks.ts'
import { outside, readParagraphLook } from '../../src/readers/doc/paragraph-looks.ts'
import { joinRuns, textOfCell, textOfRuns, toPrinted } from '../../src/readers/doc/printed.ts'
import type { Stretch } from '../../src/readers/doc/stretches.ts'

const list = (...bytes: number[]) => new Bytes(Uint8Array.from(bytes))

test.each<readonly [string, Bytes, Partial<CharacterLook>]>([
  ['hidden', list(0x3c, 0x08, 1), { isHidden: true }],
  ['hidden, and shown again', list(0x3c, 0x08, 1, 0x3c, 0x08, 0), {}],
  ['the opposite of its style', list(0x3c, 0x08, 0x81), { isHidden: true }],
  ['deleted', list(0x00, 0x08, 1), { isDeleted: true }],
  ['struck out', list(0x37, 0x08, 1), { isStruck: true }],
  ['raised', list(0x48, 0x2a, 1), { isRaised: true }],
  ['raised by points', list(0x45, 0x48, 12, 0), { isRaised: true }],
  ['lowered by points', list(0x45, 0x48, 0xf4, 0xff), {}],
  ['no larger than a dot', list(0x43, 0x4a, 2, 0), { isHidden: true }],
  ['white by its number', list(0x42, 0x2a, 8), { isWhite: true }],
  ['white by its colour', list(0x70, 0x68, 0xff, 0xff, 0xff, 0), { isWhite: true }],
  ['of the usual colour', list(0x70, 0x68, 0xff, 0xff, 0xff, 0xff), {}],
  ['marked by a pen', list(0x0c, 0x2a, 7), { isShaded: true }],
  ['a symbol', list(0x09, 0x6a, 3, 0, 0x35, 0xf0), { symbol: 0xf035 }],
  ['bold', list(0x35, 0x08, 1), {}],
  ['said with a list that is cut short', list(0x71, 0xca, 2, 0, 0), {}],
])('text that is %s is known by its properties', (_, bytes, look) => {
  expect(readCharacterLook(bytes)).toEqual({ ...plain, ...look })
})

test('a style hides text, and a property says that this text is not as its style', () => {
  const hidden = { ...plain, isHidden: true }
  const named = list(0x30, 0x4a, 7, 0)
  expect(readCharacterLook(named, plain, { styleLook: (style) => (style === 7 ? hidden : plain) }).isHidden).toBe(true)
  expect(readCharacterLook(list(0x3c, 0x08, 0x81), hidden, { style: hidden }).isHidden).toBe(false)
  expect(readCharacterLook(list(0x3c, 0x08, 0x80), plain, { style: hidden }).isHidden).toBe(true)
})

test.each([
  ['no colour', [0, 0, 0, 0xff, 0, 0, 0, 0xff, 0, 0], false],
  ['white', [0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0], false],
  ['blue', [0, 0, 0, 0xff, 0x12, 0x34, 0x56, 0, 0, 0], true],
  ['a pattern', [0, 0, 0, 0xff, 0, 0, 0, 0xff, 5, 0], true],
])('a shading of %s is %j: %j', (_, bytes, expected) => {
  expect(isShaded(list(...bytes), 0)).toBe(expected)
})

test.each([
  [0xffff, false],
  [0, false],
  [2 << 5, true],
  [8 << 5, false],
  [1 << 10, true],
])('a short shading %i is %j', (value, expected) => {
  expect(isShadedShort(list(value & 0xff, value >> 8), 0)).toBe(expected)
})

test.each([
  ['in a list', list(0x0b, 0x46, 3, 0, 0x0a, 0x26, 1), { list: 3, level: 1 }],
  ['that left its list', list(0x0b, 0x46, 1, 0xf8), {}],
  ['of a style', list(0x00, 0x46, 9, 0), { style: 9 }],
  ['in a table', list(0x16, 0x24, 1), { depth: 1 }],
  ['at the end of a row with a dark cell', list(0x12, 0xd6, 10, 0, 0, 0, 0xff, 1, 2, 3, 0, 0, 0), { isShaded: true }],
])('a paragraph %s is known by its properties', (_, bytes, look) => {
  expect(readParagraphLook(bytes, undefined)).toEqual({ ...outside, ...look })
})

const write = (text: string, look: Partial<CharacterLook> = {}): readonly Stretch[] =>
  [...text].map((one, place) => ({ text: one, place, look: { ...plain, ...look }, paragraph: outside }))
const runsOf = (stretches: readonly Stretch[], marks = new Set<number>()) =>
  joinRuns(stretches.flatMap((one) => toPrinted(one, marks) ?? []))
const trace = '\ufffc'

test.each<readonly [string, readonly Stretch[], string]>([
  ['a number', write('12'), '12'],
  ['a number behind a hidden one', [...write('8', { isHidden: true }), ...write('12')], '12'],
  ['only a hidden number', write('8', { isHidden: true }), trace],
  ['only a hidden word', write('甲', { isHidden: true }), ''],
  ['only a deleted number', write('8', { isDeleted: true }), trace],
  ['a number with a raised mark', [...write('12'), ...write('1', { isRaised: true })], '12'],
  ['a power', [...write('10'), ...write('345', { isRaised: true })], `10${trace}345`],
  ['white digits', write('5', { isWhite: true }), trace],
  ['white digits behind a number', [...write('12'), ...write('5', { isWhite: true })], '12'],
  ['a picture', write('\u0001', { isSpecial: true }), trace],
  ['a picture beside a number', [...write('1'), ...write('\u0001', { isSpecial: true })], `1${trace}`],
  ['a drawing over the cell', write('\u0008', { isSpecial: true }), trace],
  ['a drawing beside a number', [...write('12'), ...write('\u0008', { isSpecial: true })], '12'],
  ['a digit of a symbol font', write('(', { isSpecial: true, symbol: 0xf035 }), '5'],
  ['a symbol that is no letter', write('(', { isSpecial: true, symbol: 0xf0fc }), trace],
  ['the reference of a note', [...write('12'), ...write('\u0002', { isSpecial: true })], '12'],
  ['a line break', write('1\v2'), '1  2'],
])('of %s in a cell is read what is shown', (_, stretches, text) => {
  expect(settleText(textOfCell(runsOf(stretches), false).replaceAll('\n', lineEnd)).text).toBe(text)
})

test('white letters on a colour are read', () => {
  expect(textOfCell(runsOf(write('5', { isWhite: true })), true)).toBe('5')
})

test('the mark that somebody typed for a note is no digit of a number', () => {
  expect(textOfCell(runsOf(write('123'), new Set([2])), false)).toBe('12')
  expect(textOfRuns(runsOf(write('123'), new Set([2])))).toBe('12')
})

const shownOf = (text: string) =>
  dropInstructions(write(text), (one) => ({ ...one, text: '?' }))
    .map((one) => one.text)
    .filter((one) => one >= ' ')
    .join('')

test.each([
  ['a\u0013PAGE \u001412\u0015b', 'a12b'],
  ['a\u0013PAGE\u0015b', 'ab'],
  ['a\u0013 IF \u0013 REF x \u00143\u0015 = 3 \u001445\u0015b', 'a45b'],
  ['a\u0013 EQ \\o\\ac(○,1) \u0015b', 'a?b'],
  ['a\u0013 FORMDROPDOWN \u0015b', 'a?b'],
  ['a\u0013 REF \u0013 EQ x \u0015 \u0015b', 'ab'],
  ['a\u0013 never ends', 'a never ends'],
])('of the field in %j is shown %j', (text, shown) => {
  expect(shownOf(text)).toBe(shown)
})
