/** Bounds on what is read from one document; a document over a limit is rejected with the limit and its value. */
export const limits = {
  /** Size of an input file, in bytes. */
  fileBytes: 16 * 1024 * 1024,
  /** Size of a text or HTML file, in bytes. */
  textBytes: 8 * 1024 * 1024,
  /** Uncompressed size of one part of an archive, in bytes. */
  partBytes: 64 * 1024 * 1024,
  /** Uncompressed over compressed size of one part of an archive. */
  ratio: 400,
  /** Nesting of elements. */
  depth: 400,
  /** Cells over all tables of a document. */
  cells: 60_000,
  /** Columns that a cell may span. */
  columns: 60,
  /** Rows that a cell may span. */
  rows: 400,
} as const

/** Why a document cannot be read: a code of the ledger and what was found. */
export class Unreadable extends Error {
  readonly reason:
    | 'empty'
    | 'damaged'
    | 'encrypted'
    | 'limit_exceeded'
    | 'too_large'
    | 'unknown_type'
    | 'format_not_read'
    | 'no_text'
    | 'undecodable'

  constructor(reason: Unreadable['reason'], message: string) {
    super(message)
    this.name = 'Unreadable'
    this.reason = reason
  }
}
