import { createReadStream } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { type Answer, toAnswer } from './answer.ts'

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

/**
 * Serves a folder on 127.0.0.1 as static hosts do: a folder by its `index.html`, its name without the last slash by a
 * redirect, an unknown path by `404.html`, with the headers of its `_headers`, and nothing outside the base path.
 */
export function serveFolder(folder: string, { base = '/', port = 0 }: ServeOptions = {}): Promise<StaticHost> {
  const prefix = `/${base.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    send(response, tryAnswer({ folder, prefix }, { method, target: url, range: headers.range }), method === 'HEAD')
  })
  // What is no request at all is told so; the connection may be gone already.
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
    else socket.destroy()
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

/** An answer to anything: a file that vanished or a name that the system refuses is an answer, too. */
function tryAnswer(...[site, asked]: Parameters<typeof toAnswer>): Answer {
  try {
    return toAnswer(site, asked)
  } catch (error) {
    const isName = error instanceof Error && 'code' in error && error.code === 'ENAMETOOLONG'
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
