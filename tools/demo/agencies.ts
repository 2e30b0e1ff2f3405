import { type Body, type BodyKind, drawBody } from '../../packages/extract/test/generate/identity-bodies.ts'
import { drawPlace, type Place, withParent } from '../../packages/extract/test/generate/identity-places.ts'
import type { Random } from '../../packages/extract/test/generate/random.ts'
import type { Truth } from '../../packages/extract/test/generate/truth.ts'

/** An invented agency and the report years that are held of it. */
export interface Agency {
  readonly name: string
  readonly self: string
  /** How much it reports. */
  readonly profile: Truth['profile']
  readonly years: readonly number[]
}

/** Report years of the demo: both editions of the form, and the change from one to the other. */
const firstYear = 2019
const yearCount = 6

/** In turn, so that few reports have all of them: some can be placed nowhere, or in several divisions of one name. */
const kinds: readonly BodyKind[] = [
  ...(['department', 'department', 'department', 'department', 'department', 'department'] as const),
  ...(['government', 'office', 'township', 'township', 'zone', 'institution', 'provincial'] as const),
  ...(['homonym', 'unplaced'] as const),
]

const isMoved = ({ kind }: Body): boolean => ['department', 'government', 'office', 'institution'].includes(kind)

/** The name in full; what may stand anywhere is put into one of the places, so that places have several agencies. */
const toName = (body: Body, place: Place): string =>
  isMoved(body) ? withParent(place) + body.full : body.beforeLong + body.full

const withGap = (years: readonly number[], at: number): readonly number[] => years.filter((_, index) => index !== at)

/** Neighbouring years, with a gap in every fourth series that is long enough. */
function drawYears(random: Random): readonly number[] {
  const length = 2 + random.int(yearCount - 1)
  const first = firstYear + random.int(yearCount - length + 1)
  const years = Array.from({ length }, (_, index) => first + index)
  return length > 3 && random.chance(0.25) ? withGap(years, 1 + random.int(length - 2)) : years
}

function drawPlaces(count: number, random: Random): readonly Place[] {
  const level = () => random.pick(['county', 'county', 'county', 'prefecture'] as const)
  return Array.from({ length: count }, () => drawPlace(level(), random))
}

/** Agencies with so many reports together, no two of one name. */
export function drawAgencies(reportCount: number, random: Random): readonly Agency[] {
  const places = drawPlaces(Math.ceil(reportCount / 10), random)
  const made = new Map<string, Agency>()
  // The kind changes after each draw, kept or not: of some kinds there are fewer names than a large demo asks for.
  for (let left = reportCount, turn = 0; left > 0; turn += 1) {
    const body = drawBody(kinds[turn % kinds.length] ?? 'department', random)
    const name = toName(body, places[random.int(places.length)] ?? drawPlace('county', random))
    const profile = random.pick(['zero', 'small', 'small', 'rich', 'rich', 'huge'] as const)
    const years = drawYears(random).slice(0, left)
    if (made.has(name)) continue
    made.set(name, { name, self: body.self, profile, years })
    left -= years.length
  }
  return [...made.values()]
}
