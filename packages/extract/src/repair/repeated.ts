import type { Block } from '../types.ts'

const shortest = 16
/** A copy follows its original within this many paragraphs. */
const reach = 3

/**
 * Paragraphs that stand twice next to each other, one copy with foreign characters strewn in: the copy to leave out
 * is the longer one, of two equal ones the second.
 */
export function findRepeated(blocks: readonly Block[]): ReadonlySet<Block> {
  const repeated = new Set<Block>()
  blocks.forEach((block, at) => {
    if (!isProse(block) || repeated.has(block)) return
    for (const other of blocks.slice(at + 1, at + 1 + reach)) {
      if (!isProse(other)) continue
      const [short, long] = other.text.length < block.text.length ? [other, block] : [block, other]
      if (isStrewn(short.text, long.text)) repeated.add(long === block && short.text === block.text ? other : long)
    }
  })
  return repeated
}

/** A paragraph of running text; labels and heads of a table are printed twice for good reasons. */
const isProse = (block: Block): block is Block & { readonly kind: 'paragraph' } =>
  block.kind === 'paragraph' && block.text.length >= shortest && /[，。；]/.test(block.text)

/** Whether `long` is `short` with Han characters strewn in, at most one in six; figures have to be the same. */
function isStrewn(short: string, long: string): boolean {
  const spare = long.length - short.length
  if (spare > short.length / 6) return false
  let i = 0
  for (const sign of long) {
    if (sign === short.charAt(i)) i++
    else if (!/\p{Script=Han}/u.test(sign)) return false
  }
  return i === short.length
}
