import { type Figure, placeOf } from './figures.ts'
import type { Frame } from './frames.ts'
import type { Verdict } from './judge.ts'
import { received, results } from './readings.ts'
import type { Reading } from './types.ts'
import type { TableSum, Tables } from './values.ts'

/** A percentage recomputed: its share, what it is a share of, and whether the words name that. */
export interface ShareVerdict extends Verdict {
  readonly base: Reading | undefined
  /** Percentage computed from the tables over the base. */
  readonly share: number | undefined
}

const overResults = /办结|答复|办理|处理|结果/
const overReceived = /收到|新收|受理|申请总|申请量|申请数|全部申请|总申请/
/** A lead that only says that a share follows, so that it belongs to the figure before. */
const bare = /^[（(，,、]*(?:约|各|所)?(?:占|占比|占到|比例|比重)?[^#]{0,16}(?:的|为|比|总数|总量|占|例|约)?$/

/** Whether a percentage with these words belongs to the figure before it. */
export const isShareOfLast = ({ lead }: Frame): boolean =>
  /^[（(，,、]*(?:约|占|占比|比例|比重)?[：:为约达]*$/.test(lead) || (lead.includes('占') && bare.test(lead))

/**
 * Judges a percentage of some requests over all of them. Where the words name the base it may differ; where they do
 * not, any usual base that gives the percentage is accepted and named, and none leaves the base unclear.
 */
export function judgeShare(figure: Figure, frame: Frame, parts: readonly Reading[], tables: Tables): ShareVerdict {
  const words = frame.lead + frame.tail
  const named = overResults.test(words) ? [results] : overReceived.test(words) ? received : undefined
  const first = parts[0]
  const part = first && tables(first)
  const pairs = (named ?? [results, ...received]).flatMap((base) => parts.map((one) => shareOf(one, base, tables)))
  const computed = pairs.filter((pair) => pair !== undefined)
  const hit = computed.find(({ share }) => isShare(figure, share))
  if (hit) return { status: 'agree', ...hit }
  const none = { reading: first, sum: part, base: undefined, share: undefined }
  if (computed.length < pairs.length) return { status: 'not_stated', ...none }
  const [only] = computed
  const isPlain = figure.approximation === 'exact' || figure.approximation === 'rounded'
  if (named && isPlain && only) return { status: 'differ', ...only }
  return { status: 'ambiguous_denominator', ...none }
}

interface Share {
  readonly reading: Reading
  readonly sum: TableSum
  readonly base: Reading
  readonly share: number
}

function shareOf(part: Reading, base: Reading, tables: Tables): Share | undefined {
  const sum = tables(part)
  const whole = tables(base).value
  if (sum.value === undefined || whole === undefined || whole === 0) return undefined
  return { reading: part, sum, base, share: Math.round((sum.value / whole) * 1e6) / 1e4 }
}

/** Rounded or cut to the last printed place; an approximate share may lie one point away. */
function isShare(figure: Figure, share: number): boolean {
  const { value, approximation } = figure
  const place = placeOf(figure)
  const reach = approximation === 'exact' || approximation === 'rounded' ? place * 0.999 : Math.max(1, place)
  return Math.abs(share - value) <= reach
}
