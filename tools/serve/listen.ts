import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { toAnswer } from './answer.ts'
import type { Answer, Asked } from './messages.ts'
import { openSite, type Site } from './site.ts'

/** A server that listens. */
export interface StaticHost {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Where a site is served: below which path, at which address of the machine, on which port (0 for a free one). */
export interface ServeOptions {
  /** Path below the origin, e.g. `/gongkai`; the root by default. */
  readonly base?: string
  readonly host?: string
  readonly port?: number
}

/** Nobody may take more than this: bytes of headers, milliseconds to send them, milliseconds of silence, connections. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
} as const
const longestSilence = 30_000
const mostConnections = 1_000

/**
 * Serves a folder as static hosts do: a folder by its `index.html`, its name without the last slash by a redirect, an
 * unknown path by `404.html`, with the headers of its `_headers`, and nothing outside the base path.
 */
export function serveFolder(
  folder: string,
  { base = '/', host = '127.0.0.1', port = 0 }: ServeOptions = {},
): Promise<StaticHost> {
  const site = openSite(folder, `/${base.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/'))
  const server = createServer(limits, (request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      // Nothing that is asked ends the server, our own faults included; who runs it is told of them.
      console.error(`Cannot answer "${request.url}":`, error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end('cannot be read')
    })
  })
  server.maxConnections = mostConnections
  server.setTimeout(longestSilence)
  server.on('clientError', refuse)
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, () => resolve(toHost(server, host)))
  })
}

function toHost(server: Server, host: string): StaticHost {
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeIdleConnections()
      }),
  }
}

const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What is no request at all is told so; the connection may be gone already. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  const status = refusals[error.code ?? ''] ?? '400 Bad Request'
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`)
  else socket.destroy()
}

async function answer(site: Site, { method = 'GET', url = '/', headers }: IncomingMessage, response: ServerResponse) {
  const asked: Asked = {
    method,
    target: url,
    range: headers.range,
    rangeOf: headers['if-range']?.toString(),
    accepted: headers['accept-encoding']?.toString(),
    known: headers['if-none-match'],
  }
  send(response, await toAnswer(site, asked), method === 'HEAD')
}

function send(response: ServerResponse, { status, headers, body }: Answer, isHead: boolean): void {
  response.writeHead(status, headers)
  if (isHead || body === '') response.end()
  else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body)
  // Whoever stops listening, or a file that vanishes, ends this answer and nothing else.
  else pipeline(createReadStream(body.file, { start: body.start, end: body.end }), response, () => undefined)
}
