import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveFolder } from '../../tools/serve/listen.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { listFiles } from '../support/pages.ts'
import { buildPages } from '../support/site.ts'

/** What differs from build to build. */
const isOther = (file: string) => file.endsWith('.duckdb')
const settings = { SITE_URL: 'https://example.org' }

let whole: Demo
const inRuns = () => `${whole.site}-runs`
const packed = () => `${whole.site}-packed`

beforeAll(async () => {
  whole = await buildDemo(40, settings)
  await buildPages(whole.dataset, inRuns(), settings, ['--run-size', '15'])
  await buildPages(whole.dataset, packed(), { ...settings, SITE_LAYOUT: 'packs' }, ['--run-size', '15'])
})
afterAll(() => whole?.remove())

test('a site built in runs has the files of one built at once, to the byte', () => {
  const files = listFiles(whole.site).filter((file) => !isOther(file))
  expect(files.filter((file) => /^r\/[^/]+\/index\.html$/.test(file)).length).toBeGreaterThan(24)
  expect(listFiles(inRuns()).filter((file) => !isOther(file))).toEqual(files)
  for (const file of files)
    expect(readFileSync(join(inRuns(), file)).equals(readFileSync(join(whole.site, file))), file).toBe(true)
})

test('in packs, too, every address is answered with the same bytes', async () => {
  const host = await serveFolder(packed())
  try {
    expect(existsSync(join(packed(), 'r/index.html'))).toBe(true)
    expect(readdirSync(join(packed(), 'r'))).toEqual(['index.html'])
    const files = listFiles(whole.site).filter((file) => !isOther(file) && !/^(?:_headers$|\.)/.test(file))
    for (const file of files) {
      const path = file
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1')
      const answer = await fetch(`${host.origin}/${path}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (file !== '404.html') expect(bytes.equals(readFileSync(join(whole.site, file))), file).toBe(true)
    }
  } finally {
    await host.close()
  }
})
