import type { Frame } from './frames.ts'

/** How the parts that a sentence lists stand to their total. */
export type PartsVerdict = 'agree' | 'differ' | 'open'

/** The parts of a total and what they add up to. */
export interface Parts {
  readonly frames: readonly Frame[]
  readonly sum: number
  readonly verdict: PartsVerdict
}

const rest = /其他|其它|剩余|其余/
const open = /等[^级待]|主要|约|余/
/** Words of a sum, which is no part of another one. */
const sumWords = /(?:总计|合计|共计|小计|累计|总数|共)(?:为|有|是|达)?$/

/**
 * Adds up the parts that follow a total in its sentence. They are known to be complete only when one of them is
 * 其他, so a smaller sum differs only then; a larger sum differs always. Parts of parts, in brackets or behind a
 * second 其中, are left out.
 *
 * @param sentence text of the sentence
 * @param total frame of the total
 * @param after frames that follow it, in order
 * @returns undefined when fewer than two parts are listed
 */
export function addParts(sentence: string, total: Frame, after: readonly Frame[]): Parts | undefined {
  const parts: Frame[] = []
  let depth = 0
  let level = 0
  let last = total.figure.end
  for (const frame of after) {
    const between = sentence.slice(last, frame.figure.start)
    depth += count(between, /[（(]/g) - count(between, /[）)]/g)
    last = frame.figure.end
    if (parts.length === 0) {
      if (!/其中|包括|包含|含|分别|[：:]/.test(between)) return undefined
      level = depth
    } else if (depth < level || /其中|包括|包含|同时|此外|另|收到/.test(between)) break
    if (depth === level && frame.figure.measure === 'count' && !sumWords.test(frame.lead)) parts.push(frame)
  }
  if (parts.length < 2) return undefined
  const whole = firstSumming(parts, total.figure.value) ?? parts
  const sum = whole.reduce((before, { figure }) => before + figure.value, 0)
  return { frames: whole, sum, verdict: compare(total, whole, sum, sentence) }
}

/** The first parts, at least two, that add up to the total: what follows them may divide it again. */
function firstSumming(parts: readonly Frame[], total: number): readonly Frame[] | undefined {
  let sum = 0
  for (const [i, { figure }] of parts.entries()) {
    sum += figure.value
    if (i > 0 && sum === total && parts.slice(i + 1).some((part) => part.figure.value !== 0))
      return parts.slice(0, i + 1)
  }
  return undefined
}

function compare(total: Frame, parts: readonly Frame[], sum: number, sentence: string): PartsVerdict {
  if (sum === total.figure.value) return 'agree'
  const isExact = [total, ...parts].every(({ figure }) => figure.approximation === 'exact')
  // 62项 are not made up of 件.
  const isOneUnit = parts.every(({ figure }) => figure.unit === total.figure.unit)
  const listed = sentence.slice(total.figure.end, parts.at(-1)?.figure.end)
  if (!isExact || !isOneUnit || open.test(listed)) return 'open'
  return sum > total.figure.value || parts.some(({ lead }) => rest.test(lead)) ? 'differ' : 'open'
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
