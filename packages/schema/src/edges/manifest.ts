import { z } from 'zod'
import { namesUser, toWebAddress, withoutPassword } from './addresses.ts'
import { type CsvTable, readRows } from './rows.ts'
import { day, orEmpty } from './values.ts'

const addressRequired = 'must be an address that begins with http:// or https://'

/** Where a document was published: an address of the web that gives no password away. */
export const sourceAddress = z.string(addressRequired).superRefine((text, context) => {
  const address = toWebAddress(text)
  if (!address) context.addIssue(addressRequired)
  else if (namesUser(address)) context.addIssue('must be an address without a user name and a password')
})

const row = z.object({
  file: z.string().min(1, 'must be the path of a file below the corpus folder'),
  source_url: orEmpty(sourceAddress),
  retrieved_at: orEmpty(day),
})

/** What the corpus manifest says of a file; empty where it does not say. */
export type ManifestRow = z.output<typeof row>

/** Columns that a manifest has; it may have others besides. */
export const manifestColumns = Object.keys(row.shape) as readonly (keyof ManifestRow)[]

/**
 * Reads what a corpus manifest says of each file; a file stands in it once.
 *
 * @param hide what else a message may not show of a value, e.g. personal data in the name of a file
 * @throws {RangeError} at the first row that is none; the message names the row and what is required, never a password
 */
export function readManifest(table: CsvTable, hide = (text: string): string => text): readonly ManifestRow[] {
  return readRows(table, { row, unique: ['file'], isOpen: true, show: (text) => hide(withoutPassword(text)) })
}
