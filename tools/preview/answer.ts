import { readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** What is asked of a static host. */
export interface Asked {
  readonly method: string
  /** As it stands in the first line of the request. */
  readonly target: string
  readonly range: string | undefined
}

/** What a static host answers: a status, headers, and the bytes of a file or a few words. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly file: string; readonly start: number; readonly end: number } | string
}

/** A built site and the path below which it is served, which begins and ends with a slash. */
export interface Site {
  readonly folder: string
  readonly prefix: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** Answers a request as static hosts do. Whatever is asked, there is an answer, and none leads to another origin. */
export function toAnswer(site: Site, { method, target, range }: Asked): Answer {
  const own = target.replace(/^https?:\/\/[^/]*/i, '')
  const headers = headersOf(site, own)
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, headers: { ...headers, allow: 'GET, HEAD' }, body: 'only GET and HEAD are answered' }
  }
  const path = toPath(site, own)
  if (path === undefined) return notFound(site, headers)
  const place = join(site.folder, path)
  if (path !== '' && !path.endsWith('/') && isFile(join(place, 'index.html'))) {
    // One slash in front: two would name another host.
    const location = `/${encodeURI(site.prefix + path).replace(/^[/\\]+/, '')}/`
    return { status: 301, headers: { ...headers, location }, body: 'moved' }
  }
  const file = path === '' || path.endsWith('/') ? join(place, 'index.html') : place
  return isFile(file) ? toFile(file, headers, range) : notFound(site, headers)
}

/** The path below the site that a target names; undefined where it names none. */
function toPath({ prefix }: Site, target: string): string | undefined {
  const asked = target.replace(/[?#].*$/s, '')
  const path = decode(asked)
  if (!path?.startsWith(prefix) || /[\0\\]/.test(path)) return undefined
  const parts = path.slice(prefix.length).split('/')
  const isPlain = parts.every((part, i) => part !== '.' && part !== '..' && (part !== '' || i === parts.length - 1))
  return isPlain ? parts.join('/') : undefined
}

/** A path with its percent signs undone; undefined where they are not UTF-8. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function notFound({ folder }: Site, headers: Answer['headers']): Answer {
  const page = join(folder, '404.html')
  return isFile(page)
    ? { ...toFile(page, headers, undefined), status: 404 }
    : { status: 404, headers, body: 'not found' }
}

function toFile(file: string, headers: Answer['headers'], range: string | undefined): Answer {
  const { size } = statSync(file)
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream'
  const own = { ...headers, 'content-type': type, 'accept-ranges': 'bytes' }
  const part = readRange(range, size)
  if (part === 'none') return { status: 416, headers: { ...own, 'content-range': `bytes */${size}` }, body: '' }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  const sized = { ...own, 'content-length': String(end - start + 1) }
  if (!part) return { status: 200, headers: sized, body: { file, start, end } }
  return {
    status: 206,
    headers: { ...sized, 'content-range': `bytes ${start}-${end}/${size}` },
    body: { file, start, end },
  }
}

/**
 * The bytes that a range names; undefined where it is none that is understood, which asks for the whole.
 *
 * @example `bytes=0-99` of 1,000 → 0 to 99; `bytes=-100` → 900 to 999; `bytes=2000-` → none
 */
function readRange(range: string | undefined, size: number): { start: number; end: number } | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
  return start > end ? 'none' : { start, end }
}

/**
 * The headers that the site's own list gives a path, as Cloudflare reads it: paths, below each its headers. What two rules
 * say of one header is joined; a rule takes off what was said before it with `! Name`.
 */
function headersOf({ folder, prefix }: Site, target: string): Readonly<Record<string, string>> {
  const list = join(folder, '_headers')
  const path = `/${target.startsWith(prefix) ? target.slice(prefix.length) : ''}`
  const headers: Record<string, string> = {}
  let isMeant = false
  for (const line of isFile(list) ? readFileSync(list, 'utf8').split('\n') : []) {
    const [, off] = /^\s+!\s*([\w-]+)\s*$/.exec(line) ?? []
    if (off && isMeant) delete headers[off.toLowerCase()]
    const [, name = '', value] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    if (value && isMeant) headers[key] = headers[key] ? `${headers[key]}, ${value}` : value
    if (/^[^\s#]/.test(line)) isMeant = toPattern(line.trim()).test(path)
  }
  return headers
}

/** A path of the list, in which a star stands for anything. */
const toPattern = (rule: string): RegExp =>
  new RegExp(`^${rule.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's')

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
