import { type Changes, type Equation, isRestored, type System } from './system.ts'

/**
 * The smallest sets of at most two cells, with the one number each would have to hold, that restore every failing
 * equation of a puzzle and break none that holds. Several sets of the same size are all returned, none when no one or
 * two cells will do. The cost is that of the cells of the failing equations, not of the numbers in them.
 */
export function locate(failing: readonly Equation[], system: System): readonly Changes[] {
  const singles = findSingles(failing, system)
  return singles.length > 0 ? singles : findPairs(failing, system)
}

/** What a cell must be changed by for an equation to hold when nothing else in it changes. */
const neededBy = (key: string, { signs, residual }: Equation): number => -residual * (signs.get(key) ?? 0)

const numberOf = (key: string, system: System): number => system.numberAt(key) ?? 0

function findSingles(failing: readonly Equation[], system: System): readonly Changes[] {
  const [first] = failing
  if (!first) return []
  return [...first.signs.keys()]
    .map((key): Changes => new Map([[key, numberOf(key, system) + neededBy(key, first)]]))
    .filter((changes) => isRestored(changes, failing, system))
}

function findPairs(failing: readonly Equation[], system: System): readonly Changes[] {
  const [first] = failing
  if (!first) return []
  const found = new Map<string, Changes>()
  for (const one of first.signs.keys()) {
    for (const other of partnersOf(one, failing, system)) {
      const id = [one, other].sort().join(' ')
      if (found.has(id)) continue
      const changes = solvePair(one, other, system)
      if (changes && isRestored(changes, failing, system)) found.set(id, changes)
    }
  }
  return [...found.values()]
}

/** Cells that can do what `one` leaves undone: those of a failing equation without it, else those that share an equation. */
function partnersOf(one: string, failing: readonly Equation[], system: System): ReadonlySet<string> {
  const open = failing.find((equation) => !equation.signs.has(one))
  const equations = open ? [open] : system.of(one)
  const partners = new Set(equations.flatMap((equation) => [...equation.signs.keys()]))
  partners.delete(one)
  return partners
}

/** The numbers of two cells: an equation with one of them alone settles it, and then any equation settles the other. */
function solvePair(one: string, other: string, system: System): Changes | undefined {
  const alone = (key: string, absent: string) => system.of(key).find((equation) => !equation.signs.has(absent))
  const own = alone(one, other)
  const others = alone(other, one)
  if (own && others) return toChanges(one, neededBy(one, own), other, neededBy(other, others), system)
  const [settled, open, by] = own ? [one, other, own] : [other, one, others]
  if (!by) return undefined // the two stand in the same equations: either alone can do what both can
  const change = neededBy(settled, by)
  const shared = system.of(open)[0]
  if (!shared) return undefined
  const left = { ...shared, residual: shared.residual + (shared.signs.get(settled) ?? 0) * change }
  return toChanges(settled, change, open, neededBy(open, left), system)
}

function toChanges(one: string, by: number, other: string, otherBy: number, system: System): Changes | undefined {
  if (by === 0 || otherBy === 0) return undefined
  return new Map([
    [one, numberOf(one, system) + by],
    [other, numberOf(other, system) + otherBy],
  ])
}
