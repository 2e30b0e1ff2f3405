/** What a statement begins with that reads and does nothing else. */
const readingWords = new Set([
  ...['select', 'with', 'from', 'values', 'table'],
  ...['describe', 'summarize', 'show', 'explain', 'pivot', 'unpivot'],
])

/** Blanks, brackets and comments in front of a word. */
const lead = /^(?:\s|\(|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*/

/**
 * Whether a statement reads: it begins with a word that does. What it reads is for the engine to refuse.
 *
 * @example `-- all⏎select 1` → true; `install httpfs` → false
 */
export function isReading(sql: string): boolean {
  const [word = ''] = /^\w+/.exec(sql.replace(lead, '')) ?? []
  return readingWords.has(word.toLowerCase())
}

/** Names of tables that a query mentions, in the order of the list. */
export const namesIn = (sql: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(sql))

/**
 * Names of tables that a query reads from, as far as its words tell: what it calls a column is none.
 *
 * @example `select count(*) as lines from reports` → `reports`
 */
export const sourcesIn = (sql: string, names: readonly string[]): readonly string[] =>
  names.filter((name) => new RegExp(`(?:\\b(?:from|join)\\s+|,\\s*)(?:main\\.)?"?${name}\\b`, 'i').test(sql))

/** A query without the blanks around it and the semicolons behind it. */
export const toStatement = (sql: string): string => sql.trim().replace(/[;\s]+$/, '')
