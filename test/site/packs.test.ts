import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packSite } from '../../apps/site/integrations/pack-pages.ts'
import { largestPack, type PackedSite, packedSitePath } from '../../apps/site/src/packs/format.ts'
import { isPacked } from '../../apps/site/src/packs/kinds.ts'
import { readPackedSite } from '../../packages/schema/src/index.ts'
import { digestFolder } from '../../tools/build/digest.ts'
import { readSiteRows } from '../../tools/build/summary.ts'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { findDeadLinks, listFiles } from '../support/pages.ts'
import { buildSite, dist } from '../support/site.ts'

const layouts = ['packs', 'served'] as const
type Packed = (typeof layouts)[number]

let folder = ''
let plain: StaticHost
const hosts = new Map<Packed, StaticHost>()
const sites = new Map<Packed, PackedSite>()

const copy = (name: string) => {
  const to = join(folder, name)
  cpSync(dist, to, { recursive: true })
  return to
}

beforeAll(async () => {
  await buildSite()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-packs-'))
  plain = await serveFolder(copy('plain'))
  for (const layout of layouts) {
    sites.set(layout, await packSite(copy(layout), layout, '/'))
    hosts.set(layout, await serveFolder(join(folder, layout)))
  }
})
afterAll(async () => {
  for (const host of [plain, ...hosts.values()]) await host?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Heard {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function ask(host: StaticHost, path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const asked = request(`${host.origin}/${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asked.on('error', reject).end()
  })
}

const sumOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const toAddress = (file: string) =>
  file
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')
const aReport = () => listFiles(join(folder, 'plain'), 'index.html').find((path) => /^r\/[^/]+\/index/.test(path)) ?? ''
const hostOf = (layout: Packed) => hosts.get(layout) ?? plain

describe.each(layouts)('the layout "%s"', (layout) => {
  test('answers every address of the plain site with the same bytes and the same headers', async () => {
    // What a host keeps to itself is no address.
    const files = listFiles(join(folder, 'plain')).filter((file) => file !== '_headers' && !file.startsWith('.'))
    expect(files.length).toBeGreaterThan(200)
    expect(files.filter((file) => isPacked(file, layout)).length).toBeGreaterThan(50)
    const toSaid = ({ status, headers: { etag, date, ...said }, body }: Heard) => ({ status, said, sum: sumOf(body) })
    for (const file of files) {
      const [before, after] = await Promise.all([ask(plain, toAddress(file)), ask(hostOf(layout), toAddress(file))])
      expect(after.status, file).toBe(200)
      expect(toSaid(after), file).toEqual(toSaid(before))
    }
  })

  test('has no dead link: what is answered, written down, is a whole site', async () => {
    const answered = join(folder, `${layout}-answered`)
    for (const file of listFiles(join(folder, 'plain'))) {
      const { status, body } = await ask(hostOf(layout), toAddress(file))
      if (status !== 200) continue
      mkdirSync(dirname(join(answered, file)), { recursive: true })
      writeFileSync(join(answered, file), body)
    }
    const { dead, examined } = findDeadLinks(answered, '/')
    expect(examined).toBeGreaterThan(1000)
    expect(dead).toEqual([])
  })

  test.each(['gzip', 'identity'])('is not sent again to who takes %s and has it', async (accepted) => {
    const headers = { 'accept-encoding': accepted }
    const first = await ask(hostOf(layout), toAddress(aReport()), headers)
    expect(first.headers['content-encoding']).toBe(accepted === 'gzip' ? 'gzip' : undefined)
    const bytes = accepted === 'gzip' ? gunzipSync(first.body) : first.body
    expect(bytes.equals(readFileSync(join(folder, 'plain', aReport())))).toBe(true)
    const again = await ask(hostOf(layout), toAddress(aReport()), { ...headers, 'if-none-match': first.headers.etag })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('answers parts, HEAD, a folder without its slash and what is not there as the plain site does', async () => {
    const address = toAddress(aReport())
    const questions = [
      [address, { range: 'bytes=10-19' }, 'GET'],
      [address, {}, 'HEAD'],
      [address.slice(0, -1), {}, 'GET'],
      ['r/nothing/', {}, 'GET'],
      ['r/%ff/', {}, 'GET'],
      [`${address}/`, {}, 'GET'],
    ] as const
    for (const [path, headers, method] of questions) {
      const [before, after] = await Promise.all([
        ask(plain, path, headers, method),
        ask(hostOf(layout), path, headers, method),
      ])
      expect([after.status, after.headers.location, after.body.toString()], path).toEqual([
        before.status,
        before.headers.location,
        before.body.toString(),
      ])
    }
  })

  test('is the same bytes each time, and no file of it is too large', async () => {
    const again = copy(`${layout}-again`)
    expect(await packSite(again, layout, '/')).toEqual(sites.get(layout))
    expect(digestFolder(again)).toBe(digestFolder(join(folder, layout)))
    const packs = listFiles(join(again, 'packs'))
    expect(packs.filter((path) => path.endsWith('.bin')).length).toBe(2)
    const packed = listFiles(join(folder, 'plain')).filter((path) => isPacked(path, layout)).length
    expect(readPackedSite(readFileSync(join(again, packedSitePath), 'utf8')).fileCount).toBe(packed)
    expect(readSiteRows(again)[0]?.[1]).toMatch(new RegExp(`in packs ${packed.toLocaleString('en-US')}$`))
    for (const path of packs) expect(readFileSync(join(again, 'packs', path)).length).toBeLessThanOrEqual(largestPack)
  })

  test('leaves files that do not become more with the reports, and no empty folder', () => {
    const left = listFiles(join(folder, layout)).filter((path) => !/^(?:dataset|packs|_astro)\//.test(path))
    const grown = left.filter((path) => /\/[^/]*\d{6}[^/]*(?:\/|\.)/.test(path))
    const isFetched = (path: string) => layout === 'packs' && /^embed\/|\.xml$/.test(path)
    expect(grown.filter((path) => !isFetched(path))).toEqual([])
    expect(readdirSync(join(folder, layout, 'r'))).toEqual(['index.html'])
  })
})

test('a site that is replaced while it is served, by other packs or by plain files, is answered as it is now', async () => {
  const moving = copy('moving')
  await packSite(moving, 'packs', '/')
  const host = await serveFolder(moving)
  const read = async () => (await ask(host, toAddress(aReport()))).body.toString()
  const first = await read()
  for (const layout of ['packs', 'plain'] as const) {
    const next = copy('next')
    writeFileSync(join(next, aReport()), `${first}<!-- ${layout} -->`)
    if (layout === 'packs') await packSite(next, layout, '/')
    rmSync(moving, { recursive: true })
    cpSync(next, moving, { recursive: true })
    rmSync(next, { recursive: true })
    expect(await read()).toBe(`${first}<!-- ${layout} -->`)
  }
  await host.close()
})
