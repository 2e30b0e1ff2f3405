/** Ends a line or paragraph inside a cell; other white space of a source says nothing. */
export const lineEnd = '\v'

/**
 * Text of a cell on one line. Digits on two lines of a cell stay two numbers: between them stand two spaces, which no
 * number has inside.
 */
export function toCellText(text: string): string {
  const bare = text.trim()
  if (!/\s/.test(bare)) return bare
  return bare.replace(/\s+/g, (gap, at: number) => {
    const isBetweenDigits = /\d/.test(bare.charAt(at - 1)) && /\d/.test(bare.charAt(at + gap.length))
    return gap.includes(lineEnd) && isBetweenDigits ? '  ' : ' '
  })
}

/** An indent is no cell: tabs and blanks around a line go, unless it has columns. */
export const trimIndents = (text: string): string =>
  text
    .split(/[\n\v]/)
    .map((line) => (/\S\s*\t/.test(line) ? line : line.trim()))
    .join('\n')
