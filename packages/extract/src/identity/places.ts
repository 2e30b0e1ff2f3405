import type { Division, IdentityLookups } from './lookups.ts'

/** The place a name begins with: every division it can mean, and where it ends. */
export interface PlacePrefix {
  readonly divisions: readonly Division[]
  readonly end: number
}

const NO_PLACE: PlacePrefix = { divisions: [], end: 0 }

/** Whether `code` lies in (or is) `ancestor`. */
export function isWithin(code: string, ancestor: string, lookups: IdentityLookups): boolean {
  for (let at: string | undefined = code; at; at = lookups.divisions.get(at)?.parent) if (at === ancestor) return true
  return false
}

function namesAt(
  text: string,
  start: number,
  lookups: IdentityLookups,
): readonly { readonly found: readonly Division[]; readonly end: number }[] {
  return (lookups.nameLengths.get(text.slice(start, start + 2)) ?? []).flatMap((length) => {
    const found = lookups.byName.get(text.slice(start, start + length))
    return found === undefined || start + length > text.length ? [] : [{ found, end: start + length }]
  })
}

/** Reads the chain of divisions a name begins with, e.g. 甘肃省城关区 or 兰州市城关区; homonyms stay side by side. */
export function readPlacePrefix(text: string, lookups: IdentityLookups): PlacePrefix {
  let prefix = NO_PLACE
  for (;;) {
    const next = namesAt(text, prefix.end, lookups).flatMap(({ found, end }) => {
      const inside =
        prefix.end === 0
          ? found
          : found.filter(({ code }) =>
              prefix.divisions.some((outer) => outer.code !== code && isWithin(code, outer.code, lookups)),
            )
      return inside.length > 0 ? [{ divisions: inside, end }] : []
    })[0]
    if (next === undefined) return prefix
    prefix = next
  }
}

/** Whether a text is nothing but a chain of division names. */
export const isPlace = (text: string, lookups: IdentityLookups): boolean =>
  readPlacePrefix(text, lookups).end === text.length

/** The longest chain of division names that ends where `before` ends. */
export function placeEnding(before: string, lookups: IdentityLookups): string {
  for (let length = Math.min(before.length, 30); length >= 2; length -= 1) {
    const tail = before.slice(-length)
    if (isPlace(tail, lookups)) return tail
  }
  return ''
}

/** The division's name with its parents', outermost first. */
export function chainOf(division: Division, lookups: IdentityLookups): readonly Division[] {
  const parent = lookups.divisions.get(division.parent)
  return parent === undefined ? [division] : [...chainOf(parent, lookups), division]
}
