import { fold } from '@gongkai/schema/browser'
import { inName, isShortFor } from './names.ts'
import type { SearchReport } from './report.ts'

/** An agency or a place that a reader may mean. */
export interface Suggestion {
  readonly kind: 'agency' | 'region'
  readonly text: string
  /** Places that tell namesakes apart. */
  readonly hint: string
  readonly count: number
}

interface Known extends Suggestion {
  readonly folded: string
  readonly id: string
}

const most = 8

/** Collects agencies and places of all reports. */
function collect(reports: readonly SearchReport[]): readonly Known[] {
  const known = new Map<string, Known>()
  const add = (id: string, kind: Known['kind'], text: string, hint: string) => {
    const count = (known.get(id)?.count ?? 0) + 1
    known.set(id, { kind, text, hint, count, id, folded: fold(hint + text) })
  }
  for (const { agencyId, name, places } of reports) {
    if (name !== '') add(agencyId, 'agency', name, places.filter((place) => !name.includes(place)).join(''))
    places.forEach((place, i) => {
      add(places.slice(0, i + 1).join('/'), 'region', place, places.slice(0, i).join(''))
    })
  }
  return [...known.values()]
}

/** How well something answers to what is typed so far; 0 is not at all. */
function score({ folded, text, kind, id }: Known, typed: string): number {
  const own = fold(text)
  if (own === typed) return 6
  if (own.startsWith(typed)) return kind === 'region' ? 5 : 4
  if (own.includes(typed)) return inName
  if (folded.includes(typed) && kind === 'agency') return 2
  if (kind !== 'agency') return 0
  return isShortFor(typed, folded) || (/^[a-z]{3,}$/.test(typed) && id.includes(typed)) ? 1 : 0
}

/** Finds what a reader may mean, best first; Latin letters are compared with the pinyin of agencies. */
export function toSuggester(reports: readonly SearchReport[]): (typed: string) => readonly Suggestion[] {
  let known: readonly Known[] | undefined
  return (typed) => {
    const wanted = fold(typed).trim()
    if (wanted === '') return []
    known ??= collect(reports)
    const scored = known.flatMap((one) => {
      const value = score(one, wanted)
      return value > 0 ? [{ one, value }] : []
    })
    return scored
      .sort((a, b) => b.value - a.value || b.one.count - a.one.count || (a.one.id < b.one.id ? -1 : 1))
      .slice(0, most)
      .map(({ one: { kind, text, hint, count } }) => ({ kind, text, hint, count }))
  }
}
