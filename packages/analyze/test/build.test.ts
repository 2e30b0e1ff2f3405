import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tables } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { analyze, isComplete } from '../src/index.ts'
import { query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
const sumsOf = (folder: string) => readFile(join(folder, 'SHA256SUMS'), 'utf8')

/** Enough reports for several row groups. */
const many = Array.from({ length: 130 }, (_, index) =>
  toEntry(`${index}.txt`, [toReport({ reportId: `r${index}` }, { agencyId: `agency-${index % 7}` })]),
)

describe('the build', () => {
  test('gives the same bytes for the same input, whatever the order of the lines', async () => {
    const first = await writeEntries(many)
    const second = await writeEntries(many.toReversed())
    await analyze(first)
    await analyze(second)
    const sums = await sumsOf(first.out)
    expect(await sumsOf(second.out)).toBe(sums)
    await analyze(first)
    expect(await sumsOf(first.out)).toBe(sums)
  })

  test('writes every table with its columns when there is no document', async () => {
    const options = await writeEntries([])
    const { checks, published } = await analyze(options)
    expect(published).toBe(true)
    expect(checks.find((check) => check.name === 'wide_tables_agree')).toMatchObject({ status: 'skipped', examined: 0 })
    for (const table of tables) {
      const columns = await query(options.out, `describe select * from '{out}/${table.name}.parquet'`)
      expect(columns.map((column) => column['column_type'])).toEqual(table.columns.map((column) => column.type))
    }
  })

  test('names the folder that is missing, or holds no reports', async () => {
    const options = await writeEntries([])
    await expect(analyze({ ...options, reports: ['/nowhere'] })).rejects.toThrow('"/nowhere" must be a folder')
    const [reports = ''] = options.reports
    await rm(join(reports, 'part-1.ndjson'))
    await expect(analyze(options)).rejects.toThrow(`"${reports}" must hold .ndjson files`)
  })

  test('refuses a line that has not the shape of a ledger entry', async () => {
    const options = await writeEntries([])
    await writeFile(
      join(options.reports[0] ?? '', 'part-1.ndjson'),
      '{"document":{"path":"a","bytes":"many"},"reports":[]}\n',
    )
    await expect(analyze(options)).rejects.toThrow('part-1.ndjson')
    expect(await exists(`${options.out}.next-${gone}`)).toBe(false)
  })
})

describe('a check', () => {
  const blankWithZero = { 'requests.new_received.total': { state: 'blank', value: 0 } } as const
  test.each([
    ['only_values_have_numbers', [toEntry('a.txt', [toReport({ cells: toCells('requests', blankWithZero) })])]],
    ['keys_are_unique', [toEntry('a.txt', [toReport({ cells: [...toCells('requests'), ...toCells('requests')] })])]],
    ['every_extracted_has_report', [toEntry('a.txt', [toReport()]), toEntry('b.txt', [])]],
    ['every_document_is_published', [toEntry('a.txt', [], { status: 'rejected' })]],
    ['regions_known', [toEntry('a.txt', [toReport({}, { regionCode: '999999' })])]],
    ['only_values_have_numbers', [toEntry('a.txt', [toReport({ cells: [] })])]],
  ] as const)('%s fails on broken input, and the dataset before stays', async (name, entries) => {
    const options = await writeEntries([toEntry('a.txt', [toReport()])])
    await analyze(options)
    const sums = await sumsOf(options.out)
    const broken = await writeEntries(entries)
    const { checks, published } = await analyze({ ...broken, out: options.out })
    expect(published).toBe(false)
    expect(checks.find((check) => check.name === name)?.status).toBe('failed')
    expect(await sumsOf(options.out)).toBe(sums)
  })
})

/** Linux gives no process so high a number. */
const gone = 4_194_305

describe('after a kill', () => {
  test('a stale next folder and an old one that was replaced are deleted', async () => {
    const options = await writeEntries([toEntry('a.txt', [toReport()])])
    await analyze(options)
    await mkdir(`${options.out}.next-${gone}/.work`, { recursive: true })
    await cp(options.out, `${options.out}.old-${gone}`, { recursive: true })
    await analyze(options)
    expect(await isComplete(options.out)).toBe(true)
    expect([await exists(`${options.out}.next-${gone}`), await exists(`${options.out}.old-${gone}`)]).toEqual([
      false,
      false,
    ])
  })

  test('a complete old dataset comes back before anything else is done', async () => {
    const options = await writeEntries([toEntry('a.txt', [toReport()])])
    await analyze(options)
    const sums = await sumsOf(options.out)
    await rename(options.out, `${options.out}.old-${gone}`)
    await expect(analyze({ ...options, divisions: '/nowhere.csv' })).rejects.toThrow(
      '"/nowhere.csv" must be a CSV file',
    )
    expect(await sumsOf(options.out)).toBe(sums)
    expect(await isComplete(options.out)).toBe(true)
  })

  test('a folder that is no dataset is left alone', async () => {
    const options = await writeEntries([toEntry('a.txt', [toReport()])])
    await mkdir(options.out)
    await writeFile(join(options.out, 'thesis.doc'), 'words')
    await expect(analyze(options)).rejects.toThrow(`"${options.out}" must be a dataset, empty or new`)
    expect(await exists(join(options.out, 'thesis.doc'))).toBe(true)
  })
})
