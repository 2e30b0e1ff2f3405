import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaticHost, serveFolder } from '../../tools/preview/serve.ts'

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
  ['/below/nothing/', 404, 'lost'],
  ['/', 404, 'lost'],
  ['/belowa.csv', 404, 'lost'],
  ['/below/../../secret.txt', 404, 'lost'],
  ['/below/%2e%2e/%2e%2e/secret.txt', 404, 'lost'],
  ['/below/..%2f..%2fsecret.txt', 404, 'lost'],
  ['/below/%ff', 404, 'lost'],
])('%s answers %i with %s', async (path, status, answer) => {
  expect(await ask(path)).toEqual([status, answer])
})
