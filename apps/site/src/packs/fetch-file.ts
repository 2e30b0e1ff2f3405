import { readPackedSite } from '@gongkai/schema/browser'
import { toPartFetcher } from './fetch-part.ts'
import { packedSitePath } from './format.ts'
import { isPacked } from './kinds.ts'
import { findPacked } from './reader.ts'
import { toPackedResponse } from './response.ts'

/**
 * Fetches a file of the site. One that the host has in packs alone is taken out of them, where no worker does that yet:
 * it is started when a reader first opens a packed page, and a script may come before.
 *
 * @param base address of the site, with its last slash
 * @param path below it, as it stands in an address, e.g. `search/text/%E7%94%B2.txt`
 * @param query of the address, e.g. `?v=1`
 */
export async function fetchFile(base: string, path: string, query = ''): Promise<Response> {
  const file = decodeURIComponent(path)
  const response = await fetch(base + path + query)
  if (response.status !== 404 || !isPacked(file, 'packs')) return response
  const site = await fetch(base + packedSitePath)
  if (!site.ok) return response
  const found = await findPacked(readPackedSite(await site.text()), file, toPartFetcher(base))
  return typeof found === 'object' ? toPackedResponse(file, found.gzip) : response
}
