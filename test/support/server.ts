import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
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

/** Serves a folder on a free port of 127.0.0.1: a folder by its index.html, an unknown path by 404.html. */
export function serveFolder(folder: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = fileOf(folder, path)
    const served = file ?? join(folder, '404.html')
    response.writeHead(file ? 200 : 404, { 'content-type': mediaTypes[extname(served)] ?? 'application/octet-stream' })
    response.end(isFile(served) ? readFileSync(served) : 'not found')
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}

function fileOf(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path), path.endsWith('/') ? 'index.html' : '')
  return file.startsWith(folder) && isFile(file) ? file : undefined
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
