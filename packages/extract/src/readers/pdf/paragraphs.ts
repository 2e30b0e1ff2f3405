import { joinLines, type TextLine, textOfLine } from './text-lines.ts'

/** A free line, the page it stands on, and how far the text of that page reaches. */
export interface PlacedLine {
  readonly line: TextLine
  readonly page: number
  readonly left: number
  readonly right: number
}

/** A paragraph, or a line of columns with tabs between them. */
export interface Paragraph {
  readonly text: string
  readonly page: number
}

/** How far the running text of a page reaches to the left and to the right. */
export function findReach(
  lines: readonly TextLine[],
  width: number,
): { readonly left: number; readonly right: number } {
  const long = lines.filter((line) => line.x1 - line.x0 > width / 2)
  return {
    left: Math.min(0.3 * width, ...long.map(({ x0 }) => x0)),
    right: Math.max(0.7 * width, ...long.map(({ x1 }) => x1)),
  }
}

/** Joins lines to paragraphs: a line goes on with the one above where that is full, and it is not indented itself. */
export function toParagraphs(lines: readonly PlacedLine[]): readonly Paragraph[] {
  const groups: PlacedLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    if (last && goesOn(last, line)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({
    text:
      group.length === 1
        ? textWithTabs(group[0])
        : joinLines(
            group.map(({ line }) => textOfLine(line)),
            ' ',
          ),
    page: group[0]?.page ?? 1,
  }))
}

const textWithTabs = (placed: PlacedLine | undefined): string =>
  placed?.line.pieces.map(({ text }) => text).join('\t') ?? ''

/** How far a full line may end before the others do, and how far one may be indented: parts of the size. */
const shortest = 2.4
const deepest = 1.5

/** A numeral at the head of a line begins a paragraph, whatever the line above. */
const numeral = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．])/

function goesOn(last: PlacedLine, next: PlacedLine): boolean {
  const size = last.line.size
  return (
    !numeral.test(textOfLine(next.line)) &&
    last.line.pieces.length === 1 &&
    next.line.pieces.length === 1 &&
    Math.abs(size - next.line.size) < 1.5 &&
    last.line.x1 > last.right - shortest * size &&
    last.line.x0 < last.left + 3 * size &&
    (next.line.x0 < next.left + deepest * size || isCentred(last, next))
  )
}

/** The last characters of a title stand below its middle. */
const isCentred = ({ line, page }: PlacedLine, next: PlacedLine): boolean =>
  page === next.page &&
  next.line.y - line.y < 2.5 * line.size &&
  Math.abs(line.x0 + line.x1 - next.line.x0 - next.line.x1) < line.size
