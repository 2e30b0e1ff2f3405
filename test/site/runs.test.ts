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
const packed = () => `${whole.site}-packed`

beforeAll(async () => {
  whole = await buildDemo(40, settings)
  await buildPages(whole.dataset, packed(), { ...settings, SITE_LAYOUT: 'packs' }, ['--run-size', '20'])
})
afterAll(() => whole?.remove())

test('a build that has too little memory says which setting gives it more', async () => {
  const small = buildPages(whole.dataset, `${whole.site}-small`, { ...settings, SITE_MEMORY: '40MiB' })
  await expect(small).rejects.toThrow('more than 40 MiB may be needed, set SITE_MEMORY')
})

test('a site made in runs, in packs, answers every address with the bytes of one made at once', async () => {
  const host = await serveFolder(packed())
  try {
    expect(existsSync(join(packed(), 'r/index.html'))).toBe(true)
    expect(readdirSync(join(packed(), 'r'))).toEqual(['index.html'])
    const files = listFiles(whole.site).filter((file) => !isOther(file) && !/^(?:_headers$|\.)/.test(file))
    expect(files.filter((file) => /^r\/[^/]+\/index\.html$/.test(file)).length).toBeGreaterThan(24)
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
