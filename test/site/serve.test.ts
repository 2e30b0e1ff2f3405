import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toRandom } from '../../packages/extract/test/generate/random.ts'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'

let folder = ''
let host: StaticHost

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-serve-'))
  mkdirSync(join(folder, 'dist/甲'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist/index.html'), 'home')
  writeFileSync(join(folder, 'dist/404.html'), 'lost')
  writeFileSync(join(folder, 'dist/甲/index.html'), 'one')
  writeFileSync(join(folder, 'dist/a.csv'), 'a,b')
  writeFileSync(join(folder, 'dist/.nojekyll'), '')
  mkdirSync(join(folder, 'dist/.well-known'))
  writeFileSync(join(folder, 'dist/.well-known/security.txt'), 'contact')
  writeFileSync(
    join(folder, 'dist/_headers'),
    '/*\n  X-One: all\n  X-Three: all\n# words\n/a*\n  X-Two: some\n  X-Three: some\n  ! X-One\n  X-One: own\n',
  )
  host = await serveFolder(join(folder, 'dist'), { base: '/below' })
})
afterAll(async () => {
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks for a path as it is written, without the tidying that fetch does. */
function ask(path: string): Promise<readonly [number | undefined, string]> {
  const { hostname, port } = new URL(host.origin)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve([response.statusCode, response.headers.location ?? Buffer.concat(chunks).toString()]),
      )
    })
      .on('error', reject)
      .end()
  })
}

test.each([
  ['/below/', 200, 'home'],
  ['/below/%E7%94%B2/', 200, 'one'],
  ['/below/%E7%94%B2', 301, '/below/%E7%94%B2/'],
  ['/below/a.csv', 200, 'a,b'],
  ['/below/a.csv?x=1', 200, 'a,b'],
  ['/below/a.csv/', 404, 'lost'],
  ['/below/a.csv/b', 404, 'lost'],
  ['/below/nothing/', 404, 'lost'],
  ['/', 404, 'lost'],
  ['/belowa.csv', 404, 'lost'],
  ['/below/../../secret.txt', 404, 'lost'],
  ['/below/%2e%2e/%2e%2e/secret.txt', 404, 'lost'],
  ['/below/..%2f..%2fsecret.txt', 404, 'lost'],
  ['/below/%ff', 404, 'lost'],
  ['/below/_headers', 404, 'lost'],
  ['/below/.nojekyll', 404, 'lost'],
  ['/below/.well-known/security.txt', 200, 'contact'],
])('%s answers %i with %s', async (path, status, answer) => {
  expect(await ask(path)).toEqual([status, answer])
})

/** What comes back for bytes that need not be a request. */
function tell(bytes: string, origin = host.origin): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    // What is no whole request is answered when nothing more can come.
    if (!bytes.endsWith('\r\n\r\n')) socket.end()
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
  })
}
const asked = (target: string, method = 'GET', more = '') =>
  `${method} ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`

test.each([
  ['words', 'nonsense\r\n\r\n', '400'],
  ['bytes', '\0\xff\xfe', ''],
  ['an unknown version', 'GET / HTTP/9.9\r\n\r\n', '400'],
  ['a request that is cut', 'GET', ''],
  ['a long path', asked(`/below/${'a'.repeat(9_000)}`), '404'],
  ['a long header', asked('/', 'GET', `a: ${'a'.repeat(90_000)}\r\n`), '431'],
  ['two slashes', asked('//'), '404'],
  ['another host', asked('//evil.example/%2e%2e'), '404'],
  ['an address without a host', asked('http://'), '404'],
  ['an address that is none', asked('http://[::bad'), '404'],
  ['a whole address', asked('http://evil.example/below/a.csv'), '200'],
  ['a NUL', asked('/below/%00'), '404'],
  ['a NUL before another ending', asked('/below/a.csv%00.html'), '404'],
  ['a backslash', asked('/below/..\\secret.txt'), '404'],
  ['a method that changes', asked('/below/', 'POST', 'content-length: 0\r\n'), '405'],
  ['a star', asked('*', 'OPTIONS'), '405'],
])('%s: answered, and the host goes on', async (_, bytes, status) => {
  expect((await tell(bytes)).slice(9, 12)).toBe(status)
  expect(await ask('/below/')).toEqual([200, 'home'])
})

test('what a request holds besides is not read', async () => {
  const heard = await tell(`POST /below/ HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 405[\s\S]*\r\nconnection: close\r\n/i)
})

test.each(['//evil.example/..', '/\\\\evil.example', '/%2f/evil.example', '//%E7%94%B2', '/\t/evil'])(
  'below the root, %s leads to no other origin',
  async (target) => {
    const rooted = await serveFolder(join(folder, 'dist'))
    const heard = await tell(asked(target), rooted.origin)
    await rooted.close()
    const location = /^location: (.*)$/im.exec(heard)?.[1]?.trim() ?? '/'
    expect(new URL(location, rooted.origin).origin).toBe(rooted.origin)
  },
)

test.each([
  ['bytes=0-0', 206, 'bytes 0-0/3', 'a'],
  ['bytes=1-', 206, 'bytes 1-2/3', ',b'],
  ['bytes=-2', 206, 'bytes 1-2/3', ',b'],
  ['bytes=0-99', 206, 'bytes 0-2/3', 'a,b'],
  ['bytes=3-', 416, 'bytes */3', ''],
  ['bytes=2-1', 200, undefined, 'a,b'],
  ['lines=1-2', 200, undefined, 'a,b'],
  ['bytes=0-0,2-2', 200, undefined, 'a,b'],
  ['bytes=99999999999999999999-', 200, undefined, 'a,b'],
])('the range %s answers %i', async (range, status, content, body) => {
  const answer = await fetch(`${host.origin}/below/a.csv`, { headers: { range } })
  expect([answer.status, answer.headers.get('content-range') ?? undefined]).toEqual([status, content])
  expect(await answer.text()).toBe(body)
})

test('HEAD has the headers of GET and no body', async () => {
  const [whole, head] = [await tell(asked('/below/a.csv')), await tell(asked('/below/a.csv', 'HEAD'))]
  const undated = (text: string) => text.replace(/^date: .*$/im, '')
  expect(undated(whole)).toBe(`${undated(head)}a,b`)
  expect(head).toMatch(/content-length: 3/i)
})

test('the headers of the site are sent where its list says', async () => {
  const [home, csv] = [await fetch(`${host.origin}/below/`), await fetch(`${host.origin}/below/a.csv`)]
  expect([home.headers.get('x-one'), home.headers.get('x-two')]).toEqual(['all', null])
  expect([csv.headers.get('x-one'), csv.headers.get('x-two')]).toEqual(['own', 'some'])
  // As hosts do: what two rules say is joined, unless the second takes the first off.
  expect([home.headers.get('x-three'), csv.headers.get('x-three')]).toEqual(['all', 'all, some'])
})

/** Parts that requests are made of, well formed and not. */
const parts = {
  method: ['GET', 'HEAD', 'POST', 'get', 'TRACE', 'CONNECT', 'G\xffT', '', 'GET GET'],
  target: [
    '/',
    '//',
    '/below',
    '/below/',
    '/below//',
    '/../',
    '/%2e%2e/',
    '/%',
    '/%zz',
    '/%c0%af',
    '/\\',
    '\\\\a',
    'a',
    '*',
  ],
  host: [
    'evil.example',
    '//evil.example/',
    '%2fevil.example',
    '@evil.example',
    '?',
    '#',
    '\0',
    ' ',
    '\t',
    '甲',
    'a.csv',
    '.',
  ],
  end: [' HTTP/1.1', ' HTTP/1.0', ' HTTP/2.0', ' HTTP/x', '', ' http/1.1', '\tHTTP/1.1'],
  more: [
    '',
    'host: x\r\n',
    'host: x\r\nrange: bytes=-\r\n',
    'a\r\n',
    ': a\r\n',
    'content-length: -1\r\n',
    'range: bytes=9-1\r\n',
  ],
} as const

test('200 requests of parts that do not fit: each is answered or closed, none leads away, and the host goes on', async () => {
  const random = toRandom(18)
  const rooted = await serveFolder(join(folder, 'dist'))
  for (let i = 0; i < 200; i++) {
    const of = (name: keyof typeof parts) => parts[name][random.int(parts[name].length)] ?? ''
    const line = `${of('method')} ${of('target')}${of('host')}${of('target')}${of('end')}`
    const heard = await tell(`${line}\r\n${of('more')}connection: close\r\n\r\n`, rooted.origin)
    expect(heard, line).toMatch(/^(?:HTTP\/1\.1 (?:2|3|4)\d\d |$)/)
    const location = /^location: (.*)$/im.exec(heard)?.[1]?.trim() ?? '/'
    expect(new URL(location, rooted.origin).origin, line).toBe(rooted.origin)
  }
  expect((await fetch(`${rooted.origin}/`)).status).toBe(200)
  await rooted.close()
})
