import { fold } from '@gongkai/schema/browser'
import { type ByteWriter, toByteWriter } from './bytes.ts'
import { encodeList, fromGaps } from './postings.ts'
import { type Entry, encodeShard, toShard, toShardCount } from './shards.ts'
import { addIndexTokens, type Token } from './tokens.ts'

/** The finished index: files by number, all of about one size. */
export interface TermIndex {
  readonly shards: readonly Uint8Array<ArrayBuffer>[]
  readonly tokenCount: number
  readonly byteCount: number
}

/** Takes reports one by one, in the order of the catalogue, and keeps of each only where its tokens occur. */
export interface IndexBuilder {
  /** @param lines text that readers search, as printed */
  readonly add: (lines: readonly string[]) => void
  /**
   * @param shardBytes size that a file of the index should have
   * @param version of the build, 32 bits; stands in each file
   */
  readonly finish: (shardBytes: number, version: number) => TermIndex
}

interface Growing {
  readonly gaps: ByteWriter
  last: number
}

/** An empty index. */
export function toIndexBuilder(): IndexBuilder {
  const lists = new Map<Token, Growing>()
  let count = 0
  const note = (token: Token) => {
    const list = lists.get(token) ?? { gaps: toByteWriter(4), last: -1 }
    if (list.last === -1) lists.set(token, list)
    list.gaps.varint(count - list.last - 1)
    list.last = count
  }
  return {
    add(lines) {
      const tokens = new Set<Token>()
      for (const line of lines) addIndexTokens(fold(line), tokens)
      for (const token of tokens) note(token)
      count += 1
    },
    finish(shardBytes, version) {
      const entries = [...lists].map(([token, { gaps }]): Entry => [token, encodeList(fromGaps(gaps.done()), count)])
      return toShards(entries, shardBytes, version)
    },
  }
}

function toShards(entries: readonly Entry[], shardBytes: number, version: number): TermIndex {
  const size = ([, list]: Entry) => list.length + 6
  const shardCount = toShardCount(
    entries.reduce((sum, entry) => sum + size(entry), 0),
    shardBytes,
  )
  const byShard = Map.groupBy(entries, ([token]) => toShard(token, shardCount))
  const shards = Array.from({ length: shardCount }, (_, shard) => encodeShard(byShard.get(shard) ?? [], version))
  return { shards, tokenCount: entries.length, byteCount: shards.reduce((sum, shard) => sum + shard.length, 0) }
}
