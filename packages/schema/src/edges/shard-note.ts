import { z } from 'zod'
import { readJsonNote } from './json-note.ts'
import { shaped } from './values.ts'

/** Name of the file in which the output of a shard says which one it is. */
export const shardNoteFile = 'shard.json'

const digest = shaped(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')

const shape = z.strictObject({
  shard: z.number().int().min(1),
  of: z.number().int().min(1),
  files: z.number().int().min(0),
  corpus: digest,
  readers: digest,
})

/** What a shard says of itself. */
export interface ShardNote {
  /** Its number, from 1. */
  readonly shard: number
  /** Shards that the corpus was cut into. */
  readonly of: number
  /** Files of the corpus that belong to it. */
  readonly files: number
  /** Digest of the paths of the whole corpus: of shards that go together it is the same. */
  readonly corpus: string
  /** Digest of the programs and lookups that read: of shards that go together it is the same. */
  readonly readers: string
}

/**
 * Reads the note of a shard.
 *
 * @throws {RangeError} naming the file, the field that is wrong and what is required
 */
export const readShardNote = (path: string, text: string): ShardNote => readJsonNote(path, text, shape)
