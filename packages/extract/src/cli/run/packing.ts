import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { limits } from '../../limits.ts'

/** How the lines of a ledger lie on the disk. */
export interface Packing {
  /** Name of the file in the output folder. */
  readonly file: string
  readonly pack: (line: Buffer) => Buffer
  /** @throws {Error} if the bytes are not what was packed */
  readonly unpack: (bytes: Buffer) => Buffer
  /** As much of the beginning of a line as costs little. */
  readonly unpackStart: (bytes: Buffer) => Buffer
  /** Bytes of the line when it is unpacked. */
  readonly plainLength: (bytes: Buffer) => number
}

/** A line as it lies on the disk. */
export interface PackedLine {
  readonly packing: Packing
  readonly bytes: Buffer
}

/** Lines as they are. */
export const plain: Packing = {
  file: 'reports.ndjson',
  pack: (line) => line,
  unpack: (bytes) => bytes,
  unpackStart: (bytes) => bytes,
  plainLength: (bytes) => bytes.length,
}

/** Packed bytes of which the beginning of a line is unpacked: some 10 KB of it. */
const startBytes = 1024

/**
 * Each line is a member of its own in one gzip file, so that a line can be found again without those before it. Any
 * program that reads gzip reads all of them; node:zlib would stop behind the first frame of zstd.
 */
export const gzipped: Packing = {
  file: 'reports.ndjson.gz',
  pack: (line) => gzipSync(line, { level: constants.Z_BEST_SPEED }),
  unpack: (bytes) => gunzipSync(bytes, { maxOutputLength: limits.ledgerLine }),
  unpackStart: (bytes) => gunzipSync(bytes.subarray(0, startBytes), { finishFlush: constants.Z_SYNC_FLUSH }),
  // A member of a gzip file ends with it.
  plainLength: (bytes) => bytes.readUInt32LE(bytes.length - 4),
}

/** Both ways in which a ledger may lie there. */
export const packings: readonly Packing[] = [plain, gzipped]

/** A line that was just made. */
export const toPlain = (line: string): PackedLine => ({ packing: plain, bytes: Buffer.from(line) })

/** The bytes of a line in a packing; those that it has where it lies there already. */
export const repack = (line: PackedLine, packing: Packing): Buffer =>
  line.packing === packing ? line.bytes : packing.pack(line.packing.unpack(line.bytes))
