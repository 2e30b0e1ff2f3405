import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runQuery } from '../../apps/site/src/sql/engine.ts'
import { examples } from '../../apps/site/src/sql/examples.ts'
import { query } from '../../packages/analyze/test/fixtures.ts'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { buildSite, dist } from '../support/site.ts'

/** A published file by range, as the page asks for it. */
const openTable = async (name: string) => {
  const { buffer } = new Uint8Array(readFileSync(join(dist, `dataset/${name}.parquet`)))
  return { byteLength: buffer.byteLength, slice: (start: number, end?: number) => buffer.slice(start, end) }
}

let host: StaticHost
let browser: Browser

beforeAll(async () => {
  await buildSite()
  host = await serveFolder(dist)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

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
    const { page, context, faults } = await openPage(browser, host.origin)
    await page.goto('/sql/')
    await page.getByRole('button', { name: '运行' }).click()
    await page.getByRole('table').waitFor()
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ 行$/)
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['agency_name', 'year', 'received'])
    expect(decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))).toContain(examples[0]?.sql)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载结果').click()])
    expect(download.suggestedFilename()).toBe('result.csv')
    expect(faults).toEqual([])
    await context.close()
  })

  test('shows the query of an address and waits for the button; an example is an address, too', async () => {
    const { page, context, faults } = await openPage(browser, host.origin)
    await page.goto(`/en/sql/#${new URLSearchParams({ sql: 'select count(*) as n from reports' })}`)
    const area = page.getByLabel('SQL query')
    expect(await area.inputValue()).toBe('select count(*) as n from reports')
    expect(await page.getByRole('table').count()).toBe(0)
    await area.press('Control+Enter')
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: examples[4]?.title.en ?? '' }).click()
    await expect.poll(() => area.inputValue()).toBe(examples[4]?.sql)
    expect(faults).toEqual([])
    await context.close()
  })

  test('says in words why there is no result, and can be stopped', async () => {
    const { page, context, faults } = await openPage(browser, host.origin)
    await page.goto('/sql/')
    await page.getByLabel('SQL 查询').fill('install httpfs')
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
