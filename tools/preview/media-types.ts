import { extname } from 'node:path'

/** Media types by the ending of a name. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.sql': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
}

/** The media type of a file; bytes of no known kind where its ending is not known. */
export const toMediaType = (file: string): string => mediaTypes[extname(file)] ?? 'application/octet-stream'

/** Whether a file shrinks when it is compressed, and nobody reads it piece by piece. */
export const isCompressible = (file: string): boolean =>
  /^(?:text\/|image\/svg|application\/(?:json|ld\+json|xml|wasm))/.test(toMediaType(file))
