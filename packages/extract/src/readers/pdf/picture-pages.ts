import { Unreadable } from '../../limits.ts'
import { trace } from '../../text/trace.ts'
import { areaOf, isInside, middleOf, type PdfPage } from './page.ts'
import { isUnmapped } from './unmapped.ts'

const advice = 'ask its publisher for the file it was printed from'

/**
 * Holds pages to have text: pages of pictures have none, and fonts without a map none that says anything.
 *
 * @param pages what is shown on them
 * @throws {Unreadable} `no_text`
 */
export function checkText(pages: readonly PdfPage[]): void {
  const text = pages.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('')
  const count = `its ${pages.length} ${pages.length === 1 ? 'page holds' : 'pages hold'}`
  if (text === '') {
    const isBlank = pages.every(({ pictures }) => pictures.length === 0)
    throw new Unreadable('no_text', `${count} ${isBlank ? 'no text' : 'pictures and no text'}; ${advice}`)
  }
  if (isUnmapped(text)) throw new Unreadable('no_text', `${count} text in fonts without a character map; ${advice}`)
}

/** Part of a page that a picture takes which may be a table. */
const large = 0.1
/** Glyphs on a picture that only lies behind the text. */
const many = 20

/** Numbers of the pages on which a picture stands that may hold text, from 1. */
export const findPicturePages = (pages: readonly PdfPage[]): readonly number[] =>
  pages.flatMap((page, i) => (hasLargePicture(page) ? [i + 1] : []))

function hasLargePicture({ width, height, pictures, glyphs }: PdfPage): boolean {
  const isTextOn = (picture: PdfPage['pictures'][number]) =>
    glyphs.filter((glyph) => glyph.text !== trace && isInside(...middleOf(glyph), picture)).length >= many
  return pictures.some((picture) => areaOf(picture) > large * width * height && !isTextOn(picture))
}
