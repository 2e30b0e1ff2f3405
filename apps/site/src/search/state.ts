import { type Chosen, facetNames } from './facets.ts'
import { isOrder, type Order } from './order.ts'

/** What the address of the search page says. */
export interface State {
  readonly query: string
  readonly chosen: Chosen
  readonly order: Order
  /** Hits to show, a multiple of ten. */
  readonly limit: number
  readonly isThorough: boolean
}

/** Hits on a page, and by how many it grows. */
export const pageSize = 10

const chooseFrom = (values: URLSearchParams): Chosen =>
  Object.fromEntries(
    facetNames.map((name) => [name, [...new Set(values.getAll(name).filter((value) => value !== ''))]]),
  ) as unknown as Chosen

/** Reads an address or a form; what makes no sense asks for nothing. */
export function readState(values: URLSearchParams): State {
  const order = values.get('sort') ?? ''
  const limit = Number(values.get('n'))
  return {
    query: values.get('q')?.trim() ?? '',
    chosen: chooseFrom(values),
    order: isOrder(order) ? order : 'best',
    limit: Number.isInteger(limit) && limit > pageSize ? Math.ceil(limit / pageSize) * pageSize : pageSize,
    isThorough: values.get('all') === '1',
  }
}

/** The query string of a state, without what is usual; the same state has the same address. */
export function toQueryString(state: State): string {
  const values = new URLSearchParams()
  if (state.query !== '') values.set('q', state.query)
  for (const name of facetNames) for (const value of state.chosen[name]) values.append(name, value)
  if (state.order !== 'best') values.set('sort', state.order)
  if (state.limit !== pageSize) values.set('n', String(state.limit))
  if (state.isThorough) values.set('all', '1')
  return values.size > 0 ? `?${values}` : ''
}
