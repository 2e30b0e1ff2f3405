/** A value of a CSV file; null is an empty field. */
export type CsvValue = string | number | boolean | null | undefined

/** Blanks, line ends and signs that nobody sees, which may stand in front of a formula. */
const lead = /[\p{Z}\p{Cc}\p{Cf}]+/gu
const lineEnd = /[\t\r\n\x85\u2028\u2029]/
const sign = /[=+@＝＋－＠-]/

/**
 * Words that a spreadsheet would run as a formula get an apostrophe, as in the CSV of the dataset: at the head of a field,
 * and behind each tab and line end in it, where a program that passes over the quotes begins a cell.
 *
 * @example `=1+1` → `'=1+1`; `a⏎=1+1` → `a⏎'=1+1`; `-12` stays
 */
function toInert(text: string): string {
  if (/^[+-]?\d[\d.,]*$/.test(text)) return text
  const behind = text.replace(lead, (run, at: number) => {
    const next = text.charAt(at + run.length)
    return lineEnd.test(run) && sign.test(next) && /\S/.test(text.charAt(at + run.length + 1)) ? `${run}'` : run
  })
  const [run = ''] = text.match(/^[\p{Z}\p{Cc}\p{Cf}]*/u) ?? []
  const runs = (sign.test(text.charAt(run.length)) && text.length > run.length + 1) || /^[\t\r\n]/.test(text)
  return runs ? `'${behind}` : behind
}

function toField(value: CsvValue): string {
  const text = typeof value === 'string' ? toInert(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * CSV with a head, as Excel and WPS open it on a Chinese Windows: UTF-8 with its mark (BOM), CRLF, RFC 4180.
 *
 * The CSV of the dataset has neither: programs read that one.
 */
export function toCsv(head: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [head.map(toField).join(',')]
  for (const row of rows) lines.push(row.map(toField).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
