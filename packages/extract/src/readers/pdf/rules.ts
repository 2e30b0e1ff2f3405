import type { Rule } from './page.ts'

/** How far apart lines lie that are one, in points. */
export const snap = 2.5
/** Widest gap inside a line, and between two lines that meet. */
export const touch = 3.5
/** Shortest lines that part cells. */
const shortest = { across: 8, down: 5 } as const

/** The lines of a page: pieces of dashed and dotted lines joined, and only then short ones left out. */
export function toLines(rules: readonly Rule[]): { readonly across: readonly Rule[]; readonly down: readonly Rule[] } {
  const of = (isHorizontal: boolean, least: number) =>
    join(rules.filter((rule) => rule.isHorizontal === isHorizontal)).filter(({ from, to }) => to - from > least)
  return { across: of(true, shortest.across), down: of(false, shortest.down) }
}

function join(rules: readonly Rule[]): readonly Rule[] {
  const groups: Rule[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const group = groups.at(-1)
    if (group && rule.at - last <= snap && rule.at - (group[0]?.at ?? 0) <= 2 * snap) group.push(rule)
    else groups.push([rule])
    last = rule.at
  }
  return groups.flatMap(joinGroup)
}

/** Pieces that lie on one line. */
function joinGroup(rules: readonly Rule[]): readonly Rule[] {
  const joined: Rule[] = []
  let length = 0
  for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1)
    const own = Math.max(0.1, rule.to - rule.from)
    if (before && rule.from <= before.to + touch) {
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
const narrowest = 4

/** Middles of numbers that lie close to each other, in order. */
export function cluster(values: readonly number[]): readonly number[] {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - (group.at(-1) ?? 0) <= narrowest) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}
