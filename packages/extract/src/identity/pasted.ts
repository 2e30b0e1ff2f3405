import type { Line } from '@gongkai/schema'
import type { IdentityLookups } from './lookups.ts'
import { toTail } from './names.ts'
import { isWithin, placeEnding } from './places.ts'

/** Named once it may be a partner; a text taken over from a neighbour's report names the neighbour again. */
const OFTEN = 2

/**
 * The body of the same kind in another place, neither above nor below, that the text names most often: the
 * text was taken over from the report of a neighbour. Null where there is none.
 *
 * @param lines the document from its first section to its signature
 */
export function findNeighbour(agency: string, lines: readonly Line[], lookups: IdentityLookups): string | null {
  const own = lookups.placeOf(agency).divisions
  const tail = toTail(agency, lookups)
  if (own.length === 0 || tail.length <= 2) return null
  const counts = new Map<string, number>()
  for (const { text } of lines.filter(isProse)) {
    for (const place of placesBefore(tail, text, lookups)) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  const liesElsewhere = (place: string) =>
    lookups
      .placeOf(place)
      .divisions.every(({ code }) =>
        own.every((here) => !isWithin(code, here.code, lookups) && !isWithin(here.code, code, lookups)),
      )
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  if (most === undefined) return null
  const [place, count] = most
  return count >= OFTEN && liesElsewhere(place) ? place + tail : null
}

const isProse = ({ text }: Line): boolean => /[，。；]/.test(text)

/** The place printed before each mention of a name. */
function placesBefore(tail: string, text: string, lookups: IdentityLookups): readonly string[] {
  const places: string[] = []
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + tail.length)) {
    const place = placeEnding(text.slice(0, at), lookups)
    if (place !== '') places.push(place)
  }
  return places
}
