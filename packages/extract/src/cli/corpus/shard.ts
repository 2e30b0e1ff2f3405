import { toSha256 } from './files.ts'
import type { CorpusEntry } from './list-corpus.ts'

/** One of several parts of a corpus, such as the second of seven. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/**
 * The entries of a shard, in the order of the corpus. A path alone decides, so that a document stays in its shard
 * whatever else the corpus gains or loses.
 *
 * @example 1,000 entries, { number: 2, of: 4 } → about 250 of them
 */
export const toShard = (entries: readonly CorpusEntry[], { number, of }: Shard): readonly CorpusEntry[] =>
  entries.filter(({ path }) => Number.parseInt(toSha256(path).slice(0, 12), 16) % of === number - 1)

/** Digest of the paths of a corpus: shards that were made of it go together. */
export const digestPaths = (entries: readonly CorpusEntry[]): string =>
  toSha256(entries.map(({ path }) => `${path}\0`).join(''))
