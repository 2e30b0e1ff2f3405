import { toHeaders } from '../../apps/site/src/packs/header-rules.ts'
import { toContent } from './content.ts'
import type { Answer, Asked } from './messages.ts'
import { lostPage, type Site } from './site.ts'

/** Answers a request as static hosts do. Whatever is asked, there is an answer, and none leads to another origin. */
export async function toAnswer(site: Site, asked: Asked): Promise<Answer> {
  const target = asked.target.replace(/^https?:\/\/[^/]*/i, '')
  const headers = headersOf(site, target)
  if (asked.method !== 'GET' && asked.method !== 'HEAD') {
    // What a request holds besides is not read: the connection is closed.
    const closing = { ...headers, allow: 'GET, HEAD', connection: 'close' }
    return { status: 405, headers: closing, body: 'only GET and HEAD are answered' }
  }
  const path = toPath(site.prefix, target)
  if (path === undefined) return notFound(site, asked, headers)
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const held = await site.find(file)
  if (held) return toContent(file, held, asked, headers)
  if (file === path && (await site.find(`${path}/index.html`))) {
    // One slash in front: two would name another host.
    const location = `/${encodeURI(site.prefix + path).replace(/^[/\\]+/, '')}/`
    return { status: 301, headers: { ...headers, location }, body: 'moved' }
  }
  return notFound(site, asked, headers)
}

/** Whether a host keeps a part of a path to itself: its list of headers, and what begins with a dot. */
const isHidden = (part: string): boolean => part === '_headers' || (part.startsWith('.') && part !== '.well-known')

/** The path below the site that a target names; undefined where it names none. */
function toPath(prefix: string, target: string): string | undefined {
  const path = decode(target.replace(/[?#].*$/s, ''))
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

/** Browsers may keep what they were sent for five minutes, unless the site's own list says otherwise. */
const usual = { 'cache-control': 'public, max-age=300, must-revalidate' }

function headersOf({ headerRules, prefix }: Site, target: string): Answer['headers'] {
  const path = `/${target.startsWith(prefix) ? target.slice(prefix.length) : ''}`
  return { ...usual, ...toHeaders(headerRules(), path) }
}

/** A page may be there after the next release: that it is not is kept by nobody. */
async function notFound(site: Site, { accepted, method }: Asked, headers: Answer['headers']): Promise<Answer> {
  const own = { ...headers, 'cache-control': 'no-cache' }
  const page = await site.find(lostPage)
  if (!page) return { status: 404, headers: own, body: 'not found' }
  const target = site.prefix
  return { ...(await toContent(lostPage, page, { method, target, accepted }, own)), status: 404 }
}
