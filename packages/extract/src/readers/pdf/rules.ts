import type { Rule } from './page.ts'

/** How far apart lines lie that are one, in points. */
const snap = 2.5
/** Widest gap inside a line, as of dashes and dots, and between two lines that meet. */
export const touch = 3.5
/** Shortest lines that part cells. */
const shortest = { across: 8, down: 5 } as const

/** How near pieces of lines lie that are one line. */
export interface Nearness {
  /** Beside each other, in points. */
  readonly aside: number
  /** One behind the other, in points. */
  readonly behind: number
}

/** The lines of a page: pieces of dashed and dotted lines joined, and only then short ones left out. */
export function toLines(
  rules: readonly Rule[],
  near: Nearness = { aside: snap, behind: touch },
): { readonly across: readonly Rule[]; readonly down: readonly Rule[] } {
  const of = (isHorizontal: boolean, least: number) =>
    join(
      rules.filter((rule) => rule.isHorizontal === isHorizontal),
      near,
    ).filter(({ from, to }) => to - from > least)
  return { across: of(true, shortest.across), down: of(false, shortest.down) }
}

function join(rules: readonly Rule[], { aside, behind }: Nearness): readonly Rule[] {
  const groups: Rule[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const group = groups.at(-1)
    if (group && rule.at - last <= aside && rule.at - (group[0]?.at ?? 0) <= 2 * aside) group.push(rule)
    else groups.push([rule])
    last = rule.at
  }
  return groups.flatMap((group) => joinGroup(group, behind))
}

/** Pieces that lie on one line. */
function joinGroup(rules: readonly Rule[], behind: number): readonly Rule[] {
  const joined: Rule[] = []
  let length = 0
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1)
    const own = Math.max(0.1, rule.to - rule.from)
    if (before && rule.from <= before.to + behind) {
      const at = (before.at * length + rule.at * own) / (length + own)
      joined[joined.length - 1] = { ...before, to: Math.max(before.to, rule.to), at }
      length += own
    } else {
      joined.push(rule)
      length = own
    }
  }
  return joined
}

/** No row or column is as narrow as this, in points: borders of cells beside each other are this near. */
export const narrowest = 4

/** Where lines lie, those no further than `least` from the next as one, in order. */
export function cluster(rules: readonly Rule[], least: number): readonly number[] {
  const groups: number[][] = []
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group && at - (group.at(-1) ?? 0) <= least) group.push(at)
    else groups.push([at])
  }
  return groups.map((group) => group.reduce((sum, at) => sum + at, 0) / group.length)
}

/** Number of the line that lies nearest. */
export function nearestTo(lines: readonly number[], at: number): number {
  let best = 0
  lines.forEach((line, i) => {
    if (Math.abs(line - at) < Math.abs((lines[best] ?? 0) - at)) best = i
  })
  return best
}
