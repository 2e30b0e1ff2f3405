import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** A host that knows files and nothing of packs, as bought ones do. */
export interface PlainHost {
  readonly origin: string
  /** What was asked since the last look: path, the range if any, status, bytes of the body. */
  readonly takeAsked: () => readonly Asked[]
  /** Serves another folder from now on, as after a release. */
  readonly replace: (folder: string) => void
  readonly close: () => Promise<void>
}

export interface Asked {
  readonly path: string
  readonly range: string | undefined
  readonly status: number
  readonly bytes: number
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}
const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/**
 * Serves a folder as plain hosts do: files, `index.html`, `404.html`, and parts of files unless it has none.
 *
 * @param hasRanges whether it answers with the part that is asked for, or always with the whole
 */
export async function servePlainly(folder: string, hasRanges = true): Promise<PlainHost> {
  let [served, asked]: [string, Asked[]] = [folder, []]
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const file = join(served, path.endsWith('/') ? `${path}index.html` : path)
    const found = isFile(file) ? file : join(served, '404.html')
    const whole = readFileSync(found)
    const { range } = request.headers
    const [, from, to] = (hasRanges && found === file && /^bytes=(\d+)-(\d+)$/.exec(range ?? '')) || []
    const body = from === undefined ? whole : whole.subarray(Number(from), Number(to) + 1)
    const status = found !== file ? 404 : from === undefined ? 200 : 206
    asked.push({ path, range, status, bytes: body.length })
    const part = from === undefined ? {} : { 'content-range': `bytes ${from}-${to}/${whole.length}` }
    response
      .writeHead(status, { 'content-type': types[extname(found)] ?? 'application/octet-stream', ...part })
      .end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeAsked: () => asked.splice(0),
    replace: (next) => {
      served = next
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
