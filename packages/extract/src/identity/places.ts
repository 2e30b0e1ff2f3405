import type { Division } from './division-names.ts'

/** The place a name begins with: every division it can mean, and where it ends. */
export interface PlacePrefix {
  readonly divisions: readonly Division[]
  readonly end: number
}

/** The names that places are read with. */
export interface PlaceNames {
  readonly divisions: ReadonlyMap<string, Division>
  readonly byName: ReadonlyMap<string, readonly Division[]>
  /** Lengths of the names that begin with two characters, longest first. */
  readonly nameLengths: ReadonlyMap<string, readonly number[]>
}

const NO_PLACE: PlacePrefix = { divisions: [], end: 0 }

/** Whether `code` lies in (or is) `ancestor`. */
export function isWithin(code: string, ancestor: string, { divisions }: PlaceNames): boolean {
  for (let at: string | undefined = code; at; at = divisions.get(at)?.parent) if (at === ancestor) return true
  return false
}

/** Reads the chain of divisions a text begins with, e.g. 甘肃省城关区 or 兰州市城关区; homonyms stay side by side. */
export function readPlaces(text: string, names: PlaceNames): PlacePrefix {
  let prefix = NO_PLACE
  for (;;) {
    const next = readNext(text, prefix, names)
    if (next === undefined) return prefix
    prefix = next
  }
}

/** The longest name behind a prefix that lies in one of its divisions. */
function readNext(text: string, { divisions, end }: PlacePrefix, names: PlaceNames): PlacePrefix | undefined {
  for (const length of names.nameLengths.get(text.slice(end, end + 2)) ?? []) {
    const found = names.byName.get(text.slice(end, end + length)) ?? []
    const inside =
      end === 0
        ? found
        : found.filter(({ code }) =>
            divisions.some((outer) => outer.code !== code && isWithin(code, outer.code, names)),
          )
    if (inside.length > 0 && end + length <= text.length) return { divisions: inside, end: end + length }
  }
  return undefined
}

/** Whether a text is nothing but a chain of division names. */
const isPlace = (text: string, names: PlaceNames): boolean => readPlaces(text, names).end === text.length

/** The longest chain of division names that ends where `before` ends. */
export function placeEnding(before: string, names: PlaceNames): string {
  for (let length = Math.min(before.length, 30); length >= 2; length -= 1) {
    const tail = before.slice(-length)
    if (isPlace(tail, names)) return tail
  }
  return ''
}

/** The division's name with its parents', outermost first. */
export function chainOf(division: Division, names: PlaceNames): readonly Division[] {
  const parent = names.divisions.get(division.parent)
  return parent === undefined ? [division] : [...chainOf(parent, names), division]
}
