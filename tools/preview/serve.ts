import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** A static host as plain as they come. */
export interface StaticHost {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Where a site is served: below which path, on which port (0 for a free one). */
export interface ServeOptions {
  /** Path below the origin, e.g. `/gongkai`; the root by default. */
  readonly base?: string
  readonly port?: number
}

type Answer =
  | { readonly status: 200 | 404; readonly file: string | undefined }
  | { readonly status: 301; readonly location: string }

/**
 * Serves a folder on 127.0.0.1 as static hosts do: a folder by its `index.html`, its name without the last slash by a
 * redirect, an unknown path by `404.html`, and nothing outside the base path.
 */
export function serveFolder(folder: string, { base = '/', port = 0 }: ServeOptions = {}): Promise<StaticHost> {
  const prefix = `/${base.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  const server = createServer((request, response) => {
    const path = decode(new URL(request.url ?? '/', 'http://localhost').pathname)
    send(response, path?.startsWith(prefix) ? answer(folder, path, `/${path.slice(prefix.length)}`) : notFound(folder))
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo
      resolve({
        origin: `http://127.0.0.1:${taken}`,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}

/** A path with its percent signs undone; undefined where they are not UTF-8. */
function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function answer(folder: string, asked: string, path: string): Answer {
  const target = join(folder, normalize(path))
  if (!target.startsWith(folder)) return notFound(folder)
  if (!path.endsWith('/') && isFile(join(target, 'index.html')))
    return { status: 301, location: encodeURI(`${asked}/`) }
  const file = path.endsWith('/') ? join(target, 'index.html') : target
  return isFile(file) ? { status: 200, file } : notFound(folder)
}

function notFound(folder: string): Answer {
  const page = join(folder, '404.html')
  return { status: 404, file: isFile(page) ? page : undefined }
}

function send(response: ServerResponse, given: Answer): void {
  if (given.status === 301) {
    response.writeHead(301, { location: given.location }).end()
    return
  }
  const { status, file } = given
  response.writeHead(status, { 'content-type': mediaTypes[extname(file ?? '')] ?? 'application/octet-stream' })
  if (file === undefined) response.end('not found')
  else createReadStream(file).pipe(response)
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
