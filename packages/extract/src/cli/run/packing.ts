import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { limits } from '../../limits.ts'

/** How the lines of a ledger lie on the disk. */
export interface Packing {
  /** Name of the file in the output folder. */
  readonly file: string
  readonly pack: (line: Buffer) => Buffer
  /** @throws {Error} if the bytes are not what was packed */
  readonly unpack: (bytes: Buffer) => Buffer
}

/** Lines as they are. */
export const plain: Packing = { file: 'reports.ndjson', pack: (line) => line, unpack: (bytes) => bytes }

/**
 * Each line is a member of its own in one gzip file, so that a line can be found again without those before it. Any
 * program that reads gzip reads all of them; node:zlib would stop behind the first frame of zstd.
 */
export const gzipped: Packing = {
  file: 'reports.ndjson.gz',
  pack: (line) => gzipSync(line, { level: constants.Z_BEST_SPEED }),
  unpack: (bytes) => gunzipSync(bytes, { maxOutputLength: limits.ledgerLine }),
}

/** Both ways in which a ledger may lie there. */
export const packings: readonly Packing[] = [plain, gzipped]
