/**
 * Measures one page of each type of a built site with Lighthouse, and fails where a category is below 95.
 *
 *     npm run lighthouse -- --site apps/site/dist --only compare
 *
 * Lighthouse weighs 180 MB, so it is no dependency: `npx` fetches it. Measure a site without the mark of invented data,
 * which asks not to be indexed.
 */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { browserFlags, findBrowser } from '../test/support/browser.ts'
import { readToolFlags } from './command/flags.ts'
import { serveFolder } from './serve/listen.ts'

const version = '13.5.0'
const least = 95
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const { site, only } = readToolFlags('npm run lighthouse --', {
  site: join(import.meta.dirname, '../apps/site/dist'),
  only: '',
})

/** Folders below a folder of the site, e.g. the ids of reports. */
const list = (folder: string): readonly string[] =>
  readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

function toPaths(): readonly string[] {
  const firstOf = (folder: string) => `/${folder}/${list(folder)[0]}/`
  const compared = new URLSearchParams(
    list('r')
      .slice(0, 2)
      .map((id) => ['r', id]),
  )
  const tools = [`/compare/?${compared}`, '/compare/', '/reports/', '/reports/?q=公开', '/check/', '/sql/', '/data/']
  const lists = ['/', '/indicators/', '/changes/', '/quality/', '/glossary/', '/region/', '/year/', '/agency/', '/r/']
  const zh = [...tools, ...['r', 'agency', 'region', 'year', 'indicators'].map(firstOf), ...lists]
  return [...zh, ...['/', '/reports/', `/compare/?${compared}`, firstOf('r')].map((path) => `/en${path}`)]
}

/** Scores of a page by category, 0 to 100. */
async function measure(url: string, chrome: string): Promise<readonly number[]> {
  const flags = [
    ...['--output=json', '--quiet', '--no-enable-error-reporting', `--only-categories=${categories.join(',')}`],
    `--chrome-flags=${['--headless=new', ...browserFlags].join(' ')}`,
  ]
  const { stdout } = await promisify(execFile)('npx', ['--yes', `lighthouse@${version}`, url, ...flags], {
    env: { ...process.env, CHROME_PATH: chrome },
    maxBuffer: 1 << 28,
  })
  const { categories: found, audits } = JSON.parse(stdout)
  const low = Object.values<{ id: string; score: number | null }>(audits).filter(
    ({ score }) => score !== null && score < 0.9,
  )
  if (categories.some((name) => 100 * found[name].score < least)) console.log(low.map(({ id }) => id).join(' '))
  return categories.map((name) => Math.round(100 * found[name].score))
}

const host = await serveFolder(site)
try {
  const chrome = await findBrowser()
  const paths = toPaths().filter((path) => path.includes(only))
  if (paths.length === 0) throw new Error(`Cannot measure: no page is called "${only}"`)
  console.log(`${categories.join(' · ')}, Lighthouse ${version}`)
  for (const path of paths) {
    const scores = await measure(host.origin + path, chrome)
    console.log(`${scores.map((score) => String(score).padStart(3)).join(' ')}  ${path}`)
    if (scores.some((score) => score < least)) process.exitCode = 1
  }
} finally {
  await host.close()
}
