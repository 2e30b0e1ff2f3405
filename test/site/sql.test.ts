import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { runQuery } from '../../apps/site/src/sql/engine.ts'
import { examples } from '../../apps/site/src/sql/examples.ts'
import { program } from '../../apps/site/src/sql/limits.ts'
import { query } from '../../packages/analyze/test/fixtures.ts'
import { serveFolder } from '../../tools/serve/listen.ts'
import { openPage } from '../support/browser.ts'
import { dist } from '../support/site.ts'
import { useSite } from '../support/visits.ts'

/** A published file by range, as the page asks for it. */
const openTable = async (name: string) => {
  const { buffer } = new Uint8Array(readFileSync(join(dist, `dataset/${name}.parquet`)))
  return { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) }
}

const { browser, origin, open } = useSite()

const toWords = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map((value) => String(value ?? '')))

/** Rows of the project's own database, where the names of the tables are those of load.sql. */
async function askDuckDb(sql: string) {
  const rows = await query(
    dist,
    `attach '{out}/dataset/gongkai.duckdb' as published (read_only); use published; ${sql}`,
  )
  // Sums arrive as text, since they have more bits than a number.
  return toWords(rows.map((row) => Object.values(row)))
}

describe('each example of the SQL page', () => {
  test('has an id and words of its own', () => {
    expect(examples).toHaveLength(8)
    for (const of of ['id', 'sql'] as const) expect(new Set(examples.map((one) => one[of])).size).toBe(8)
  })

  test.each(examples.map(({ id, sql }) => [id, sql] as const))(
    '%s gives the rows that DuckDB gives',
    async (_, sql) => {
      const { rows, hasMore } = await runQuery(sql, openTable, 1000)
      expect(toWords(rows)).toEqual(await askDuckDb(sql))
      expect(hasMore).toBe(false)
    },
  )
})

test('as many rows come as are asked for, and it is said that there are more', async () => {
  const { columns, rows, hasMore } = await runQuery('select report_id from reports;', openTable, 2)
  expect([columns, rows.length, hasMore]).toEqual([['report_id'], 2, true])
  expect(await runQuery('select count(*) as n from reports', openTable, 2)).toMatchObject({ hasMore: false })
})

test.each([
  ['a word that is no SQL', 'selec 1'],
  ['a table that is not there', 'select * from nowhere'],
  ['a column that is not there', 'select nothing from reports'],
  ['an extension', 'install httpfs'],
  ['a file elsewhere', "select * from 'https://example.org/a.parquet'"],
  ['a change', 'drop table reports'],
])('%s is refused in words', async (_, sql) => {
  await expect(runQuery(sql, openTable, 10)).rejects.toThrow(/\w{3}/)
})

describe('the page', () => {
  test('answers from files of its own origin, and puts the query into the address', async () => {
    const { page, context, faults } = await open()
    await page.goto('/sql/')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByRole('table').waitFor()
    await expect.poll(() => page.locator('[data-status]').textContent()).toMatch(/^\d+ 行$/)
    await expect
      .poll(() => page.getByRole('columnheader').allTextContents())
      .toEqual(['agency_name', 'year', 'received'])
    expect(decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))).toContain(examples[0]?.sql)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载结果').click()])
    expect(download.suggestedFilename()).toBe('result.csv')
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows the query of an address and waits for the button; an example is an address, too', async () => {
    const { page, context, faults } = await open()
    await page.goto(`/en/sql/#${new URLSearchParams({ sql: 'select count(*) as n from reports' })}`)
    const area = page.getByLabel('SQL query')
    await expect.poll(() => area.inputValue()).toBe('select count(*) as n from reports')
    await expect.poll(() => page.getByRole('table').count()).toBe(0)
    await area.press('Control+Enter')
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: examples[4]?.title.en ?? '' }).click()
    await expect.poll(() => area.inputValue()).toBe(examples[4]?.sql)
    expect(faults).toEqual([])
    await context.close()
  })

  test('says in words why there is no result, and can be stopped', async () => {
    const { page, context, faults } = await open()
    await page.goto('/sql/')
    await page.getByLabel('SQL 查询').fill('select nothing from reports')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText('没有结果：').waitFor()
    // More rows than any machine counts while a reader looks on.
    const others = ['b', 'c', 'd', 'e', 'f'].map((name) => ` join requests ${name} on ${name}.total >= 0`)
    const product = `select max(a.total) as n from requests a${others.join('')}`
    await page.getByLabel('SQL 查询').fill(product)
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText('正在查询').waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
    expect(faults).toEqual([])
    await context.close()
  })
})

/** Asks the page, and waits until it has an answer. @returns what it says, and the rows that it shows */
async function askPage(page: Page, sql: string) {
  await page.locator('sql-page textarea').fill(sql)
  await page.locator('sql-page [type=submit]').click()
  await page.locator('[data-cancel]:disabled').waitFor()
  const lines = await page.locator('[data-result] tbody tr').all()
  const rows = await Promise.all(lines.map((line) => line.locator('td').allTextContents()))
  return { said: (await page.locator('[data-status]').textContent()) ?? '', rows }
}

async function openWithDuckDb() {
  const opened = await open()
  await opened.page.goto('/sql/')
  await opened.page.getByRole('button', { name: '启用 DuckDB' }).click()
  await opened.page.getByText('DuckDB 已启用').waitFor()
  return opened
}

describe('DuckDB in the page', () => {
  test('answers the examples and about every table, and refuses what is elsewhere without asking for it', async () => {
    const { page, context, faults } = await openWithDuckDb()
    for (const { id, sql } of examples) {
      const { rows } = await askPage(page, sql)
      expect(rows, id).toEqual(await askDuckDb(sql))
    }
    const wide = 'select form_id, count(*) as cells, sum(value) as sum from cells group by form_id order by form_id'
    expect((await askPage(page, wide)).rows).toEqual(await askDuckDb(wide))
    const elsewhere = [
      ...["'https://example.org/a.parquet'", "read_csv_auto('https://example.org/a.csv')", "'s3://a/b.parquet'"],
      ...["read_json_auto('a.json')", "'nowhere.parquet'", 'duckdb_extensions()'],
    ].map((place) => `select * from ${place}`)
    for (const sql of [...elsewhere, "explain analyze copy (select 1) to 'a.csv'"])
      expect((await askPage(page, sql)).said, sql).toContain('只能查询本站的表')
    for (const sql of ['install httpfs', 'load httpfs', "attach 'a.db'", 'set threads = 2', 'drop view cells'])
      expect((await askPage(page, sql)).said, sql).toContain('只能读')
    await askPage(page, "select '=1+1' as formula, '甲' as text, -1 as number, null as nothing")
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载结果').click()])
    const file = readFileSync(await download.path(), 'utf8')
    expect(file).toBe("\uFEFFformula,text,number,nothing\r\n'=1+1,甲,-1,\r\n")
    for (const [sql, words] of [
      ['select nothing from cells', 'nothing'],
      ['select 1; select 2', 'single statement'],
    ] as const)
      expect((await askPage(page, sql)).said, sql).toMatch(new RegExp(`^没有结果：.*${words}`))
    expect(faults).toEqual([])
    await context.close()
  }, 60_000)

  test('stops a query, and starts again with the next', async () => {
    const { page, context, faults } = await openWithDuckDb()
    await page.getByLabel('SQL 查询').fill('select sum(a.range * b.range) from range(1000000) a, range(1000000) b')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByText('正在查询').waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await page.getByText('已停止').waitFor()
    expect((await askPage(page, 'select count(*) > 0 as is_any from lines')).rows).toEqual([['true']])
    expect(faults).toEqual([])
    await context.close()
  })

  test('before it is started, the page says which tables need it, and asks once it is there', async () => {
    const { page, context, faults } = await open()
    await page.goto('/sql/')
    const { said } = await askPage(page, 'select count(*) > 0 as is_any from cells, findings')
    expect(said).toContain('cells, findings 要由 DuckDB 查询')
    await page.getByRole('button', { name: '启用 DuckDB' }).click()
    await page.getByRole('table').waitFor()
    await expect.poll(() => page.locator('[data-result] td').allTextContents()).toEqual(['true'])
    expect(faults).toEqual([])
    await context.close()
  })

  test('where the host allows no WebAssembly, the page says so and goes on with its own engine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-sql-'))
    // The same site on a host whose headers make no exception.
    for (const name of readdirSync(dist)) symlinkSync(join(dist, name), join(folder, name))
    rmSync(join(folder, '_headers'))
    writeFileSync(join(folder, '_headers'), "/*\n  Content-Security-Policy: default-src 'self'\n")
    const strict = await serveFolder(folder)
    const { page, context, faults } = await openPage(browser(), strict.origin)
    await page.goto('/sql/')
    await page.getByRole('button', { name: '启用 DuckDB' }).click()
    await page.getByText('不允许运行 WebAssembly').waitFor()
    expect((await askPage(page, 'select count(*) > 0 as is_any from reports')).rows).toEqual([['true']])
    expect(faults).toEqual([])
    await context.close()
    await strict.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

test('the page and its worker alone may run WebAssembly', async () => {
  const [worker = ''] = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('duckdb-worker-'))
  const mayRun = async (path: string) =>
    /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';[^,]*frame-ancestors 'none'$/.test(
      (await fetch(`${origin()}${path}`)).headers.get('content-security-policy') ?? '',
    )
  for (const path of ['/sql/', '/en/sql/', `/_astro/${worker}`]) expect(await mayRun(path), path).toBe(true)
  for (const path of ['/', '/data/', '/en/', '/reports/', '/check/', '/_astro/', '/embed/'])
    expect(await mayRun(path), path).toBe(false)
})

test('the size that is said before the download is that of the program, which a host takes', () => {
  const [name = ''] = readdirSync(join(dist, '_astro')).filter((file) => file.endsWith('.wasm'))
  const bytes = readFileSync(join(dist, '_astro', name))
  expect(bytes.length).toBe(program.plain)
  expect(bytes.length).toBeLessThan(25 * 1024 * 1024)
  expect(gzipSync(bytes).length / program.packed).toBeCloseTo(1, 1)
})

test('a name that is begun is offered and taken by the keyboard alone', async () => {
  const { page, context, faults } = await open()
  await page.goto('/sql/')
  const area = page.getByLabel('SQL 查询')
  await area.fill('select ')
  await area.pressSequentially('agency_n')
  await area.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => area.inputValue()).toBe('select agency_name')
  await expect.poll(() => area.evaluate((own) => own === document.activeElement)).toBe(true)
  await area.pressSequentially(' from repo')
  await area.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => area.inputValue()).toBe('select agency_name from reports')
  await page.locator('[data-table=reports] summary').click()
  await page.locator('[data-table=reports]').getByRole('button', { name: 'year', exact: true }).click()
  await expect.poll(() => area.inputValue()).toBe('select agency_name from reports year')
  expect(faults).toEqual([])
  await context.close()
})
