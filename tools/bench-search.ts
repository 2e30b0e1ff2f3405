/**
 * Measures the search over generated reports: node tools/bench-search.ts --count 1000 [--browser] [--pagefind COMMAND]
 *
 * Asks in this process and weighs the files that are read: text compressed as hosts do, other files as they are. With
 * --browser the worker of the built site asks, in a browser, and its script is weighed, too. Pagefind is no dependency; where its command is
 * given, the same reports are indexed as pages and asked the same questions in the same browser. The questions are those of
 * the relevance file, and pieces of five characters out of the middle of a text.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mostWholeReports, textShards } from '../apps/site/src/search/blocks/write.ts'
import { generateReports } from '../apps/site/test/search/generate.ts'
import { toBlockLibrary, toFullReader, toLibrary } from '../apps/site/test/search/library.ts'
import { readQuestions } from '../apps/site/test/search/questions.ts'
import { shelf } from '../apps/site/test/search/shelf.ts'
import { launchBrowser } from '../test/support/browser.ts'
import { type Cost, measure } from './bench/ask.ts'
import { toOwn, toPagefind } from './bench/searchers.ts'
import { weighQuestions } from './bench/weigh.ts'
import { writeOwn, writePages } from './bench/write.ts'
import { readToolFlags } from './command/flags.ts'

const flags = readToolFlags('node tools/bench-search.ts', { count: 1000, browser: false, pagefind: '' })
const made = [...shelf, ...generateReports(flags.count, 5)]
const readThrough = toFullReader(made)
/** Five characters out of the middle of some texts, wherever their words end. */
const parts = Array.from({ length: 8 }, (_, i) => {
  const { lines } = made[Math.floor(((i + 0.5) * made.length) / 8)] ?? { lines: [] }
  const text = lines.map((line) => line.text).join('')
  return /\p{Script=Han}{5}/u.exec(text.slice(200 + 37 * i))?.[0] ?? ''
})
const queries = [...readQuestions().map(({ query }) => query), ...parts.filter((part) => part !== '')]

function weighFolder(path: string): number {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names.map((name) => statSync(join(path, name))).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function print(name: string, opening: number, costs: readonly Cost[]): void {
  console.log(`\n${name}: ${kilobytes(opening)} KB before the first question`)
  console.log('| question | reports | found | wrong | KB | requests | ms |\n|---|---|---|---|---|---|---|')
  const judged = costs.map(({ query, found, ...cost }) => {
    const truth = new Set(readThrough(query))
    const right = found.filter((id) => truth.has(id)).length
    return { query, ...cost, found: found.length, there: truth.size, right, wrong: found.length - right }
  })
  const compared = judged.filter(({ isWhole }) => isWhole)
  for (const { query, there, found, wrong, bytes, requests, milliseconds, isWhole } of judged) {
    const seen = isWhole ? String(found) : `${found} shown`
    console.log(`| ${[query, there, seen, wrong, kilobytes(bytes), requests, milliseconds.toFixed(0)].join(' | ')} |`)
  }
  const sum = (of: (one: (typeof judged)[number]) => number) => compared.reduce((total, one) => total + of(one), 0)
  const bytes = judged.map((one) => one.bytes)
  const times = judged.map((one) => one.milliseconds)
  console.log(
    [
      `${judged.length} questions, ${compared.length} compared to the end: ${sum((one) => Number(one.right === one.there))} without a hit lost`,
      `false hits shown or listed ${judged.reduce((total, one) => total + one.wrong, 0)}`,
      `hits ${sum((one) => one.right)} of ${sum((one) => one.there)}`,
      `KB median ${kilobytes(median(bytes))} (${kilobytes(Math.min(...bytes))}-${kilobytes(Math.max(...bytes))})`,
      `ms median ${median(times).toFixed(0)}, most ${Math.max(...times).toFixed(0)}`,
    ].join('; '),
  )
}

const startedAt = process.cpuUsage()
const isWhole = made.length <= mostWholeReports
const library = isWhole ? toLibrary(made) : toBlockLibrary(made, textShards)
const { user, system } = process.cpuUsage(startedAt)
const isIndex = (path: string) => /^search\/(?:terms|names|choices)\//.test(path)
const index = [...library.files].filter(([path]) => isIndex(path)).map(([, file]) => file.length)
console.log(
  [
    `${made.length} reports, the catalogue in ${isWhole ? 'one file' : 'blocks'}: ${library.files.size} files`,
    `lists of ${(index.reduce((sum, bytes) => sum + bytes, 0) / 1e6).toFixed(2)} MB`,
    `made in ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  ].join('; '),
)
const weighed = await weighQuestions(library, queries)
print('own, in this process', weighed.opening, weighed.costs)
if (flags.browser || flags.pagefind !== '') await measureInBrowser()

async function measureInBrowser(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-search-'))
  const browser = await launchBrowser()
  try {
    writeOwn(join(folder, 'own'), library, made, join(import.meta.dirname, '../apps/site/dist'))
    const mine = await measure(browser, join(folder, 'own'), toOwn(library), queries)
    print('own, in a browser', mine.opening, mine.costs)
    if (flags.pagefind === '') return
    const pages = join(folder, 'pages')
    writePages(pages, made)
    const indexed = performance.now()
    const { status, stderr } = spawnSync(flags.pagefind, ['--site', pages], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`Cannot index with "${flags.pagefind}": ${stderr}`)
    const seconds = ((performance.now() - indexed) / 1000).toFixed(0)
    console.log(`\nPagefind: ${(weighFolder(join(pages, 'pagefind')) / 1e6).toFixed(1)} MB in ${seconds} s`)
    const theirs = await measure(browser, pages, toPagefind(pages), queries)
    print('Pagefind', theirs.opening, theirs.costs)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
