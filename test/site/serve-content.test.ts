import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'

const long = '政府信息公开'.repeat(200)
const whole = Buffer.byteLength(long)
let folder = ''
let host: StaticHost

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-content-'))
  put('index.html', long)
  put('404.html', long)
  put('long.csv', long)
  put('beside.css', long)
  put('beside.css.br', brotliCompressSync(long))
  put('beside.css.gz', gzipSync('old'))
  utimesSync(join(folder, 'beside.css.gz'), 1, 1)
  put('short.txt', 'short')
  put('short-beside.txt', 'short')
  put('short-beside.txt.gz', gzipSync('short'))
  put('empty.txt', '')
  put('rows.parquet', long)
  put('large.json', `"${'a'.repeat(21_000_000)}"`)
  host = await serveFolder(folder)
})
afterAll(async () => {
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Heard {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks without the headers that fetch adds. */
function ask(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asked = request(`${host.origin}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject).end()
  })
}

const decoders = { gzip: gunzipSync, br: brotliDecompressSync, none: (bytes: Buffer) => bytes } as const

test.each([
  ['/', 'gzip, deflate, br', 'gzip'],
  ['/long.csv', 'gzip', 'gzip'],
  ['/long.csv', '*', 'gzip'],
  ['/long.csv', 'GZIP;q=0.5', 'gzip'],
  ['/long.csv', 'gzip;q=0', 'none'],
  ['/long.csv', 'identity', 'none'],
  ['/long.csv', undefined, 'none'],
  ['/beside.css', 'gzip, br', 'br'],
  ['/beside.css', 'gzip', 'gzip'],
  ['/beside.css', 'br;q=0.0, gzip', 'gzip'],
  ['/rows.parquet', 'gzip, br', 'none'],
] as const)('%s asked for with %s comes as %s, and its bytes are the same', async (path, accepted, coding) => {
  const { headers, body } = await ask(path, accepted === undefined ? {} : { 'accept-encoding': accepted })
  expect(headers['content-encoding'] ?? 'none').toBe(coding)
  expect(headers['content-length']).toBe(String(body.length))
  expect(headers.vary).toBe(path.endsWith('.parquet') ? undefined : 'accept-encoding')
  expect(decoders[coding](body).toString()).toBe(long)
})

test('a short text is sent compressed where somebody wrote that beside it', async () => {
  const { headers, body } = await ask('/short-beside.txt', { 'accept-encoding': 'gzip' })
  expect([headers['content-encoding'], gunzipSync(body).toString()]).toEqual(['gzip', 'short'])
})

test.each([
  ['/short.txt', 'too short to gain anything'],
  ['/empty.txt', 'empty'],
  ['/large.json', 'too large to be compressed while somebody waits'],
])('%s is %s and comes as it is', async (path) => {
  const { status, headers, body } = await ask(path, { 'accept-encoding': 'gzip' })
  expect([status, headers['content-encoding']]).toEqual([200, undefined])
  expect(headers['content-length']).toBe(String(body.length))
})

test.each(['gzip', 'identity'])(
  'a browser that takes %s and has the bytes is not sent them again',
  async (accepted) => {
    const first = await ask('/long.csv', { 'accept-encoding': accepted })
    const tag = first.headers.etag ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await ask('/long.csv', { 'accept-encoding': accepted, 'if-none-match': known })
      expect([again.status, again.body.length, again.headers.etag], known).toEqual([304, 0, tag])
    }
    expect((await ask('/long.csv', { 'accept-encoding': accepted, 'if-none-match': '"other"' })).status).toBe(200)
  },
)

test('compressed and plain bytes have tags of their own', async () => {
  const [plain, packed] = await Promise.all([ask('/long.csv'), ask('/long.csv', { 'accept-encoding': 'gzip' })])
  expect(plain.headers.etag).not.toBe(packed.headers.etag)
})

test('a part is a part of the plain bytes, whatever the browser takes', async () => {
  const headers = { range: 'bytes=0-2', 'accept-encoding': 'gzip, br' }
  const part = await ask('/long.csv', headers)
  expect([part.status, part.body.toString(), part.headers['content-encoding']]).toEqual([206, '政', undefined])
  const same = await ask('/long.csv', { ...headers, 'if-range': part.headers.etag ?? '' })
  expect([same.status, same.body.length]).toEqual([206, 3])
  const other = await ask('/long.csv', { ...headers, 'if-range': '"other"' })
  expect([other.status, other.body.length]).toEqual([200, whole])
})

test('HEAD says of every file what GET says', async () => {
  for (const path of ['/long.csv', '/beside.css', '/rows.parquet', '/empty.txt', '/nothing']) {
    const headers = { 'accept-encoding': 'gzip' }
    const [got, head] = [await ask(path, headers), await ask(path, headers, 'HEAD')]
    const toSaid = ({ status, headers: { date, ...said } }: Heard) => ({ status, said })
    expect(toSaid(head), path).toEqual(toSaid(got))
    expect(head.body.length).toBe(0)
  }
})

test('a file that is replaced while the site is served is sent as it is now', async () => {
  put('new.csv', long)
  const headers = { 'accept-encoding': 'gzip' }
  const before = await ask('/new.csv', headers)
  put('new.csv', `${long}。`)
  const after = await ask('/new.csv', { ...headers, 'if-none-match': before.headers.etag })
  expect([after.status, gunzipSync(after.body).toString()]).toEqual([200, `${long}。`])
  put('_headers', '/new.csv\n  X-One: new\n')
  expect((await ask('/new.csv')).headers['x-one']).toBe('new')
})

test.each([
  ['/long.csv', 'public, max-age=300, must-revalidate'],
  ['/nothing', 'no-cache'],
])('%s is kept as %s', async (path, kept) => {
  expect((await ask(path)).headers['cache-control']).toBe(kept)
})
