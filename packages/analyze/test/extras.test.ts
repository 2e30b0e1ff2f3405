import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils, type WorkBook } from '@e965/xlsx'
import { extraFiles, largestFile, tables, views } from '@gongkai/schema'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { analyze } from '../src/index.ts'
import { readCsvArchive } from '../src/write/csv-archive.ts'
import { listFiles } from '../src/write/files.ts'
import { toLoadSql } from '../src/write/load-sql.ts'
import { fitsWorkbook, toWorkbook } from '../src/write/workbook.ts'
import { query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const blank = { state: 'blank', value: null, raw: '' } as const
const changed = toReport(
  {
    cells: [
      ...toCells('requests', {
        'requests.new_received.natural_person': { value: 12, raw: '12' },
        'requests.new_received.legal_services': blank,
      }),
    ],
  },
  { title: '=HYPERLINK("http://evil.test")年度报告' },
)
let out = ''
let names: readonly string[] = []
let book: WorkBook

beforeAll(async () => {
  const options = await writeEntries([
    toEntry('a.txt', [changed]),
    toEntry('=b.txt', [], { status: 'rejected', reason: 'no_text' }),
  ])
  await analyze(options)
  out = options.out
  names = await listFiles(out)
  book = read(await readFile(join(out, extraFiles.workbook.name)), { cellFormula: true, cellText: false })
})

/** Rows of a sheet below its head. */
function rowsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error(`The workbook has no sheet "${name}"`)
  return utils.sheet_to_json(sheet, { defval: null })
}

test('another library reads the sheets of the workbook, and no cell is a formula', () => {
  expect(book.SheetNames).toEqual(['about', 'reports', 'requests', 'codebook', 'codes', 'sources'])
  const cells = book.SheetNames.flatMap((name) => Object.values(book.Sheets[name] ?? {}))
  expect(cells.length).toBeGreaterThan(1000)
  expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([])
})

test('the workbook holds Chinese as it is, codes as text, numbers as numbers, and a blank cell as empty', () => {
  const [report] = rowsOf('reports')
  expect(report).toMatchObject({ region_code: '140212', year: 2022, title: '\'=HYPERLINK("http://evil.test")年度报告' })
  const [received] = rowsOf('requests').filter((row) => row['row_id'] === 'new_received')
  expect(received).toMatchObject({ natural_person: 12, legal_services: null, commercial_enterprise: 0 })
  expect(rowsOf('sources').map((row) => row['path'])).toEqual(["'=b.txt", 'a.txt'])
  expect(rowsOf('codebook')).toHaveLength(tables.reduce((sum, { columns }) => sum + columns.length, 0))
})

test('the outcomes in the workbook are those of the table', async () => {
  const expected = await query(
    out,
    `select group_id, request_count, share from '{out}/outcomes.parquet' order by group_id`,
  )
  expect(expected.length).toBeGreaterThan(4)
  const [report = {}] = rowsOf('reports')
  for (const { group_id: group, request_count, share } of expected)
    expect([report[`${group}_request_count`], report[`${group}_share`]], String(group)).toEqual([request_count, share])
})

const textRow = (text: string) => [{ name: 'a', head: ['text'], rows: [[text]] }]

test.each(['0012', '=1+1', ' 甲 ', '甲\n乙', '_x0041_', '<&>"', '1e5', 'TRUE'])(
  '%j stays text in the workbook',
  async (text) => {
    const { Sheets } = read(await toWorkbook(textRow(text)))
    expect(Sheets['a']?.['A2']).toMatchObject({ t: 's', v: text })
  },
)

test('a text or a sheet that no spreadsheet program can hold is never cut: there is no workbook', () => {
  expect(fitsWorkbook(textRow('甲'.repeat(32_767)))).toBe(true)
  expect(fitsWorkbook(textRow('甲'.repeat(32_768)))).toBe(false)
  expect(fitsWorkbook([{ name: 'a', head: ['n'], rows: new Array(1_048_575).fill([1]) }])).toBe(true)
  expect(fitsWorkbook([{ name: 'a', head: ['n'], rows: new Array(1_048_576).fill([1]) }])).toBe(false)
})

test('the archive holds every CSV file as published, and a README that names each', async () => {
  const parts = unzipSync(await readFile(join(out, extraFiles.archive.name)))
  const readme = strFromU8(parts['README.md'] ?? new Uint8Array())
  for (const { name } of tables) {
    expect(Buffer.from(parts[`${name}.csv`] ?? []).equals(await readFile(join(out, `${name}.csv`))), name).toBe(true)
    expect(readme).toContain(`| ${name}.csv |`)
  }
  expect(Object.keys(parts)).toHaveLength(tables.length + 3)
})

test('an archive that would be too large is left out', async () => {
  const whole = await readCsvArchive(out, names, largestFile)
  const bytes = whole?.byteLength ?? 0
  expect(bytes).toBeGreaterThan(1000)
  expect((await readCsvArchive(out, names, bytes))?.byteLength).toBe(bytes)
  expect(await readCsvArchive(out, names, bytes - 1)).toBeUndefined()
})

/** What a database made by `load.sql` holds: tables and columns, with their comments. */
const described = `
  select table_name, null as column_name, comment from duckdb_tables() where database_name = current_database()
  union all
  select table_name, column_name, comment from duckdb_columns() where database_name = current_database() and not internal
    and table_name in (select table_name from duckdb_tables())
  order by table_name, column_name`

test('views of the database give the text of sections, and findings with what is said of them', async () => {
  const loaded = `set file_search_path = '{out}'; ${toLoadSql(names)}`
  const sections = await query(out, `${loaded} select heading, characters, text from section_texts`)
  expect(sections).toEqual([{ heading: '一、总体情况', characters: 5, text: '一行\n两行' }])
  const findings = await query(out, `${loaded} select check_id, message_zh, message_en from finding_texts`)
  expect(findings).toEqual([{ check_id: 'T3.BALANCE.total', message_zh: '相符', message_en: 'Holds' }])
  const comments = await query(out, `${loaded} select comment from duckdb_views() where not internal`)
  expect(comments.filter(({ comment }) => /；/.test(String(comment)))).toHaveLength(views.length)
})

test('load.sql makes every table with its comments', async () => {
  expect(await readFile(join(out, extraFiles.loader.name), 'utf8')).toBe(toLoadSql(names))
  const rows = await query(out, `set file_search_path = '{out}'; ${toLoadSql(names)} ${described}`)
  expect(rows).toHaveLength(tables.reduce((sum, { columns }) => sum + columns.length + 1, 0))
  expect(rows.filter(({ comment }) => !/；/.test(String(comment)))).toEqual([])
})

test.each(tables.map(({ name }) => name))('the database file holds %s as the Parquet file does', async (name) => {
  const path = join(out, extraFiles.database.name)
  const attach = `attach if not exists '${path}' as published (read_only)`
  const [same, reverse] = [`from published.${name}`, `from '{out}/${name}.parquet'`]
  const rows = await query(out, `${attach}; (${same} except all ${reverse}) union all (${reverse} except all ${same})`)
  expect(rows).toEqual([])
})

test('the sums name the extra files but the database, whose bytes are not those of the next build', async () => {
  const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8')
  const named = Object.values(extraFiles).filter(({ name }) => sums.includes(`  ${name}\n`))
  expect(named.map(({ name }) => name)).toEqual(['gongkai.xlsx', 'gongkai-csv.zip', 'load.sql'])
  expect((await stat(join(out, extraFiles.database.name))).size).toBeGreaterThan(0)
})
