import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of files below a folder, with an ending, sorted. */
export function listFiles(folder: string, ending = ''): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

const toText = (text: string) =>
  text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#34;', '"')

/** An HTML file with what its links name. */
export interface PageLinks {
  readonly file: string
  /** Path and fragment of every address below the origin, as written. */
  readonly addresses: readonly string[]
  readonly ids: ReadonlySet<string>
}

/** Reads the links, forms and ids of a page. */
export function readLinks(folder: string, file: string): PageLinks {
  const html = readFileSync(join(folder, file), 'utf8')
  const found = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, address]) => toText(address ?? ''))
  return {
    file,
    addresses: found,
    ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => toText(id ?? ''))),
  }
}

/**
 * Links of a built site that lead nowhere, as `page → address`: a path without a file, a fragment without an element,
 * or an absolute path outside the base path.
 *
 * @param base path the site was built for, `/` or `/folder`
 */
export function findDeadLinks(
  folder: string,
  base: string,
): { readonly dead: readonly string[]; readonly examined: number } {
  const files = new Set(listFiles(folder))
  const pages = [...files].filter((file) => file.endsWith('.html')).map((file) => readLinks(folder, file))
  const idsOf = new Map(pages.map(({ file, ids }) => [file, ids]))
  const prefix = base === '/' ? '/' : `${base}/`
  const origin = 'http://site.test'
  let examined = 0
  const dead = pages.flatMap(({ file, addresses }) => {
    const from = new URL(prefix + file.replace(/index\.html$/, ''), origin)
    return addresses.flatMap((address) => {
      const to = new URL(address, from)
      if (to.origin !== origin) return []
      examined += 1
      const path = decodeURIComponent(to.pathname)
      const target = path.startsWith(prefix) ? path.slice(prefix.length).replace(/(^|\/)$/, '$1index.html') : undefined
      const isThere = target !== undefined && files.has(target)
      const fragment = decodeURIComponent(to.hash.slice(1))
      // A query of the SQL page is read by its script; it names no element.
      const isQuery = fragment.startsWith('sql=') && /(^|\/)sql\/index\.html$/.test(target ?? '')
      const isMarked = fragment === '' || isQuery || (idsOf.get(target ?? '')?.has(fragment) ?? false)
      return isThere && isMarked ? [] : [`${file} → ${address}`]
    })
  })
  return { dead, examined }
}

/** A page without the report's own text: the lines of its source. */
export function withoutOwnText(html: string): string {
  return html.replace(/(<ol class="lines"[^>]*>)[\s\S]*?(<\/ol>)/, '$1$2')
}
