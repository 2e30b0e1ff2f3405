const QUOTE = '"'

/** Splits CSV text (RFC 4180: quotes doubled, line breaks allowed inside quotes) into rows of fields. */
function parseRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  const endField = (): void => {
    rows.at(-1)?.push(field)
    field = ''
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? ''
    if (quoted && char === QUOTE && text[i + 1] === QUOTE) {
      field += QUOTE
      i += 1
    } else if (char === QUOTE) quoted = !quoted
    else if (quoted) field += char
    else if (char === ',') endField()
    else if (char === '\n') {
      endField()
      rows.push([])
    } else if (char !== '\r') field += char
  }
  endField()
  return rows.filter((row) => row.some((value) => value !== ''))
}

/**
 * Reads CSV text whose first row names the columns.
 *
 * @param text RFC 4180, LF or CRLF; a byte order mark is ignored, empty lines are skipped
 * @returns one record per row; a field the row lacks is the empty string
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = parseRows(text.replace(/^\uFEFF/, ''))
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}
