import { trace } from '../../text/trace.ts'
import type { Box, Glyph } from './page.ts'
import { boxOf } from './page.ts'

/** Glyphs painted one after the other with nothing between; the digits of a number are a word of their own. */
export interface Word extends Box {
  readonly glyphs: readonly Glyph[]
  readonly isNumber: boolean
}

/** Widest gap, and deepest overlap, inside a word: parts of the size. Numbers in narrow cells stand hardly farther apart. */
const widest = 0.1
const deepest = 0.3

/** Words in the order of painting: where numbers overlap, only this order tells which digits belong together. */
export function toWords(glyphs: readonly Glyph[]): readonly Word[] {
  const words: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = words.at(-1)?.at(-1)
    if (last && goesOn(last, glyph)) words.at(-1)?.push(glyph)
    else words.push([glyph])
  }
  return words.map(toWord)
}

const isFigure = (text: string): boolean => /^[\d.,，%]+$/.test(text) || text === trace

function goesOn(last: Glyph, next: Glyph): boolean {
  if (last.turn !== 0 || next.turn !== 0 || last.isVertical || next.isVertical) return false
  const gap = next.x0 - last.x1
  const size = Math.max(last.size, next.size)
  return (
    isFigure(last.text) === isFigure(next.text) &&
    last.isUnpainted === next.isUnpainted &&
    Math.abs(last.y1 - next.y1) < 0.3 * size &&
    gap < widest * size &&
    gap > -deepest * size
  )
}

function toWord(glyphs: readonly Glyph[]): Word {
  const box = boxOf(glyphs.flatMap(({ x0, x1, y0, y1 }) => [[x0, y0] as const, [x1, y1] as const]))
  return { ...box, glyphs, isNumber: glyphs.every(({ text }) => isFigure(text)) }
}
