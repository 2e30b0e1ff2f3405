/** The most rows of a result that are shown and downloaded. */
export const mostRows = 1000

/** The most rows of a table that the engine in JavaScript reads. */
export const mostTableRows = 300_000

/** Tables that the engine in JavaScript answers about: those with few columns or few rows. */
export const narrowTables: readonly string[] = [
  ...['reports', 'requests', 'disclosure', 'proceedings', 'outcomes', 'indicators', 'agencies', 'regions'],
  ...['documents', 'expected', 'changes', 'similarities'],
]

/** Whether the engine in JavaScript answers about a table of so many rows. */
export const isNarrow = (name: string, rowCount: number): boolean =>
  narrowTables.includes(name) && rowCount <= mostTableRows

/** The program of DuckDB: bytes as hosts that compress send it, and bytes as it is. */
export const program = { packed: 4_177_093, plain: 18_105_915 } as const
