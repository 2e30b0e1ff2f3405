/** What the address of the comparison says. */
export interface CompareState {
  /** Ids of reports or agencies, at most four, each once. */
  readonly ids: readonly string[]
  /** Column of 表三. */
  readonly column: string
  /** Lines in which all print 0, too. */
  readonly isWhole: boolean
}

export const mostSides = 4
const total = 'total'

/** Reads an address; what makes no sense asks for nothing. */
export function readCompareState(values: URLSearchParams): CompareState {
  const ids = [...new Set(values.getAll('r').map((id) => id.trim()))].filter((id) => id !== '')
  return {
    ids: ids.slice(0, mostSides),
    column: values.get('column') || total,
    isWhole: values.get('all') === '1',
  }
}

/** The query string of a state, without what is usual; the same state has the same address. */
export function toCompareQuery({ ids, column, isWhole }: CompareState): string {
  const values = new URLSearchParams(ids.map((id) => ['r', id]))
  if (column !== total) values.set('column', column)
  if (isWhole) values.set('all', '1')
  return values.size > 0 ? `?${values}` : ''
}
