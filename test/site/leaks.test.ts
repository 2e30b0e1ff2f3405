import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printPage, toFontStyle } from '../../packages/extract/test/generate/pdf.ts'
import { launchBrowser } from '../support/browser.ts'
import { inTurn, toCleanEnv } from '../support/site.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-leaks-'))
const [corpus, derived, dataset, dist] = ['corpus', 'derived', 'dataset', 'dist'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What nobody may find again: invented, and of nobody. */
const secrets = [
  '13800138000',
  '15400138000',
  '沈知秋',
  '林见鹿',
  '990101190001010000',
  'shenzhiqiu@qq.com',
  '3单元501室',
] as const

const lines = [
  '联系人：沈知秋，手机：138-0013-8000，邮箱：shenzhiqiu@qq.com。',
  '申请人林见鹿（身份证号990101190001010000，住址：泗县泗城镇某小区2号楼3单元501室）不服本机关答复。',
  '工作人员沈知秋①⑤④⓪⓪①③⑧⓪⓪⓪负责解答。',
] as const
const statistics = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '1', '2', '3'],
] as const

const titleOf = (agency: string): string => `${agency}2021年政府信息公开工作年度报告`
const headOf = (agency: string) => [
  titleOf(agency),
  `本报告由${agency}编制，统计期限自2021年1月1日起至2021年12月31日止。`,
  '一、总体情况',
  ...lines,
  '二、主动公开政府信息情况',
  '第二十条第（一）项',
]

const toText = (agency: string): string => [...headOf(agency), ...statistics.map((row) => row.join('\t'))].join('\n')
const toHtml = (agency: string): string => {
  const rows = statistics.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const paragraphs = headOf(agency).map((text) => `<p>${text}</p>`)
  const contact = '<p><a href="tel:13800138000" title="沈知秋">沈知秋 13800138000</a></p>'
  return `<title>${titleOf(agency)} 沈知秋13800138000</title><meta name="Author" content="林见鹿 15400138000">${paragraphs.join('')}<table border="1">${rows}</table>${contact}`
}

/** A document of the old Word with one of its sentences overwritten, length for length. */
function toDoc(): Uint8Array {
  const bytes = readFileSync(join(root, 'packages/extract/test/corpus/doc-cells-merged-both-ways/source.doc'))
  const text = '联系人：沈知秋，手机13800138000。'
  const at = bytes.indexOf(Buffer.from('我单位把公开作为日常工作的一部分，安排专人', 'utf16le'))
  expect(at).toBeGreaterThan(0)
  bytes.write(text, at, 'utf16le')
  return bytes
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, env: toCleanEnv(env), encoding: 'utf8' })
  expect(status, `${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0)
  return stdout + stderr
}

/** What the commands said. */
let logs = ''

beforeAll(async () => {
  mkdirSync(corpus)
  writeFileSync(join(corpus, 'a.txt'), toText('泗县水利局'))
  writeFileSync(join(corpus, 'b.html'), `<!DOCTYPE html><meta charset="utf-8">${toHtml('泗县财政局')}`)
  writeFileSync(join(corpus, 'b-copy.html'), `<!DOCTYPE html><meta charset="utf-8">${toHtml('泗县财政局')}<p>更正</p>`)
  writeFileSync(join(corpus, 'c.doc'), toDoc())
  const browser = await launchBrowser()
  writeFileSync(
    join(corpus, 'd.pdf'),
    await printPage(browser, `<style>${toFontStyle()}</style>${toHtml('泗县审计局')}`),
  )
  await browser.close()
  logs += run(['packages/extract/src/cli/extract.ts', '--corpus', corpus, '--out', derived])
  logs += run(['packages/analyze/src/cli/analyze.ts', '--reports', derived, '--out', dataset])
  for (const name of readdirSync(corpus)) {
    for (const form of [[], ['--json']]) {
      const shown = spawnSync(process.execPath, ['packages/extract/src/cli/inspect.ts', join(corpus, name), ...form], {
        cwd: root,
        env: toCleanEnv(),
        encoding: 'utf8',
      })
      logs += shown.stdout + shown.stderr
    }
  }
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const settings = { GONGKAI_DATASET: dataset, SITE_URL: 'https://example.org' }
  await inTurn(() => {
    logs += run([astro, 'build', '--outDir', dist], settings, join(root, 'apps/site'))
  })
}, 240_000)

const filesOf = (top: string): readonly string[] =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** A text as a searcher might look at it: of one width, without what stands between digits. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\-·_()（）]/g, '')
const leaksOf = (text: string): readonly string[] => secrets.filter((secret) => bare(text).includes(bare(secret)))

test('every document was read, so that there was something to hide', () => {
  const documents = readFileSync(join(dataset, 'documents.csv'), 'utf8').trimEnd().split('\n').slice(1)
  expect(documents).toHaveLength(5)
  for (const row of documents) expect(row).toMatch(/,(?:extracted|superseded),/)
  for (const name of readdirSync(corpus).filter((name) => /txt|html/.test(name)))
    expect(leaksOf(readFileSync(join(corpus, name), 'utf8')).length, name).toBeGreaterThan(4)
  expect(readFileSync(join(dataset, 'lines.csv'), 'utf8').split('█').length).toBeGreaterThan(10)
})

test.each([
  ['the ledger', derived, 1],
  ['the dataset', dataset, 20],
  ['the site with its search, feeds and lists', dist, 50],
])('nobody is found in %s', (_, top, least) => {
  const files = filesOf(top)
  expect(files.length).toBeGreaterThanOrEqual(least)
  const found = files.flatMap((file) => leaksOf(readFileSync(file, 'utf8')).map((secret) => `${file}: ${secret}`))
  expect(found).toEqual([])
})

test('nobody is found in what the commands and inspect say', () => {
  expect(logs.length).toBeGreaterThan(1000)
  expect(leaksOf(logs)).toEqual([])
})
