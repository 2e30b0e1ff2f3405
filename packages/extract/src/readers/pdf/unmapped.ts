import { trace } from '../../text/trace.ts'
import type { FontGlyph } from './show-text.ts'
import type { PdfFont } from './state.ts'

interface Step {
  readonly name: string
  readonly args: readonly unknown[]
}

/** Kinds of slashes that print as one. */
const slashes = /[\u2215\u2044\u29f8]/g

/**
 * The text of glyphs. A font without a map gives the numbers of its glyphs for characters: most of these are none, but
 * some look like digits. What has no map becomes a sign that stands for nothing.
 *
 * @param steps of one page
 */
export function findUnmapped(
  steps: readonly Step[],
  fontOf: (id: string) => PdfFont | undefined,
): (glyph: FontGlyph, fontId: string) => string {
  const doubted = new Map<string, (glyph: FontGlyph) => boolean>()
  for (const [id, glyphs] of glyphsByFont(steps)) {
    if (fontOf(id)?.composite === true) doubted.set(id, doubtOf(glyphs))
  }
  return (glyph, fontId) => {
    const { unicode } = glyph
    if (doubted.get(fontId)?.(glyph) === true || isControl(unicode)) return glyph.isSpace ? ' ' : trace
    return unicode.replace(slashes, '/')
  }
}

const isControl = (text: string): boolean => /^[\p{Cc}\p{Cn}]+$/u.test(text) && text.trim() !== ''
const isCode = ({ unicode, originalCharCode }: FontGlyph): boolean =>
  originalCharCode !== undefined && unicode === String.fromCharCode(originalCharCode)

/** In a font with a map few glyphs have their own number for a character; in one without, all have, and some are none. */
function doubtOf(glyphs: readonly FontGlyph[]): (glyph: FontGlyph) => boolean {
  if (encodings.some((encoding) => isEncoded(glyphs, encoding))) return () => false
  const codes = glyphs.filter(isCode)
  if (codes.length * 2 < glyphs.length) return isCode
  return codes.some(({ unicode }) => isControl(unicode)) ? isCode : () => false
}

/** Encodings of fonts that programs take from the machine: their codes below 128 are characters. */
const encodings = ['gbk', 'big5'] as const

/** Whether the codes of the wide glyphs of a font are those of an encoding. */
function isEncoded(glyphs: readonly FontGlyph[], encoding: string): boolean {
  const decoder = new TextDecoder(encoding)
  const wide = glyphs.filter(({ originalCharCode = 0 }) => originalCharCode > 0xff && originalCharCode <= 0xffff)
  const isOwn = ({ unicode, originalCharCode = 0 }: FontGlyph) =>
    decoder.decode(Uint8Array.of(originalCharCode >> 8, originalCharCode & 0xff)) === unicode
  return wide.length > 0 && wide.filter(isOwn).length > 0.9 * wide.length
}

/** Different glyphs of each font. */
function glyphsByFont(steps: readonly Step[]): ReadonlyMap<string, readonly FontGlyph[]> {
  const fonts = new Map<string, Map<string, FontGlyph>>()
  let font = ''
  for (const { name, args } of steps) {
    if (name === 'setFont') font = String(args[0])
    if (name !== 'showText' || !Array.isArray(args[0])) continue
    const seen = fonts.get(font) ?? new Map<string, FontGlyph>()
    for (const one of args[0]) if (isGlyph(one)) seen.set(`${one.originalCharCode} ${one.unicode}`, one)
    fonts.set(font, seen)
  }
  return new Map([...fonts].map(([id, seen]) => [id, [...seen.values()]]))
}

const isGlyph = (one: unknown): one is FontGlyph => typeof one === 'object' && one !== null && 'unicode' in one

/** Signs that text in Chinese is made of. */
const usual = /[\p{Script=Han}\p{Nd}A-Za-z.\u00b7\u2010-\u203b\u2460-\u24ff\u3000-\u303f\uff00-\uffef]/u
/** Share of other signs from which on a text says nothing. */
const mostOthers = 0.4

/** Whether a text is what fonts without a map give: signs of no language. */
export function isUnmapped(text: string): boolean {
  const signs = [...text].filter((sign) => sign.trim() !== '')
  return signs.filter((sign) => !usual.test(sign)).length > mostOthers * signs.length
}
