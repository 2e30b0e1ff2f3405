import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filesOfTable, tables } from '@gongkai/schema'
import { Ajv } from 'ajv'
import { beforeAll, describe, expect, test } from 'vitest'
import { dataPackageSchema } from '../../../test/support/data-package-schema.ts'
import { analyze, verifyDataset } from '../src/index.ts'
import { listFiles } from '../src/write/files.ts'
import { toLoadSql } from '../src/write/load-sql.ts'
import { query, toEntry, toReport, writeEntries } from './fixtures.ts'

const years = [2021, 2022, 2023, null]
/** Lines that compress badly. */
const linesOf = (report: number) =>
  Array.from({ length: 100 }, (_, i) => ({
    line: i + 1,
    kind: 'paragraph' as const,
    section: 1,
    text: createHash('sha256').update(`${report} ${i}`).digest('hex'),
  }))
/** Five reports of each year, and one whose year is not known. */
const entries = Array.from({ length: 16 }, (_, i) => {
  const [agencyId, year] = [`140212-ju${i % 5}`, i === 15 ? null : (years[Math.floor(i / 5)] ?? null)]
  return toEntry(`${i}.txt`, [toReport({ reportId: `${agencyId}-${year}`, lines: linesOf(i) }, { agencyId, year })])
})

/** So small that every table of some rows is written in parts, and some year in several. */
const largestFile = 16_000

let whole = ''
let parted = ''
let names: readonly string[] = []

beforeAll(async () => {
  const [one, two] = [await writeEntries(entries), await writeEntries(entries)]
  expect(await analyze(one)).toMatchObject({ published: true })
  expect(await analyze({ ...two, largestFile })).toMatchObject({ published: true })
  whole = one.out
  parted = two.out
  names = await listFiles(parted)
})

describe('a table that is larger than a file may be', () => {
  test('lies in parts by year, in a folder that has the name of the file', async () => {
    const files = filesOfTable(names, 'lines', 'parquet')
    expect(files[0]).toBe('lines.parquet/year=2021/part-0001.parquet')
    expect(files.at(-1)).toBe('lines.parquet/year=__HIVE_DEFAULT_PARTITION__/part-0001.parquet')
    expect(files).toContain('lines.parquet/year=2022/part-0002.parquet')
    for (const file of files) expect((await stat(join(parted, file))).size, file).toBeLessThanOrEqual(largestFile)
    expect(filesOfTable(names, 'lines', 'csv')).toEqual(
      files.map((file) => file.replaceAll('.parquet', '.csv').concat('.gz')),
    )
    expect(filesOfTable(names, 'agencies', 'csv')).toEqual(['agencies.csv'])
  })

  test('has the rows of one file, in the order of year and key, each report in one part', async () => {
    for (const { name, key } of tables) {
      const from = `read_parquet([${filesOfTable(names, name, 'parquet').map((file) => `'{out}/${file}'`)}], hive_partitioning = false, filename = true)`
      const rows = await query(parted, `select * exclude (filename) from ${from} order by ${key}`)
      expect(rows, name).toEqual(await query(whole, `from '{out}/${name}.parquet' order by ${key}`))
      if (!names.includes(`${name}.parquet/year=2021/part-0001.parquet`)) continue
      const split = await query(parted, `select report_id from ${from} group by 1 having count(distinct filename) > 1`)
      expect(split, name).toEqual([])
    }
  })

  test('is verified, described and loaded like one in a file', async () => {
    const { outcomes } = await verifyDataset({ folder: parted })
    expect(outcomes.flatMap(({ problems }) => problems)).toEqual([])
    const { resources } = JSON.parse(await readFile(join(parted, 'datapackage.json'), 'utf8'))
    const paths = resources.flatMap(({ path }: { path: string | string[] }) => path)
    expect(paths.toSorted()).toEqual(names.filter((name) => /\.(parquet|csv|csv\.gz)$/.test(name)).toSorted())
    const cells = resources.find(({ name }: { name: string }) => name === 'cells')
    expect(cells).toMatchObject({ path: filesOfTable(names, 'cells', 'csv'), compression: 'gz' })
    const [row] = await query(
      parted,
      `set file_search_path = '{out}'; ${toLoadSql(names)} select count(*) as n from cells`,
    )
    const [own] = await query(whole, `select count(*) as n from '{out}/cells.parquet'`)
    expect(row).toEqual(own)
  })

  test('has a data package that keeps to the standard', async () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(dataPackageSchema)
    const described = JSON.parse(await readFile(join(parted, 'datapackage.json'), 'utf8'))
    validate(described)
    expect(validate.errors).toBeNull()
    const [first] = described.resources.filter(({ path }: { path: unknown }) => Array.isArray(path))
    const spoilt = [
      { path: [] },
      { path: ['../up.csv'] },
      { path: first.path[0] },
      { hash: `sha256:${'0'.repeat(64)}` },
    ]
    const results = spoilt.map((change) => validate({ ...described, resources: [{ ...first, ...change }] }))
    expect(results).toEqual(spoilt.map(() => false))
  })

  test('answers the queries of the README, as one in a file does', async () => {
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8')
    const queries = [...readme.matchAll(/^```sql\n(.*?)^```$/gms)].flatMap(([, sql = '']) => sql.split(/;$/m))
    expect(queries.length).toBeGreaterThan(7)
    for (const out of [whole, parted]) {
      const tables = `set file_search_path = '{out}'; ${toLoadSql(await listFiles(out))}`
      for (const sql of queries.filter((text) => text.trim() !== '')) {
        expect(await query(out, `${tables} ${sql}`), sql).toBeInstanceOf(Array)
      }
    }
  })

  test('is no part of an archive, which would be larger yet', async () => {
    expect(names).not.toContain('gongkai-csv.zip')
    expect(await readdir(whole)).toContain('gongkai-csv.zip')
  })
})

test.each([[{ threads: 1, memory: '200MiB' }], [{ threads: 4, memory: '2GiB' }]])(
  'a dataset has the same bytes with %j',
  async (resources) => {
    const options = await writeEntries(entries)
    await analyze({ ...options, resources })
    expect(await readFile(join(options.out, 'SHA256SUMS'), 'utf8')).toBe(
      await readFile(join(whole, 'SHA256SUMS'), 'utf8'),
    )
  },
)

test('CSV of a part is taken over with its Parquet, and is what an analysis from nothing writes', async () => {
  const options = { ...(await writeEntries(entries.slice(0, -1))), largestFile }
  const keptFiles = async () =>
    (await readdir(join(options.out, '../.dataset-tables'))).filter((name) => name.startsWith('gzip.'))
  await analyze(options)
  const before = await keptFiles()
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`)
  await writeFile(join(options.reports[0] ?? '', 'part-1.ndjson'), lines.join(''))
  await analyze(options)
  expect((await keptFiles()).filter((name) => before.includes(name)).length).toBeGreaterThan(10)
  const sumsOf = (folder: string) => readFile(join(folder, 'SHA256SUMS'), 'utf8')
  expect(await sumsOf(options.out)).toBe(await sumsOf(parted))
})
