/** A line of the cleaned document. */
export interface BodyLine {
  readonly line: number
  readonly text: string
}

/** The body as a file: one line each, its number before a tab. */
export const encodeBody = (lines: readonly BodyLine[]): string =>
  lines.map(({ line, text }) => `${line}\t${text}\n`).join('')

/** Reads what `encodeBody` wrote. */
export function decodeBody(file: string): readonly BodyLine[] {
  const rows = file.split('\n').filter((row) => row !== '')
  return rows.map((row) => {
    const tab = row.indexOf('\t')
    return { line: Number(row.slice(0, tab)), text: row.slice(tab + 1) }
  })
}
