import type { Stretch } from './stretches.ts'

const begin = '\u0013'
const middle = '\u0014'
const end = '\u0015'

/** Fields that show something without a stored result: a formula, a symbol, a choice, a box to tick. */
const showing = /^\s*(?:EQ|SYMBOL|FORMDROPDOWN|FORMCHECKBOX|ADVANCE)\b/i

/**
 * What stands outside the instructions of fields.
 *
 * @param toSign what stands for a field whose text is not stored
 */
export function dropInstructions(
  stretches: readonly Stretch[],
  toSign: (stretch: Stretch) => Stretch,
): readonly Stretch[] {
  const ends = findEnds(stretches)
  if (ends.size === 0) return stretches
  const shown: Stretch[] = []
  /** For each open field, whether its result has begun. */
  const open: { readonly begin: number; readonly end: number; isResult: boolean }[] = []
  stretches.forEach((one, i) => {
    const own = one.text === begin ? ends.get(i) : undefined
    if (own !== undefined) open.push({ begin: i, end: own, isResult: false })
    const last = open.at(-1)
    if (one.text === middle && last) last.isResult = true
    if (open.every(({ isResult }) => isResult)) shown.push(one)
    if (last?.end !== i) return
    open.pop()
    const isShown = !last.isResult && open.every(({ isResult }) => isResult)
    const instruction = stretches.slice(last.begin + 1, Math.min(i, last.begin + 24))
    if (isShown && showing.test(instruction.map(({ text }) => text).join(''))) shown.push(toSign(one))
  })
  return shown
}

/** Where fields end; one that never ends is none. */
function findEnds(stretches: readonly Stretch[]): ReadonlyMap<number, number> {
  const begins: number[] = []
  const ends = new Map<number, number>()
  stretches.forEach(({ text }, i) => {
    if (text === begin) begins.push(i)
    const own = text === end ? begins.pop() : undefined
    if (own !== undefined) ends.set(own, i)
  })
  return ends
}
