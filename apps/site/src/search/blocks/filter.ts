import type { TopFile } from '@gongkai/schema/browser'
import { type Chosen, countFacets, type FacetCounts, type FacetName, facetNames } from '../facets.ts'
import { isCounted, type Judged } from '../hits.ts'
import { findInAll } from '../match.ts'
import { decodeList } from '../postings.ts'
import { decodeShard } from '../shards.ts'
import type { Stock } from './stock.ts'

/** What narrows reports down, by their place. */
export interface Filter {
  readonly chosen: Chosen
  readonly hasYear: (place: number) => boolean
  readonly hasProvince: (place: number) => boolean
  /** Whether a report has every other value that was chosen. */
  readonly hasOthers: (place: number) => boolean
}

export const isChosen = ({ hasYear, hasProvince, hasOthers }: Filter, place: number): boolean =>
  hasYear(place) && hasProvince(place) && hasOthers(place)

/** What the choices are read from. */
interface Choices {
  readonly top: TopFile
  readonly stock: Stock
  readonly readChoice: (choice: number) => Promise<Uint8Array>
}

async function readChosen({ top, stock, readChoice }: Choices, facet: FacetName, value: string) {
  const choice = top.choices.findIndex((one) => one.facet === facet && one.value === value)
  if (choice < 0) return []
  const list = decodeShard(await readChoice(choice), top.version).get(0)
  return list ? decodeList(list, stock.total) : []
}

/** Reads the reports with each value that was chosen; provinces and years are known without. */
export async function toFilter(choices: Choices, chosen: Chosen): Promise<Filter> {
  const { stock } = choices
  const others = facetNames.filter((name) => name !== 'year' && name !== 'province')
  const lists = others.flatMap((facet) => chosen[facet].map((value) => readChosen(choices, facet, value)))
  const held = findInAll(await Promise.all(lists), stock.total)
  return {
    chosen,
    hasYear: (place) => chosen.year.every((year) => year === String(stock.years[place])),
    hasProvince: (place) => chosen.province.every((province) => province === stock.provinceOf(place)),
    hasOthers: (place) => held[place] === 1,
  }
}

/** Reports of each year and province: of each as if nothing of it were chosen. */
function countShelves(stock: Stock, { verdicts }: Judged, filter: Filter): Partial<FacetCounts> {
  const [year, province]: Record<string, number>[] = [{}, {}]
  const add = (counts: Record<string, number> = {}, value = '') => {
    if (value !== '') counts[value] = (counts[value] ?? 0) + 1
  }
  for (let place = 0; place < stock.total; place++) {
    if (!isCounted(verdicts[place]) || !filter.hasOthers(place)) continue
    if (filter.hasProvince(place)) add(year, String(stock.years[place] || ''))
    if (filter.hasYear(place)) add(province, stock.provinceOf(place))
  }
  return { year: year ?? {}, province: province ?? {} }
}

function countAll({ choices }: TopFile): Partial<FacetCounts> {
  const counts: Record<string, Record<string, number>> = {}
  for (const { facet, value, count } of choices) counts[facet] = { ...counts[facet], [value]: count }
  return counts
}

/**
 * Counts what is counted by value. Of years and provinces that is always known; of all else where nothing is asked, or
 * where every report that is counted was loaded.
 */
export function countChosen(top: TopFile, stock: Stock, judged: Judged & { readonly filter: Filter }) {
  const { matches, verdicts, filter } = judged
  const isAsked = matches.length > 0 || facetNames.some((name) => filter.chosen[name].length > 0)
  if (!isAsked) return { ...countAll(top), ...countShelves(stock, judged, filter) }
  const reports = []
  for (let place = 0; place < stock.total; place++) {
    if (!isCounted(verdicts[place])) continue
    const held = stock.held(place)
    if (!held) return countShelves(stock, judged, filter)
    reports.push(held.report)
  }
  return countFacets(reports, filter.chosen)
}
