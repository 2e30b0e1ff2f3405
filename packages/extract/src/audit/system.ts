import { type Form, perForm, toBalanceEdits } from '@gongkai/schema'
import type { FilledForm } from './filled-form.ts'
import { type NumberAt, toNumberAt, toNumbersBlankAsZero } from './values.ts'

/** A sum edit as an equation: the signed cells add up to `residual`, which is 0 where the edit holds. */
export interface Equation {
  readonly id: string
  /** +1 for a cell of the left side, -1 for one of the right. */
  readonly signs: ReadonlyMap<string, number>
  readonly residual: number
}

/**
 * A sum edit with cells on one side that have no number. What is not printed cannot be negative, so the side with all
 * its numbers bounds the other: `bound` is the sign that the residual may have.
 */
export interface Inequality extends Equation {
  readonly bound: 1 | -1
}

/** The sum edits of a form as they constrain its cells. */
export interface System {
  readonly equations: readonly Equation[]
  readonly inequalities: readonly Inequality[]
  /** Edits over blanks that hold when a blank is 0: no proof, but what keeps them is likelier than what does not. */
  readonly presumed: readonly Equation[]
  /** Equations that a cell stands in. */
  readonly of: (key: string) => readonly Equation[]
  readonly numberAt: NumberAt
}

/** The sum edits of a form with the signs of their cells. */
const toSignedEdits = perForm((form: Form) =>
  toBalanceEdits(form).map(({ id, left, right }) => {
    const signs = new Map([...left.map((key) => [key, 1] as const), ...right.map((key) => [key, -1] as const)])
    return { id, left, right, signs }
  }),
)

/** An edit as an equation over the numbers there are; a cell without one counts as 0. */
function toEquation({ id, signs }: Pick<Equation, 'id' | 'signs'>, numberAt: NumberAt): Equation {
  let residual = 0
  for (const [key, sign] of signs) residual += sign * (numberAt(key) ?? 0)
  return { id, signs, residual }
}

const hasAll = (keys: readonly string[], numberAt: NumberAt): boolean => keys.every((key) => numberAt(key) !== null)

/** The system of one form. An edit that is set aside, as one that was used for reading, is no evidence. */
export function toSystem({ form, cells, numbers }: FilledForm, openEdits: ReadonlySet<string>): System {
  const numberAt = toNumberAt(form, numbers)
  const asZero = toNumberAt(form, toNumbersBlankAsZero(cells))
  const equations: Equation[] = []
  const inequalities: Inequality[] = []
  const presumed: Equation[] = []
  for (const edit of toSignedEdits(form)) {
    if (openEdits.has(edit.id)) continue
    const equation = toEquation(edit, numberAt)
    const [isLeftWhole, isRightWhole] = [hasAll(edit.left, numberAt), hasAll(edit.right, numberAt)]
    if (isLeftWhole && isRightWhole) {
      equations.push(equation)
      continue
    }
    if (isRightWhole && equation.residual <= 0) inequalities.push({ ...equation, bound: -1 })
    if (isLeftWhole && equation.residual >= 0) inequalities.push({ ...equation, bound: 1 })
    const filledUp = toEquation(edit, asZero)
    if (filledUp.residual === 0 && hasAll([...edit.left, ...edit.right], asZero)) presumed.push(filledUp)
  }
  return { equations, inequalities, presumed, of: toIndex(equations), numberAt }
}

function toIndex(equations: readonly Equation[]): System['of'] {
  const index = new Map<string, Equation[]>()
  for (const equation of equations) {
    for (const key of equation.signs.keys()) {
      const known = index.get(key)
      if (known) known.push(equation)
      else index.set(key, [equation])
    }
  }
  return (key) => index.get(key) ?? []
}

/** Failing equations in groups that share no cell, directly or through other equations: each group is a puzzle of its own. */
export function toPuzzles({ equations, of }: System): readonly (readonly Equation[])[] {
  const seen = new Set<Equation>()
  const puzzles: (readonly Equation[])[] = []
  for (const start of equations) {
    if (start.residual === 0 || seen.has(start)) continue
    const reached: Equation[] = [start]
    seen.add(start)
    for (const equation of reached) {
      for (const key of equation.signs.keys()) {
        for (const next of of(key)) {
          if (seen.has(next)) continue
          seen.add(next)
          reached.push(next)
        }
      }
    }
    puzzles.push(reached.filter((equation) => equation.residual !== 0))
  }
  return puzzles
}

/** New numbers of some cells, by key. */
export type Changes = ReadonlyMap<string, number>

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Whether every equation and inequality that the changes touch holds after them, and the numbers can be counts. */
export function isRestored(changes: Changes, failing: readonly Equation[], system: System): boolean {
  if (![...changes.values()].every(isCount)) return false
  const residualOf = (equation: Equation) => residualAfter(equation, changes, system)
  const touched = new Set([...failing, ...[...changes.keys()].flatMap(system.of)])
  return (
    [...touched].every((equation) => residualOf(equation) === 0) &&
    system.inequalities.every((one) => residualOf(one) * one.bound >= 0)
  )
}

/** Whether the changes leave alone what holds when blanks are 0. */
export const isPresumedKept = (changes: Changes, system: System): boolean =>
  system.presumed.every((equation) => residualAfter(equation, changes, system) === 0)

function residualAfter({ signs, residual }: Equation, changes: Changes, { numberAt }: System): number {
  let after = residual
  for (const [key, value] of changes) after += (signs.get(key) ?? 0) * (value - (numberAt(key) ?? 0))
  return after
}
