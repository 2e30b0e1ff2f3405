import { isPacked, isSaved, type Layout } from './kinds.ts'
import { toMediaType } from './media-types.ts'

/** Status by which the worker tells the page for a lost reader that the host sends no parts of files. */
export const noRanges = 502

/** The path below a site that an address names; undefined where it names none. */
export function toSitePath(address: string, base: string): string | undefined {
  const url = new URL(address)
  const home = new URL(base)
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return undefined
  try {
    return decodeURIComponent(url.pathname.slice(home.pathname.length))
  } catch {
    // A percent sign that stands for no character names no file.
    return undefined
  }
}

/** What an address asks of the packs: a file, or the address of its folder with the slash that is missing. */
export type Wanted = { readonly file: string } | { readonly moved: string }

/**
 * What an address asks of the packs.
 *
 * @param base address of the site, with its last slash
 * @returns undefined where it is none of theirs
 */
export function toWanted(address: string, base: string, layout: Layout): Wanted | undefined {
  const path = toSitePath(address, base)
  if (path === undefined) return undefined
  const file = path.endsWith('/') ? `${path}index.html` : path
  if (isPacked(file, layout)) return { file }
  if (path.endsWith('/') || !isPacked(`${path}/index.html`, layout)) return undefined
  const url = new URL(address)
  url.pathname += '/'
  return { moved: url.href }
}

/** Answers with a packed file, as the plain site would. */
export function toPackedResponse(path: string, gzip: Uint8Array<ArrayBuffer>, more: Headers = new Headers()): Response {
  const headers = new Headers(more)
  headers.set('content-type', toMediaType(path).name)
  headers.set('x-content-type-options', 'nosniff')
  if (isSaved(path)) headers.set('content-disposition', 'attachment')
  return new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip')), { headers })
}
