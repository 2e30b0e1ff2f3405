import { createReadStream } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { type Answer, toAnswer } from './answer.ts'

/** A static host as plain as they come. */
export interface StaticHost {
  readonly origin: string
  /** Answers what was asked, and then no more. */
  readonly close: () => Promise<void>
}

/** Where a site is served, and how long its answers may be kept. */
export interface ServeOptions {
  /** Path below the origin, e.g. `/gongkai`; the root by default. */
  readonly base?: string
  /** Address to listen on; this machine alone by default. */
  readonly host?: string
  /** 0, the default, for a free one. */
  readonly port?: number
  /** Seconds that an answer may be kept unless the site's own list says another time; by default, it is asked for anew. */
  readonly maxAge?: number
}

/** What a client may take, in milliseconds: to ask, and to take in what it was sent. */
const mostAsking = 10_000
const mostIdle = 60_000
/** The most lines that are open at once, and the most that is asked on one of them. */
const mostConnections = 2_000
const mostRequests = 1_000

/**
 * Serves a folder as static hosts do: a folder by its `index.html`, its name without the last slash by a redirect, an unknown
 * path by `404.html`, with the headers of its `_headers`, and nothing outside the base path. Who has a file is told so; who
 * asks for a part gets it; where a compressed file lies beside, it is sent.
 */
export function serveFolder(folder: string, options: ServeOptions = {}): Promise<StaticHost> {
  const { base = '/', host = '127.0.0.1', port = 0, maxAge = 0 } = options
  const prefix = `/${base.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  const cacheControl = maxAge === 0 ? 'no-cache' : `public, max-age=${maxAge}, must-revalidate`
  const limits = { headersTimeout: mostAsking, requestTimeout: mostAsking }
  const server = createServer(limits, ({ method = 'GET', url = '/', headers }, response) => {
    send(response, tryAnswer({ folder, prefix, cacheControl }, { method, target: url, headers }), method === 'HEAD')
  })
  server.setTimeout(mostIdle)
  server.maxConnections = mostConnections
  server.maxRequestsPerSocket = mostRequests
  // What is no request at all is told so; the connection may be gone already.
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
    else socket.destroy()
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo
      resolve({
        origin: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}

/** An answer to anything: a file that vanished or a name that the system refuses is an answer, too. */
function tryAnswer(...[site, asked]: Parameters<typeof toAnswer>): Answer {
  try {
    return toAnswer(site, asked)
  } catch (error) {
    const isName = error instanceof Error && 'code' in error && error.code === 'ENAMETOOLONG'
    if (!isName) console.error(`Cannot answer "${asked.target.slice(0, 200)}":`, error)
    return { status: isName ? 404 : 500, headers: {}, body: isName ? 'not found' : 'cannot be read' }
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  response.writeHead(status, headers)
  if (isHead || typeof body === 'string') response.end(isHead ? undefined : body)
  else if (body.end < body.start) response.end()
  // Whoever stops listening, or a file that vanishes, ends this answer and nothing else.
  else pipeline(createReadStream(body.file, { start: body.start, end: body.end }), response, () => undefined)
}
