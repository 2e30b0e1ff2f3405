/** What stands before the caret: the name that is being written, and the query up to it. */
const nameBefore = (text: string): string => /[a-z_]\w*$/i.exec(text)?.[0] ?? ''

/** Tables with their columns. */
export type Names = Readonly<Record<string, readonly string[]>>

/** The most names that are offered at once. */
const most = 8

/** What is written where a table stands. */
const tablePlace = /\b(?:from|join)\s+\w*$/i

/**
 * Names that go on with what is written before the caret: tables where a table stands, else columns of the tables that the
 * query mentions, then tables.
 *
 * @example `select ag` of a query over `reports` → `agency_id`, `agency_name`
 */
export function complete(before: string, mentioned: readonly string[], names: Names): readonly string[] {
  const begun = nameBefore(before).toLowerCase()
  if (begun === '') return []
  const tables = Object.keys(names)
  const columns = (mentioned.length > 0 ? mentioned : tables).flatMap((table) => names[table] ?? [])
  const all = tablePlace.test(before) ? tables : [...new Set([...columns, ...tables])]
  const found = all.filter((name) => name.startsWith(begun))
  return found.includes(begun) ? [] : found.slice(0, most)
}

/**
 * A text with a name put in place of what was begun before the caret, and where the caret stands then.
 *
 * @example `select ag| from reports` with `agency_id` → `select agency_id| from reports`
 */
export function insert(text: string, caret: number, name: string): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, caret)
  const begun = nameBefore(before)
  const kept = name.startsWith(begun.toLowerCase()) ? before.slice(0, before.length - begun.length) : `${before} `
  return { text: kept + name + text.slice(caret), caret: kept.length + name.length }
}
