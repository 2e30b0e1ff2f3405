import type { Fill, Glyph, PdfPage, Picture, Rule } from '../../src/readers/pdf/page.ts'

const size = 10

/** The glyphs of a text that begins at a place: digits are half as wide as high, Han characters as wide. */
export function write(x: number, y: number, text: string, look: Partial<Glyph> = {}): readonly Glyph[] {
  const high = look.size ?? size
  let at = x
  return [...text].map((one) => {
    const width = one < '\u0100' ? high / 2 : high
    const glyph: Glyph = {
      text: one,
      x0: at,
      x1: at + width,
      y0: y - 0.8 * high,
      y1: y,
      size: high,
      turn: 0,
      isVertical: false,
      at: 1,
      isUnpainted: false,
      lightness: 0,
      ...look,
    }
    at += width
    return glyph
  })
}

/** The lines of a table by the edges of its columns and rows. */
export const drawTable = (columns: readonly number[], rows: readonly number[]): readonly Rule[] => [
  ...rows.map((at) => ({ isHorizontal: true, from: columns[0] ?? 0, to: columns.at(-1) ?? 0, at })),
  ...columns.map((at) => ({ isHorizontal: false, from: rows[0] ?? 0, to: rows.at(-1) ?? 0, at })),
]

export const toPage = (
  glyphs: readonly Glyph[],
  rules: readonly Rule[] = [],
  fills: readonly Fill[] = [],
  pictures: readonly Picture[] = [],
): PdfPage => ({
  width: 600,
  height: 800,
  glyphs: glyphs.filter(({ text }) => text.trim() !== ''),
  rules,
  fills,
  pictures,
})

/** A page of a PDF as bytes: its painting steps with one font, and what else its page and its file say. */
export function toPdf(
  steps: string,
  { page = '', trailer = '', objects = '', catalog = '', resources = '' } = {},
): Uint8Array {
  const text = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R${catalog}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>${page}>> endobj
4 0 obj <</Length ${steps.length}>> stream
${steps}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
${objects}
trailer <</Root 1 0 R ${trailer}>>
%%EOF`
  return new TextEncoder().encode(text)
}
