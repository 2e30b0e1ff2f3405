/** A value of a CSV file; null is an empty field. */
export type CsvValue = string | number | boolean | null | undefined

/** Words that a spreadsheet would run as a formula get an apostrophe, as in the CSV of the dataset. */
function toInert(text: string): string {
  const runs = /^[=+@\t\r＝＋－＠-]./.test(text) && !/^[+-]?\d[\d.,]*$/.test(text)
  return runs ? `'${text}` : text
}

function toField(value: CsvValue): string {
  const text = typeof value === 'string' ? toInert(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV with a head: UTF-8 without BOM, LF, RFC 4180. */
export function toCsv(head: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [head.join(',')]
  for (const row of rows) lines.push(row.map(toField).join(','))
  return `${lines.join('\n')}\n`
}
