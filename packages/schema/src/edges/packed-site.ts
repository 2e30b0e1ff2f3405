import * as z from 'zod/mini'
import { quote } from './quote.ts'

const packedSite = z.object({
  /** Changes with every byte that is packed; part of the names of the packs. */
  version: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
  bucketCount: z.int().check(z.minimum(1)),
  /** Files that are packed. */
  fileCount: z.int().check(z.minimum(0)),
})

/**
 * Reads what a site says of its packs.
 *
 * @param text of `packs/site.json`
 * @throws {RangeError} if it says something else
 * @throws {SyntaxError} if it is no JSON
 */
export function readPackedSite(text: string): z.output<typeof packedSite> {
  const { success, data } = packedSite.safeParse(JSON.parse(text))
  if (success) return data
  throw new RangeError(`Cannot read the packs: ${quote(text.slice(0, 80))} does not name their version and buckets`)
}
