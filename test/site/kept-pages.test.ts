import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Random, toRandom } from '../../packages/extract/test/generate/random.ts'
import { makeDataset } from '../../tools/demo/build.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { listFiles } from '../support/pages.ts'
import { buildPages, toCleanEnv } from '../support/site.ts'

const settings = { SITE_URL: 'https://example.org', SITE_CONTACT: 'a@example.org' }
const inPacks = { ...settings, SITE_LAYOUT: 'packs' }
const reportCount = 40
const seed = 22
/** More of them on demand: `STEPS=10 npx vitest run test/site/kept-pages.test.ts`. */
const steps = Number(process.env['STEPS'] ?? 1)

let demo: Demo
/** The same site, in packs. */
const packed = () => `${demo.site}-packed`
/** Where documents lie that are not in the corpus for now. */
const aside = () => `${demo.corpus}-aside`

beforeAll(async () => {
  demo = await buildDemo(reportCount, settings)
  mkdirSync(aside())
  await buildPages(demo.dataset, packed(), inPacks)
})
afterAll(() => demo?.remove())

/** A document that somebody published again, with other words and, where it prints one in a cell, another number. */
function changeDocument(path: string, round: number): void {
  const text = readFileSync(path, 'utf8').replace('<td>0</td>', `<td>${round + 3}</td>`)
  const more = `本机关于第 ${round} 次核对后补充说明有关情况，请予留意。`
  writeFileSync(path, path.endsWith('.html') ? text.replace('</body>', `<p>${more}</p></body>`) : `${text}\n${more}\n`)
}

/** Takes documents out of the corpus, puts others back, and changes some. */
function stir(random: Random, round: number): void {
  const draw = (names: readonly string[], count: number) =>
    Array.from({ length: Math.min(count, names.length) }, () => names[random.int(names.length)] ?? '')
  const back = readdirSync(aside())
  for (const name of new Set(draw(back, 2))) renameSync(join(aside(), name), join(demo.corpus, name))
  const held = readdirSync(demo.corpus).filter((name) => /\.(?:html|txt)$/.test(name) && !back.includes(name))
  const [gone = '', ...others] = [...new Set(draw(held, 3))]
  renameSync(join(demo.corpus, gone), join(aside(), gone))
  for (const name of others) changeDocument(join(demo.corpus, name), round)
}

const isOther = (file: string) => file.endsWith('.duckdb')
const listSite = (folder: string) => listFiles(folder).filter((file) => !isOther(file))

/** Agencies whose pages a build made, and all of them; then the same of divisions. */
function readMade(said: string): readonly number[] {
  const found = /pages of (\d+) of (\d+) agencies and (\d+) of (\d+) divisions are made/.exec(said) ?? []
  return found.slice(1).map(Number)
}

async function expectCleanBytes(site: string, own: Readonly<Record<string, string>>): Promise<void> {
  const clean = `${demo.site}-clean`
  const [made, all, madePlaces, allPlaces] = readMade(await buildPages(demo.dataset, clean, own))
  expect([made, madePlaces]).toEqual([all, allPlaces])
  expect(listSite(site)).toEqual(listSite(clean))
  for (const file of listSite(clean))
    expect(readFileSync(join(site, file)).equals(readFileSync(join(clean, file))), file).toBe(true)
  rmSync(clean, { recursive: true })
  rmSync(join(clean, '../.site-clean-pages'), { recursive: true })
}

/** Path of a page → its bytes; agencies, divisions and what is framed. */
const readPages = (room: string) => {
  const paths = listSite(demo.site).filter((file) => file.startsWith(room) && file !== `${room}index.html`)
  return new Map(paths.map((path) => [path, readFileSync(join(demo.site, path), 'utf8')]))
}

const findVersion = (page: string) => /数据版本 <code>([0-9a-f]{12})<\/code>/.exec(page)?.[1]

test('a document of one body leaves the pages of others as they were, with the version that they name', async () => {
  const rooms = ['agency/', 'region/', 'r/', 'embed/'] as const
  const before = new Map(rooms.map((room) => [room, readPages(room)]))
  const home = readFileSync(join(demo.site, 'index.html'), 'utf8')
  const [name = ''] = readdirSync(demo.corpus).filter((file) => file.endsWith('.html'))
  changeDocument(join(demo.corpus, name), 1)
  makeDataset(demo, toCleanEnv())
  await buildPages(demo.dataset, demo.site, settings)
  await buildPages(demo.dataset, packed(), inPacks)
  expect(findVersion(readFileSync(join(demo.site, 'index.html'), 'utf8'))).not.toBe(findVersion(home))
  for (const room of rooms) {
    const after = readPages(room)
    const changed = [...after].filter(([path, page]) => before.get(room)?.get(path) !== page).map(([path]) => path)
    expect([room, changed.length > 0, changed.length < after.size / 2]).toEqual([room, true, true])
    for (const path of changed.filter((file) => file.endsWith('index.html') && room !== 'embed/'))
      expect(findVersion(after.get(path) ?? ''), path).not.toBe(findVersion(before.get(room)?.get(path) ?? ''))
  }
})

const random = toRandom(seed)

test.each(Array.from({ length: steps }, (_, i) => i + 1))(
  'documents came, went and changed, time %i: few pages are made, all are those of a clean build',
  async (round) => {
    stir(random, round)
    makeDataset(demo, toCleanEnv())
    for (const [site, own] of [
      [demo.site, settings],
      [packed(), inPacks],
    ] as const) {
      const [made = 0, all = 0, madePlaces = 0, allPlaces = 0] = readMade(await buildPages(demo.dataset, site, own))
      expect(made).toBeGreaterThan(0)
      expect(made).toBeLessThanOrEqual(all / 2)
      expect(madePlaces).toBeGreaterThan(0)
      expect(madePlaces).toBeLessThan(allPlaces)
      await expectCleanBytes(site, own)
    }
  },
  300_000,
)

test('where nothing changed no page of an agency is made', async () => {
  const before = new Map(listSite(demo.site).map((file) => [file, readFileSync(join(demo.site, file))]))
  const [made, , madePlaces] = readMade(await buildPages(demo.dataset, demo.site, settings))
  expect([made, madePlaces]).toEqual([0, 0])
  expect(listSite(demo.site)).toEqual([...before.keys()])
  for (const [file, bytes] of before) expect(readFileSync(join(demo.site, file)).equals(bytes), file).toBe(true)
})

test('with another setting that pages show all of them are made', async () => {
  const [made, all, madePlaces, allPlaces] = readMade(
    await buildPages(demo.dataset, demo.site, { ...settings, SITE_CONTACT: 'b@example.org' }),
  )
  expect([made, madePlaces]).toEqual([all, allPlaces])
})
