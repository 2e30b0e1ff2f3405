import { type LedgerEntry, toSimplified } from '@gongkai/schema'
import type { Seen } from '../../extract-document.ts'
import type { SourceDocument } from '../../types.ts'

/** Bits of a record: a report has some 2,000 different pairs. */
const bits = 1 << 14
/** Bytes of the record of a document. */
export const pairsBytes = bits / 8

/** Neither what is not Han, nor words that a heading may have and its row not: 的, 及, 和, 与. */
const passedOver = /[^\p{Script=Han}]|[的及和与]/gu

/** The Han characters of a text, one after the other: what stands between two of them parts no word. */
const toHan = (text: string): readonly string[] => [...text.normalize('NFKC').replace(passedOver, '')]

/**
 * Which pairs of Han characters stand side by side in a document, as it was read and as it was repaired: a word can only
 * stand in it where all pairs of the word do. Cells of a table count along rows and along columns, for a label may be
 * broken over several rows.
 *
 * @param seen what it holds; of a document whose text was not seen nothing is known, and it may hold any word
 * @param others texts that stand outside of it: see `toNames`
 * @returns a set of bits; a pair that is not there may seem to be, one that is there never seems not to be
 */
export function toPairs(seen: Seen | undefined, others: readonly string[]): Buffer {
  if (!seen) return Buffer.alloc(pairsBytes, 0xff)
  const { read, lines } = seen
  const record = Buffer.alloc(pairsBytes)
  const whole = read.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.map(({ text }) => text)),
  )
  const columns = read.blocks.flatMap((block) => (block.kind === 'table' ? toColumns(block.rows) : []))
  const named = read.metadata.flatMap(({ name, value }) => [name, value])
  for (const text of [whole.join(''), ...columns, lines.map((line) => line.text).join(''), ...named, ...others]) {
    addPairs(record, text)
    const simplified = toSimplified(text)
    if (simplified !== text) addPairs(record, simplified)
  }
  return record
}

/** What stands outside the text of a document: where it lies, and names that were put together. */
export const toNames = ({ path, url }: SourceDocument, { reports }: LedgerEntry): readonly string[] => [
  path,
  url ?? '',
  ...reports.flatMap(({ identity }) => [identity.agencyName ?? '', identity.officialName ?? '', identity.title ?? '']),
]

/** The texts of each column of a table, one below the other. */
function toColumns(rows: readonly (readonly { readonly text: string }[])[]): readonly string[] {
  const columns: string[] = []
  for (const row of rows) for (const [i, { text }] of row.entries()) columns[i] = (columns[i] ?? '') + text
  return columns
}

function addPairs(record: Buffer, text: string): void {
  const han = toHan(text)
  for (let i = 0; i + 1 < han.length; i++) {
    const bit = toBit(han[i], han[i + 1])
    record[bit >> 3] = (record[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
}

const toBit = (first = '', second = ''): number =>
  (Math.imul((first.codePointAt(0) ?? 0) * 65_599 + (second.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0) % bits

/**
 * Whether a document may hold a word. In doubt it does: of a word with fewer than two Han characters nothing is known.
 *
 * @param isNear whether one or two wrong characters pass, or a longer text that begins alike, as they do in labels
 */
export function mayHold(record: Buffer, word: string, isNear = false): boolean {
  const han = toHan(word)
  const found = han.slice(1).map((second, i) => {
    const bit = toBit(han[i], second)
    return ((record[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
  })
  const missing = found.filter((isThere) => !isThere).length
  if (!isNear) return missing === 0
  // A wrong character spoils the two pairs that it stands in.
  const passed = word.length >= 7 ? 4 : word.length >= 4 ? 2 : 0
  return missing <= passed || (word.length >= 7 && found.slice(0, 6).every(Boolean))
}
