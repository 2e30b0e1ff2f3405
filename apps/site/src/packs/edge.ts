import type { PackedSite } from './format.ts'
import { type HeaderRule, toHeaders } from './header-rules.ts'
import { findPacked, type ReadPart } from './reader.ts'
import { toPackedResponse, toSitePath, toWanted } from './response.ts'

/** What a function at the edge of a network knows of the site that it answers for. */
export interface EdgeSite {
  /** Address of the site, with its last slash. */
  readonly base: string
  /** What `packs/site.json` holds. */
  readonly site: PackedSite
  /** The site's own headers, which such hosts give no answer of a function: `readHeaderRules` of its `_headers`. */
  readonly rules: readonly HeaderRule[]
  /** Reads a part of a file from where the files are kept. */
  readonly read: ReadPart
}

/**
 * Answers a request for a file that is in a pack, in the layout `served`.
 *
 * @returns undefined where it is for a file that is in none: the host has it, or nobody has
 */
export async function answerAtEdge(request: Request, edge: EdgeSite): Promise<Response | undefined> {
  const { base, site, rules, read } = edge
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const wanted = isRead ? toWanted(request.url, base, 'served') : undefined
  if (!wanted) return undefined
  if ('moved' in wanted) return Response.redirect(wanted.moved, 301)
  const found = await findPacked(site, wanted.file, read)
  if (typeof found !== 'object') return undefined
  const headers = new Headers(toHeaders(rules, `/${toSitePath(request.url, base)}`))
  return toPackedResponse(wanted.file, found.gzip, headers)
}
