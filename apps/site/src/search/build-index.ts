import { type ByteWriter, toByteWriter } from './bytes.ts'
import { encodeList, fromGaps } from './postings.ts'
import { type Entry, encodeShard, toShard, toShardCount } from './shards.ts'
import { addIndexTokens, type Token } from './tokens.ts'

/** The finished index: files by number, all of about one size. */
export interface TermIndex {
  readonly shards: readonly Uint8Array<ArrayBuffer>[]
  readonly tokenCount: number
  readonly byteCount: number
  /** Tokens whose lists are long, the shorter ones first. */
  readonly common: readonly Token[]
}

/** How an index is cut into files. */
export interface ShardSettings {
  /** Size that a file of the index should have, in bytes. */
  readonly shardBytes: number
  readonly mostShards: number
  /** Lists of more bytes are long: `common` names their tokens. */
  readonly longList: number
  /** Of the build, 32 bits; stands in each file. */
  readonly version: number
}

/** Takes reports one by one, and keeps of each only where its tokens occur. */
export interface ListBuilder {
  readonly add: (tokens: ReadonlySet<Token>) => void
  /**
   * The list of each token, as `encodeList` writes it.
   *
   * @param places where each report stands in the catalogue, in the order in which they were added; as they were by default
   */
  readonly finish: (places?: readonly number[]) => Map<Token, Uint8Array>
}

interface Growing {
  readonly gaps: ByteWriter
  last: number
}

/** No list yet. */
export function toListBuilder(): ListBuilder {
  const lists = new Map<Token, Growing>()
  let count = 0
  const note = (token: Token) => {
    const list = lists.get(token) ?? { gaps: toByteWriter(4), last: -1 }
    if (list.last === -1) lists.set(token, list)
    list.gaps.varint(count - list.last - 1)
    list.last = count
  }
  return {
    add(tokens) {
      for (const token of tokens) note(token)
      count += 1
    },
    finish(places) {
      const toPlaces = (added: readonly number[]) =>
        places ? added.map((report) => places[report] ?? 0).sort((a, b) => a - b) : added
      return new Map([...lists].map(([token, { gaps }]) => [token, encodeList(toPlaces(fromGaps(gaps.done())), count)]))
    },
  }
}

/** Collects the tokens of folded texts: of names, or of the lines of one report. */
export function toTokens(folded: readonly string[]): ReadonlySet<Token> {
  const tokens = new Set<Token>()
  for (const text of folded) addIndexTokens(text, tokens)
  return tokens
}

/** Cuts lists into files. */
export function toTermIndex(lists: ReadonlyMap<Token, Uint8Array>, settings: ShardSettings): TermIndex {
  const { shardBytes, mostShards, longList, version } = settings
  const entries: readonly Entry[] = [...lists]
  const listBytes = entries.reduce((sum, [, list]) => sum + list.length + 6, 0)
  const shardCount = toShardCount(listBytes, shardBytes, mostShards)
  const byShard = Map.groupBy(entries, ([token]) => toShard(token, shardCount))
  const shards = Array.from({ length: shardCount }, (_, shard) => encodeShard(byShard.get(shard) ?? [], version))
  return {
    shards,
    tokenCount: entries.length,
    byteCount: shards.reduce((sum, shard) => sum + shard.length, 0),
    common: entries
      .filter(([, list]) => list.length > longList)
      .toSorted(([a, one], [b, other]) => one.length - other.length || a - b)
      .map(([token]) => token),
  }
}
