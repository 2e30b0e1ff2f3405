import { type DocumentEntry, documentSchema } from '@gongkai/schema'

const decoder = new TextDecoder()

/** The document of a ledger line, without its reports being parsed. */
export function readDocumentOf(line: Uint8Array): DocumentEntry {
  // Quotes within a value are escaped, so that this can only be the key.
  const end = Buffer.from(line.buffer, line.byteOffset, line.byteLength).indexOf(',"reports":[')
  return documentSchema.parse(JSON.parse(decoder.decode(line.subarray('{"document":'.length, end))))
}
