import { named } from '../database.ts'

/**
 * Lists are joined with `;`, and a whole number carries no `.0`. Words that a spreadsheet would run as a formula
 * get an apostrophe in front, which it takes for the sign of text; Parquet holds them as they are.
 */
export function csvField(column: { readonly name: string; readonly type: string }): string {
  const name = named(column.name)
  if (column.type === 'VARCHAR[]') return toInert(`array_to_string(${name}, ';')`)
  if (column.type === 'VARCHAR') return toInert(name)
  if (column.type === 'DOUBLE') return `regexp_replace(cast(${name} as varchar), '\\.0$', '')`
  return name
}

/**
 * A number with its sign is no formula, and neither is a lone dash. Blanks, marks that nobody sees and line ends of any
 * kind may stand in front of the sign. A tab or line end within a field opens a cell of its own in a program that passes
 * over the quotes, so that what stands behind each is looked at, too. Nearly all texts begin with a letter or digit and
 * have one line, which one look tells: they are written as they are.
 */
export const toInert = (field: string): string => {
  const lead = '[\\p{Z}\\p{Cc}\\p{Cf}]*'
  const sign = '[=+@＝＋－＠-]'
  const lineEnd = '[\\t\\r\\n\\x{85}\\x{2028}\\x{2029}]'
  const isNumber = `regexp_full_match(${field}, '[+-]?[0-9][0-9.,]*')`
  const runs = `regexp_matches(${field}, '^${lead}${sign}.|^[\\t\\r\\n]', 's')`
  const first = `case when ${runs} and not ${isNumber} then concat(chr(39), ${field}) else ${field} end`
  const all = `regexp_replace(${first}, '(${lineEnd}${lead})(${sign}[^\\s])', '\\1''\\2', 'gs')`
  const mayRun = `regexp_matches(${field}, '^[\\p{Z}\\p{Cc}\\p{Cf}=+@＝＋－＠-]|${lineEnd}')`
  return `case when ${mayRun} then ${all} else ${field} end`
}
