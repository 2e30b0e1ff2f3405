import type { TextLine } from './aligned.ts'

const quote = /^\s*>+\s?(?=\|)/
const bullet = /^\s*[•●▪◦·*-]\s+/
/** The mark of a heading in Markdown. */
const headingMark = /^ {0,3}#{1,6}\s+(?=\S)/
/** Share of the lines that carry a bullet before it is taken for a mark and not for a dash. */
const mostly = 0.7
/** Bars of other kinds, in as many lines, are the bars of a table. */
const fewestBars = 5

/** Lines without what converters put before them: marks of headings, quote marks, bullets before every cell, frames drawn with lines. */
export function withoutMarks(lines: readonly TextLine[]): readonly TextLine[] {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  const isListed = filled.filter(({ text }) => bullet.test(text)).length >= Math.max(fewestBars, filled.length * mostly)
  const isFramed = filled.filter(({ text }) => /[│┃｜].*[│┃｜]|\S\s*[│┃｜]\s*$/.test(text)).length >= fewestBars
  return lines.map((line) => {
    const plain = cut(cut(line, headingMark), isListed ? bullet : quote)
    return isFramed ? { ...plain, text: toBars(plain.text) } : plain
  })
}

function cut(line: TextLine, mark: RegExp): TextLine {
  const length = mark.exec(line.text)?.[0].length ?? 0
  return length === 0 ? line : { text: line.text.slice(length), offset: line.offset + length }
}

/** A line of the frame alone is empty. */
const toBars = (text: string): string =>
  /^[\s\u2500-\u257f]+$/.test(text) && !/[│┃]\s/.test(text) ? '' : text.replace(/[│┃｜]/g, '|')
