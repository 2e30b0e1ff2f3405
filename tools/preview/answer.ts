import { type Stats, statSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { headersOf } from './headers.ts'
import { toMediaType } from './media-types.ts'

/** What is asked of a static host. */
export interface Asked {
  readonly method: string
  /** As it stands in the first line of the request. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

/** What a static host answers: a status, headers, and the bytes of a file or a few words. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly file: string; readonly start: number; readonly end: number } | string
}

/** A built site and how it is served. */
export interface Site {
  readonly folder: string
  /** Path below which it is served; begins and ends with a slash. */
  readonly prefix: string
  /** What is said of keeping an answer where the site's own list says nothing. */
  readonly cacheControl: string
}

/** Answers a request as static hosts do. Whatever is asked, there is an answer, and none leads to another origin. */
export function toAnswer(site: Site, asked: Asked): Answer {
  const own = asked.target.replace(/^https?:\/\/[^/]*/i, '')
  const below = `/${own.startsWith(site.prefix) ? own.slice(site.prefix.length) : ''}`
  const headers = { 'cache-control': site.cacheControl, ...headersOf(site.folder, below) }
  if (asked.method !== 'GET' && asked.method !== 'HEAD') {
    // What a request holds besides is not read: the line is closed.
    const closing = { ...headers, allow: 'GET, HEAD', connection: 'close' }
    return { status: 405, headers: closing, body: 'only GET and HEAD are answered' }
  }
  const path = toPath(site, own)
  if (path === undefined) return notFound(site, headers)
  const place = join(site.folder, path)
  if (path !== '' && !path.endsWith('/') && statFile(join(place, 'index.html'))) {
    // One slash in front: two would name another host.
    const location = `/${encodeURI(site.prefix + path).replace(/^[/\\]+/, '')}/`
    return { status: 301, headers: { ...headers, location }, body: 'moved' }
  }
  const file = path === '' || path.endsWith('/') ? join(place, 'index.html') : place
  const stats = statFile(file)
  return stats ? toFile({ file, stats }, headers, asked.headers) : notFound(site, headers)
}

/** Whether a host keeps a part of a path to itself: its own lists, and what begins with a dot. */
const isHidden = (part: string): boolean => part === '_headers' || (part.startsWith('.') && part !== '.well-known')

/** The path below the site that a target names; undefined where it names none. */
function toPath({ prefix }: Site, target: string): string | undefined {
  const asked = target.replace(/[?#].*$/s, '')
  const path = decode(asked)
  if (!path?.startsWith(prefix) || /[\0\\]/.test(path)) return undefined
  const parts = path.slice(prefix.length).split('/')
  const isPlain = parts.every((part, i) => !isHidden(part) && (part !== '' || i === parts.length - 1))
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
  const file = join(folder, '404.html')
  const stats = statFile(file)
  const own = { ...headers, 'cache-control': 'no-cache' }
  return stats ? { ...toFile({ file, stats }, own, {}), status: 404 } : { status: 404, headers: own, body: 'not found' }
}

/** A file that is there. */
interface Found {
  readonly file: string
  readonly stats: Stats
}

/** The file that `npm run compress` wrote beside another one and that is not older. */
function findCompressed({ file, stats }: Found): Found | undefined {
  const beside = `${file}.gz`
  const written = statFile(beside)
  return written && written.mtimeMs >= stats.mtimeMs ? { file: beside, stats: written } : undefined
}

/** Whether a list of encodings takes gzip. */
const takesGzip = (accepted: string | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(accepted ?? '')

function toFile(found: Found, headers: Answer['headers'], asked: IncomingHttpHeaders): Answer {
  const compressed = findCompressed(found)
  // Parts are parts of the file as it is.
  const isSmall = compressed !== undefined && asked.range === undefined && takesGzip(asked['accept-encoding'] as string)
  const { file, stats } = isSmall ? compressed : found
  const etag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}${isSmall ? '-gzip' : ''}"`
  const own = {
    ...headers,
    etag,
    'content-type': toMediaType(found.file),
    'accept-ranges': 'bytes',
    ...(compressed && { vary: 'accept-encoding' }),
    ...(isSmall && { 'content-encoding': 'gzip' }),
  }
  if (isKnown(asked['if-none-match'], etag)) return { status: 304, headers: own, body: '' }
  const isSame = asked['if-range'] === undefined || asked['if-range'] === etag
  return toBytes(file, stats.size, own, isSame ? asked.range : undefined)
}

/** Whether who asks has these bytes. */
const isKnown = (known: string | undefined, etag: string): boolean =>
  known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*') ?? false

function toBytes(file: string, size: number, headers: Answer['headers'], range: string | undefined): Answer {
  const part = readRange(range, size)
  if (part === 'none') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: '' }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  const sized = { ...headers, 'content-length': String(end - start + 1) }
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

/** What is known of a file; undefined where there is none of that name. */
function statFile(path: string): Stats | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? stats : undefined
}
