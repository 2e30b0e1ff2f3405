/**
 * Measures the search over generated reports: node tools/bench-search.ts --count 1000 [--pagefind COMMAND]
 *
 * Needs the site built, since the worker measured is the site's. Pagefind is no dependency; where its command is
 * given, the same reports are indexed as pages and asked the same questions in the same browser.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateReports } from '../apps/site/test/search/generate.ts'
import { toFullReader, toLibrary } from '../apps/site/test/search/library.ts'
import { launchBrowser } from '../test/support/browser.ts'
import { type Cost, measure } from './bench/ask.ts'
import { toOwn, toPagefind } from './bench/searchers.ts'
import { writeOwn, writePages } from './bench/write.ts'

const clauses = [
  '行政复议',
  '三审三校',
  '政府开放日',
  '科学技术局',
  '卫生健康委员会',
  '住房和城乡建设局',
  '保密审查制度',
  '征地补偿',
  '营商环境',
  '双随机抽查结果',
  '优化营商环境条例',
  '村务公开栏',
  '派驻纪检组',
  '未收到政府信息公开申请',
  '纳入法律顾问的',
  '编印操作手册',
]

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' }, pagefind: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'gongkai-search-'))
const made = generateReports(Number(values.count), 5)
const readThrough = toFullReader(made)
/** Five characters out of the middle of some texts, wherever their words end. */
const parts = Array.from({ length: 8 }, (_, i) => {
  const { lines } = made[Math.floor(((i + 0.5) * made.length) / 8)] ?? { lines: [] }
  const text = lines.map((line) => line.text).join('')
  return /\p{Script=Han}{5}/u.exec(text.slice(200 + 37 * i))?.[0] ?? ''
})
const queries = [...clauses, ...parts.filter((part) => part !== '')]

function weighFolder(path: string): number {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return names.map((name) => statSync(join(path, name))).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)
}

function print(name: string, opening: number, costs: readonly Cost[]): void {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
  console.log(`\n${name}: ${kilobytes(opening)} KB before the first question`)
  console.log('| question | reports | found | wrong | KB | requests | ms |\n|---|---|---|---|---|---|---|')
  for (const { query, found, bytes, requests, milliseconds } of costs) {
    const truth = new Set(readThrough(`"${query.replaceAll('"', '')}"`))
    const right = found.filter((id) => truth.has(id)).length
    const row = [query, truth.size, right, found.length - right, kilobytes(bytes), requests, milliseconds.toFixed(0)]
    console.log(`| ${row.join(' | ')} |`)
  }
}

const browser = await launchBrowser()
try {
  const startedAt = process.cpuUsage()
  const library = toLibrary(made)
  const { user, system } = process.cpuUsage(startedAt)
  const bytes = library.shards.reduce((sum, shard) => sum + shard.length, 0)
  const size = `${library.shards.length} files, ${(bytes / 1e6).toFixed(2)} MB`
  console.log(
    `${made.length} reports: index of ${size}, made in ${((user + system) / 1e6).toFixed(1)} s of processor time`,
  )
  writeOwn(join(folder, 'own'), library, join(import.meta.dirname, '../apps/site/dist'))
  const quoted = queries.map((query) => `"${query}"`)
  const mine = await measure(browser, join(folder, 'own'), toOwn(library), quoted)
  print('own', mine.opening, mine.costs)
  if (values.pagefind) {
    const pages = join(folder, 'pages')
    writePages(pages, made)
    const indexed = performance.now()
    const { status, stderr } = spawnSync(values.pagefind, ['--site', pages], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`Cannot index with "${values.pagefind}": ${stderr}`)
    const seconds = ((performance.now() - indexed) / 1000).toFixed(0)
    console.log(`\nPagefind: ${(weighFolder(join(pages, 'pagefind')) / 1e6).toFixed(1)} MB in ${seconds} s`)
    for (const [name, asked] of [
      ['Pagefind, words as typed', queries],
      ['Pagefind, in quotes', quoted],
    ] as const) {
      const theirs = await measure(browser, pages, toPagefind(pages), asked)
      print(name, theirs.opening, theirs.costs)
    }
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
