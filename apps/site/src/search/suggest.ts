import { fold } from '@gongkai/schema/browser'
import { inName, isShortFor } from './names.ts'
import { type Regions, type SearchReport, toChain } from './report.ts'

/** An agency or a place that a reader may mean. */
export interface Suggestion {
  readonly kind: 'agency' | 'region'
  /** Of the agency, or the code of the division; empty of a place that has none. */
  readonly id: string
  readonly text: string
  /** English name of a place; empty where it has none. */
  readonly english: string
  /** Places that tell namesakes apart. */
  readonly hint: string
  readonly count: number
}

interface Known extends Suggestion {
  readonly folded: string
}

const most = 8

/** What each place of a report is known by: its name after those of the places above it. */
export const toPlaceKeys = (places: readonly string[]): readonly string[] =>
  places.map((place, i) => `${places.slice(0, i).join('')}/${place}`)

/** Reports of each place. */
export function countPlaces(reports: readonly SearchReport[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { places } of reports) for (const key of toPlaceKeys(places)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Reports of an agency by its id, or of a place by its key; undefined where that is to be counted. */
type CountOf = (key: string) => number | undefined

/** Collects agencies and places of reports. */
function collect(reports: readonly SearchReport[], regions: Regions, countOf: CountOf): readonly Known[] {
  const known = new Map<string, Known>()
  const add = (key: string, one: Omit<Known, 'count' | 'folded'>) => {
    const before = known.get(key)
    // A report may name a place and leave open which division it is.
    const id = one.id || (before?.id ?? '')
    const english = one.english || (before?.english ?? '')
    known.set(key, { ...one, id, english, count: (before?.count ?? 0) + 1, folded: fold(one.hint + one.text) })
  }
  for (const { agencyId, name, places, regionCode } of reports) {
    const hint = places.filter((place) => !name.includes(place)).join('')
    if (name !== '') add(agencyId, { kind: 'agency', id: agencyId, text: name, english: '', hint })
    const chain = toChain(regions, regionCode)
    const keys = toPlaceKeys(places)
    places.forEach((place, i) => {
      const id = chain.find((code) => regions.get(code)?.name === place) ?? ''
      const above = places.slice(0, i).join('')
      const english = regions.get(id)?.nameEn ?? ''
      add(keys[i] ?? '', { kind: 'region', id, text: place, english, hint: above })
    })
  }
  return [...known].map(([key, one]) => ({ ...one, count: countOf(key) ?? one.count }))
}

/** How well something answers to what is typed so far; 0 is not at all. */
function score({ folded, text, kind, id, english }: Known, typed: string): number {
  const own = fold(text)
  if (own === typed || id === typed) return 6
  if (english.toLowerCase().startsWith(typed)) return 5
  if (/^\d{3}[a-z0-9-]*$/.test(typed) && id.startsWith(typed)) return inName
  if (own.startsWith(typed)) return kind === 'region' ? 5 : 4
  if (own.includes(typed)) return inName
  if (folded.includes(typed) && kind === 'agency') return 2
  if (kind !== 'agency') return 0
  return isShortFor(typed, folded) || (/^[a-z]{3,}$/.test(typed) && id.includes(typed)) ? 1 : 0
}

/**
 * Finds what a reader may mean, best first; Latin letters are compared with the pinyin of agencies and the English
 * names of provinces, digits with codes.
 *
 * @param countOf where the reports given are not all there are
 */
export function toSuggester(
  reports: readonly SearchReport[],
  regions: Regions = new Map(),
  countOf: CountOf = () => undefined,
): (typed: string) => readonly Suggestion[] {
  let known: readonly Known[] | undefined
  return (typed) => {
    const wanted = fold(typed).trim()
    if (wanted === '') return []
    known ??= collect(reports, regions, countOf)
    const scored = known.flatMap((one) => {
      const value = score(one, wanted)
      return value > 0 ? [{ one, value }] : []
    })
    return scored
      .sort((a, b) => b.value - a.value || b.one.count - a.one.count || (a.one.id < b.one.id ? -1 : 1))
      .slice(0, most)
      .map(({ one: { folded, ...suggestion } }) => suggestion)
  }
}
