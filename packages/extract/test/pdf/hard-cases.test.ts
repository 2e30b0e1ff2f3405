import { expect, test } from 'vitest'
import { limits, Unreadable } from '../../src/limits.ts'
import { readPdf } from '../../src/readers/pdf/read-pdf.ts'
import type { Block } from '../../src/types.ts'
import { catalog, deepTree, packed, page, pages, stream, text, toFile } from './file-maker.ts'
import { toPdf } from './page-maker.ts'

const mega = 1024 * 1024

const write = (x: number, y: number, said: string) => `BT /F 12 Tf ${x} ${y} Td (${said}) Tj ET`
const line = (...points: readonly [number, number, number, number]) =>
  `${points[0]} ${points[1]} m ${points[2]} ${points[3]} l`
/** A table of one row: its columns begin and end at these places. */
const frame = (...columns: readonly number[]) =>
  `${[600, 620].map((y) => line(60, y, columns.at(-1) ?? 0, y)).join(' ')} ${columns.map((x) => line(x, 600, x, 620)).join(' ')} S`
const item = `${frame(60, 100, 300)} ${write(65, 605, 'Item')}`
const row = `${item} ${write(120, 605, '12')}`

const image = '/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8'
const picture = (box: string) => `q ${box} cm /X Do Q`
const withPicture = {
  resources: '/XObject<</X 8 0 R>>',
  objects: `8 0 obj <<${image}/Width 1/Height 1/Length 1>> stream\nx\nendstream endobj`,
}
const locked = `/Encrypt <</Filter/Standard/V 1/R 2/P -4/O <${'41'.repeat(32)}>/U <${'42'.repeat(32)}>>> /ID[<41><41>]`
const withField = {
  page: '/Annots[6 0 R]',
  catalog: '/AcroForm<</Fields[6 0 R]/DR<</Font<</F 5 0 R>>>>/DA(/F 12 Tf 0 g)/NeedAppearances true>>',
  objects:
    '6 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(4711)/DA(/F 12 Tf 0 g)/Rect[110 601 200 619]/F 4>> endobj',
}

const textPage = page()
const picturePage = page('/XObject<</X 7 0 R>>').replace('3 0 obj', '9 0 obj').replace('4 0 R', '10 0 R')
const twoPages = pages.replace('[3 0 R]/Count 1', '[3 0 R 9 0 R]/Count 2')

/** Cells between bars, `▣` for what cannot be read, `~` behind what is not the whole; then the pages that are pictures. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { blocks, pictures = [] } = await readPdf(bytes)
    return [...blocks.map(toShown), ...pictures.map((number) => `page ${number} is a picture`)].join('; ')
  } catch (error) {
    return error instanceof Unreadable ? `${error.reason}: ${error.message}` : String(error)
  }
}

const toShown = (block: Block): string =>
  block.kind === 'paragraph'
    ? block.text
    : block.rows
        .map((cells) =>
          cells.map((cell) => cell.text.replaceAll('\ufffc', '▣') + (cell.isPartial ? '~' : '')).join(' | '),
        )
        .join(' / ')

/** Each hard case of a PDF by its name, and what comes out of it. */
test.each<readonly [string, () => Uint8Array, RegExp]>([
  [
    'overflow',
    () => toPdf(`${frame(60, 100, 130, 300)} ${write(65, 605, 'Item')} ${write(105, 605, '123456789')}`),
    /^Item \| ▣ \| 123456789▣$/,
  ],
  ['watermark', () => toPdf(`${row} BT /F 40 Tf 0.7 0.7 -0.7 0.7 110 590 Tm (2023) Tj ET`), /^Item \| 12$/],
  ['rotated', () => toPdf(row, { page: '/Rotate 90' }), /^Item \| 12$/],
  [
    'no rules',
    () =>
      toPdf(`${write(65, 605, 'Item')} ${write(200, 605, '12')} ${write(65, 585, 'Other')} ${write(200, 585, '3')}`),
    /^Item \| 12 \/ Other \| 3$/,
  ],
  ['white text', () => toPdf(`${row} 1 g ${write(140, 605, '5')}`), /^Item \| 12~$/],
  [
    'OCR layer',
    () => toPdf(`BT 3 Tr ET ${row} ${picture('600 0 0 800 0 0')}`, withPicture),
    /^no_text: its 1 page holds pictures and no text/,
  ],
  ['form values', () => toPdf(item, withField), /^Item \| 4711$/],
  [
    'mixed scan',
    () =>
      toFile(
        catalog,
        twoPages,
        textPage,
        stream(4, text),
        picturePage,
        stream(10, picture('600 0 0 800 0 0')),
        stream(7, 'x', `${image}/Width 1/Height 1`),
      ),
    /^Report; page 2 is a picture$/,
  ],
  ['encrypted', () => toPdf(row, { trailer: locked }), /^encrypted: it opens with a password only/],
  ['truncated', () => toPdf(row).subarray(0, 300), /^damaged: the PDF cannot be opened/],
  [
    'bomb of an object stream',
    () =>
      toFile(
        catalog,
        pages,
        page(),
        stream(4, text),
        packed(7, new Uint8Array(400 * mega).fill(32), '/Type/ObjStm/N 100000/First 10'),
      ),
    /^limit_exceeded: its streams unpack to more than \d+ bytes$/,
  ],
  [
    '100,000 declared pages',
    () => toFile(catalog, pages.replace('Count 1', 'Count 100000'), page(), stream(4, text)),
    /^Report$/,
  ],
  ['deep tree of pages', () => toFile(...deepTree(20_000)), /^Report$/],
  [
    'huge image',
    () =>
      toFile(
        catalog,
        pages,
        page('/XObject<</X 6 0 R>>'),
        stream(4, `${picture('600 0 0 800 0 0')} ${text}`),
        packed(6, new Uint8Array(200 * mega), `${image}/Width 100000/Height 100000`),
      ),
    /^Report; page 1 is a picture$/,
  ],
])('the hard case "%s" comes out as it should', async (_, make, expected) => {
  const bytes = make()
  const startedAt = performance.now()
  expect(await outcomeOf(bytes)).toMatch(expected)
  expect(performance.now() - startedAt).toBeLessThan(limits.milliseconds / 2)
})
