/** A line of the cleaned document. */
export interface BodyLine {
  readonly line: number
  readonly text: string
}

/** The body as a file: one line each, its number before a tab. */
export const encodeBody = (lines: readonly BodyLine[]): string =>
  lines.map(({ line, text }) => `${line}\t${text}\n`).join('')

/** Reads what `encodeBody` wrote. @throws {RangeError} if a line has no number before a tab */
export function decodeBody(file: string): readonly BodyLine[] {
  const rows = file.split('\n').filter((row) => row !== '')
  return rows.map((row) => {
    const [, line, text = ''] = /^(\d+)\t(.*)$/s.exec(row) ?? []
    if (line === undefined) throw new RangeError('Cannot read a text: each line must begin with its number')
    return { line: Number(line), text }
  })
}
