/** What a browser is told of a file, and whether its bytes become fewer when they are compressed. */
interface MediaType {
  readonly name: string
  readonly isText: boolean
}

const text = (name: string): MediaType => ({ name, isText: true })
const bytes = (name: string): MediaType => ({ name, isText: false })
const unknown = bytes('application/octet-stream')

const mediaTypes: Readonly<Record<string, MediaType>> = {
  '.html': text('text/html; charset=utf-8'),
  '.css': text('text/css; charset=utf-8'),
  '.js': text('text/javascript; charset=utf-8'),
  '.mjs': text('text/javascript; charset=utf-8'),
  '.json': text('application/json; charset=utf-8'),
  '.jsonld': text('application/ld+json; charset=utf-8'),
  '.csv': text('text/csv; charset=utf-8'),
  '.svg': text('image/svg+xml'),
  '.xml': text('application/xml; charset=utf-8'),
  '.txt': text('text/plain; charset=utf-8'),
  '.sql': text('application/sql; charset=utf-8'),
  '.wasm': text('application/wasm'),
  '.png': bytes('image/png'),
  '.parquet': bytes('application/vnd.apache.parquet'),
  '.gz': bytes('application/gzip'),
  '.zip': bytes('application/zip'),
  '.xlsx': bytes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
}

/** The media type of a file by its ending. */
export const toMediaType = (path: string): MediaType => mediaTypes[/\.\w+$/.exec(path)?.[0] ?? ''] ?? unknown
