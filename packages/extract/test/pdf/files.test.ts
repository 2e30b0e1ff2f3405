import { expect, test } from 'vitest'
import { limits, Unreadable } from '../../src/limits.ts'
import { readPdf } from '../../src/readers/pdf/read-pdf.ts'
import { findUnmapped, isUnmapped } from '../../src/readers/pdf/unmapped.ts'
import { toPdf } from './page-maker.ts'

const show = (text: string, mode = 0) => `BT /F 12 Tf ${mode} Tr 100 700 Td (${text}) Tj ET`

async function textOf(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readPdf(bytes)
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes)
    return 'read'
  } catch (error) {
    return error instanceof Unreadable ? `${error.reason}: ${error.message}` : String(error)
  }
}

const picture = (box: string) => `q ${box} cm /I Do Q`
const pictureObject = `8 0 obj <</Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Length 81>> stream
${'x'.repeat(81)}
endstream endobj`
const withPicture = { resources: '/XObject<</I 8 0 R>>', objects: pictureObject }

const field = '/Annots[6 0 R]'
const fieldObjects = `6 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(4711)/F 4/Rect[100 600 200 620]/AP<</N 7 0 R>>>> endobj
7 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 5 0 R>>>>/Length 38>> stream
BT /F 12 Tf 2 5 Td (4711) Tj ET       
endstream endobj`

const form = (more: string, catalog = '') => ({
  page: field,
  catalog: `/AcroForm<</Fields[6 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 12 Tf 0 g)${catalog}>>`,
  objects: `6 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(4711)/DA(/F 12 Tf 0 g)/Rect[100 600 200 620]${more}>> endobj`,
})
/** A table of two cells, the second one below a field of a form. */
const grid =
  '100 600 m 300 600 l 100 620 m 300 620 l 60 600 m 60 620 l 60 600 m 100 600 l 60 620 m 100 620 l 100 600 m 100 620 l 300 600 m 300 620 l S'
const secondCell = `${grid} BT /F 12 Tf 65 605 Td (Item) Tj ET`

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { blocks } = await readPdf(bytes)
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : []))
}

test.each([
  [
    'a cell under a field that every program shows',
    toPdf(secondCell, { ...form('/F 4', '/NeedAppearances true') }),
    '4711',
  ],
  ['a cell under a field that some programs show', toPdf(secondCell, form('/F 4')), '\ufffc'],
  ['a cell under a hidden field', toPdf(secondCell, form('/F 2')), ''],
  ['a cell with a picture', toPdf(`${secondCell} ${picture('30 0 0 12 120 604')}`, withPicture), '\ufffc'],
  [
    'a cell with a picture behind its number',
    toPdf(`${picture('240 0 0 100 60 560')} ${secondCell} BT /F 12 Tf 120 605 Td (12) Tj ET`, withPicture),
    '12',
  ],
  [
    'a cell with a picture in the place of a digit',
    toPdf(`${secondCell} BT /F 12 Tf 120 605 Td (12) Tj ET ${picture('7 0 0 12 135 604')}`, withPicture),
    '12\ufffc',
  ],
  [
    'a cell whose number is drawn',
    toPdf(`${secondCell} 120 604 m 128 604 130 612 124 612 c 118 612 118 604 120 604 c f`),
    '\ufffc',
  ],
])('of %s is read what is sure', async (_, bytes, text) => {
  expect(await cellsOf(bytes)).toEqual([['Item', text]])
})

test.each([
  ['text', toPdf(show('Report 2023')), 'Report 2023'],
  ['a text that is turned by the page', toPdf(show('Report 2023'), { page: '/Rotate 90' }), 'Report 2023'],
  ['the value that a form field shows', toPdf(show('Filed'), { page: field, objects: fieldObjects }), 'Filed\n4711'],
  [
    'text outside what is cut free for painting',
    toPdf(`q 0 0 50 50 re W n ${show('99')} Q ${show('Report')}`),
    'Report',
  ],
  ['text outside the page', toPdf(`${show('Report')} BT /F 12 Tf 900 700 Td (99) Tj ET`), 'Report'],
  [
    'text below a picture of a page',
    toPdf(
      `${show('Found by a program')} ${picture('600 0 0 800 0 0')} BT /F 12 Tf 100 100 Td (Seen) Tj ET`,
      withPicture,
    ),
    'Seen',
  ],
  ['kinds of slashes', toPdf(show('1/2')), '1/2'],
])('of %s is read what is shown', async (_, bytes, text) => {
  expect(await textOf(bytes)).toBe(text)
})

const locked = `/Encrypt <</Filter/Standard/V 1/R 2/P -4/O <${'41'.repeat(32)}>/U <${'42'.repeat(32)}>>> /ID[<41><41>]`

test.each([
  ['a page without text', toPdf('0 0 100 100 re f'), /^no_text: its 1 page holds no text.*ask its publisher/],
  [
    'a page that is a picture',
    toPdf(picture('600 0 0 800 0 0'), withPicture),
    /^no_text: its 1 page holds pictures.*ask its publisher/,
  ],
  [
    'a text that a program found in a picture',
    toPdf(`${show('Report 2023')} ${picture('600 0 0 800 0 0')}`, withPicture),
    /^no_text: its 1 page holds pictures/,
  ],
  ['a layer of text behind a picture', toPdf(show('Report 2023', 3)), /^no_text/],
  ['a PDF that asks for a password', toPdf(show('Report'), { trailer: locked }), /^encrypted/],
  ['a PDF cut short', toPdf(show('Report')).subarray(0, 40), /^damaged/],
  ['bytes that only begin as a PDF', new TextEncoder().encode(`%PDF-1.7${'x'.repeat(2000)}`), /^damaged/],
])('%s is refused with a reason', async (_, bytes, reason) => {
  expect(await reasonOf(bytes)).toMatch(reason)
})

test('pages that are pictures are named, those with a seal or a background are not', async () => {
  const pagesOf = async (steps: string) => (await readPdf(toPdf(steps, withPicture))).pictures
  const text = Array.from({ length: 10 }, (_, i) => `BT /F 12 Tf 100 ${700 - 20 * i} Td (Report 2023) Tj ET`).join(' ')
  expect(await pagesOf(`${show('Report')} ${picture('500 0 0 400 50 100')}`)).toEqual([1])
  expect(await pagesOf(`${picture('600 0 0 800 0 0')} ${text}`)).toEqual([])
  expect(await pagesOf(`${text} ${picture('100 0 0 100 400 100')}`)).toEqual([])
})

test('a page with more lines than any form is refused', async () => {
  const lines = '10 10 m 50 10 l '.repeat(limits.pdfRules + 1)
  expect(await reasonOf(toPdf(`${lines} S ${show('Report')}`))).toMatch(/^limit_exceeded.*lines/)
})

const glyph = (unicode: string, code: number) => ({ unicode, width: 500, isSpace: false, originalCharCode: code })
const readAll = (glyphs: readonly ReturnType<typeof glyph>[], composite = true) => {
  const steps = [
    { name: 'setFont', args: ['f', 10] },
    { name: 'showText', args: [glyphs] },
  ]
  const toText = findUnmapped(steps, () => ({ composite }))
  return glyphs.map((one) => toText(one, 'f')).join('')
}

test.each([
  ['a font with a map', [glyph('规', 900), glyph('章', 901), glyph('1', 20)], '规章1'],
  ['one glyph without a map', [glyph('规', 900), glyph('章', 901), glyph('1', 49)], '规章\ufffc'],
  ['a font whose codes are those of an encoding', [glyph('规', 0xb9e6), glyph('章', 0xd5c2), glyph('1', 49)], '规章1'],
  ['a font without a map', [glyph('\u0013', 19), glyph('1', 49)], '\ufffc\ufffc'],
  ['a font whose codes are characters', [glyph('规', 0x89c4), glyph('1', 49)], '规1'],
  ['slashes of division and fraction', [glyph('\u2215', 900), glyph('\u2044', 901), glyph('\u29f8', 902)], '///'],
])('of %s only what is mapped is text', (_, glyphs, text) => {
  expect(readAll(glyphs)).toBe(text)
})

test.each([
  ['本报告由某局编制，共12件。', false],
  ['Annual report 2023', false],
  ['!"#$%&\'()*+!"#$%&', true],
  ['\ufffc\ufffc\ufffc一', true],
])('isUnmapped(%j) is %j', (text, expected) => {
  expect(isUnmapped(text)).toBe(expected)
})
