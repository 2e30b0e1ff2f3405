import { type TextLine, textOfLine } from './text-lines.ts'

/** The free lines of a page, and how high it is. */
export interface PageLines {
  readonly height: number
  readonly lines: readonly TextLine[]
}

/** Share of a page above and below which lines stand outside the text. */
const margin = 0.09

/** The number of a page without its blanks. */
const pageNumber = /^[-—–－―─·]*第?\d{1,3}页?(?:[/／，,]?共?\d{1,3}页?)?[-—–－―─·]*$/

/** Page numbers, and lines that stand in the margin of most pages. */
export function findFurniture(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const text of new Set(marginOf(page).map(fold))) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const isRepeated = (line: TextLine) => (counts.get(fold(line)) ?? 0) >= Math.max(2, pages.length / 2)
  return new Set(
    pages.flatMap((page) =>
      marginOf(page).filter((line) => pageNumber.test(textOfLine(line).replace(/\s+/g, '')) || isRepeated(line)),
    ),
  )
}

const marginOf = ({ height, lines }: PageLines): readonly TextLine[] =>
  lines.filter(({ y }) => y < margin * height || y > (1 - margin) * height)

/** A line without its numbers, which differ from page to page. */
const fold = (line: TextLine): string =>
  textOfLine(line)
    .replace(/\s+/g, '')
    .replace(/\d+|(?<![一二三四五六七八九十])[一二三四五六七八九十]+(?=页)/g, '#')
