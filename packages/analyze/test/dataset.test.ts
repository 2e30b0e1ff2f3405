import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extraFiles, tables } from '@gongkai/schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze, isComplete, toCodebook } from '../src/index.ts'
import { finding, issue, query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const rejected = toEntry('scan.pdf', [], { status: 'rejected', reason: 'no_text', mediaType: null, reader: null })
const changed = toReport({
  cells: [
    ...toCells('requests', {
      'requests.new_received.natural_person': { value: 12, raw: '12' },
      'requests.new_received.legal_services': { state: 'blank', value: null, raw: '' },
      'requests.new_received.other_organization': { state: 'not_applicable', value: null, raw: '/' },
      'requests.new_received.total': { value: 2.5, raw: '2.5' },
      'requests.carried_in.total': { value: 3_000_000_000, raw: '3000000000' },
      'requests.carried_in.natural_person': { state: 'text', value: null, raw: '若干' },
      'requests.carried_in.legal_services': { state: 'missing', value: null, raw: null, place: null, reader: null },
    }),
    ...toCells('disclosure', { 'disclosure.fees.amount': { value: 0.37, raw: '0.37' } }),
  ],
})

let out = ''
let published: Awaited<ReturnType<typeof analyze>>

beforeAll(async () => {
  const options = await writeEntries([toEntry('a.txt', [changed]), rejected])
  published = await analyze(options)
  out = options.out
})

describe('a dataset', () => {
  test('is published when every check passes, and each check says how much it examined', () => {
    expect(published.checks.filter((check) => check.status !== 'passed')).toEqual([])
    expect(published.checks.every((check) => check.examined > 0)).toBe(true)
    expect(published.published).toBe(true)
  })

  test('holds a Parquet and a CSV file for each table of the schema, its metadata, and nothing else', async () => {
    const extras = Object.values(extraFiles).map(({ name }) => name)
    const metadata = ['SHA256SUMS', 'codebook.json', 'datapackage.json', 'manifest.json', 'summary.json', ...extras]
    const files = tables.flatMap((table) => [`${table.name}.csv`, `${table.name}.parquet`])
    expect(await readdir(out)).toEqual([...files, ...metadata].sort())
    expect(await isComplete(out)).toBe(true)
  })

  test.each(tables.map((table) => [table.name, table] as const))(
    'has the columns and types of the codebook in %s',
    async (name, table) => {
      const columns = await query(out, `describe select * from '{out}/${name}.parquet'`)
      expect(columns.map((column) => [column['column_name'], column['column_type']])).toEqual(
        table.columns.map((column) => [column.name, column.type]),
      )
      const [header] = (await readFile(join(out, `${name}.csv`), 'utf8')).split('\n')
      expect(header).toBe(table.columns.map((column) => column.name).join(','))
    },
  )

  test('carries the codebook, whole as a file and by table in each Parquet file', async () => {
    expect(JSON.parse(await readFile(join(out, 'codebook.json'), 'utf8'))).toEqual(toCodebook())
    const [row] = await query(
      out,
      `select decode(value) as book from parquet_kv_metadata('{out}/cells.parquet') where decode(key) = 'codebook'`,
    )
    const book = JSON.parse(String(row?.['book']))
    expect(book.columns).toEqual(toCodebook().tables.find((table) => table.name === 'cells')?.columns)
    expect(Object.keys(book.codes)).toEqual(['cell_states'])
  })
})

describe('the description of a dataset', () => {
  test('is a data package with the size and hash of every resource', async () => {
    const { resources } = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8'))
    const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8')
    expect(resources).toHaveLength(tables.length * 2)
    for (const resource of resources) {
      expect(sums).toContain(`${resource.hash.replace('sha256:', '')}  ${resource.path}\n`)
      expect(resource.bytes).toBe((await readFile(join(out, resource.path))).length)
    }
  })

  test('keeps to the keys that its data package declares', async () => {
    const { resources } = JSON.parse(await readFile(join(out, 'datapackage.json'), 'utf8'))
    const pathOf = (name: string) => resources.find((resource: { name: string }) => resource.name === name).path
    let examined = 0
    for (const { name, path, format, schema } of resources) {
      for (const { fields, reference } of format === 'parquet' ? (schema.foreignKeys ?? []) : []) {
        const [field, target] = [fields[0], `'${out}/${pathOf(reference.resource)}'`]
        const lost = `select ${field} from '${out}/${path}' where ${field} not in (select ${reference.fields[0]} from ${target})`
        expect(await query(out, lost), `${name}.${field}`).toEqual([])
        examined += 1
      }
      const required = schema.fields.filter((item: { constraints?: { required?: true } }) => item.constraints?.required)
      expect(required.map((item: { name: string }) => item.name).toSorted()).toEqual(schema.primaryKey.toSorted())
    }
    expect(examined).toBeGreaterThan(20)
  })

  test('is counted in a summary that names every code', async () => {
    const summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'))
    expect(summary).toEqual(published.summary)
    expect(summary).toMatchObject({
      files: 2,
      reports: 1,
      statuses: { extracted: 1, rejected: 1, duplicate: 0 },
      reasons: { no_text: 1, empty: 0 },
      cells: { value: 181, blank: 1, not_applicable: 1, text: 1, missing: 1 },
      edits: { assessed: 1, failed: 0, notAssessable: 0 },
      repairs: { gloss: 1 },
      issues: { row_unprinted: 1 },
    })
  })
})

describe('a wide table', () => {
  test('is null for every state but value, and for a number that is no 32-bit integer', async () => {
    const rows = await query(
      out,
      `select * from '{out}/requests.parquet' where row_id in ('new_received', 'carried_in') order by row_id`,
    )
    expect(rows).toMatchObject([
      { row_id: 'carried_in', natural_person: null, legal_services: null, commercial_enterprise: 0, total: null },
      { row_id: 'new_received', natural_person: 12, legal_services: null, other_organization: null, total: null },
    ])
    expect(rows).toMatchObject([{ edition: '2021', year: 2022 }, { region_code: '140212' }])
  })

  test('has one row per row of the form, and amounts with their decimals', async () => {
    const rows = await query(
      out,
      `select row_id, decisions, fee_amount_wan_yuan as fee from '{out}/disclosure.parquet'`,
    )
    expect(rows).toEqual([
      { row_id: 'coercion', decisions: 0, fee: null },
      { row_id: 'fees', decisions: null, fee: 0.37 },
      { row_id: 'licensing', decisions: 0, fee: null },
      { row_id: 'normative_documents', decisions: null, fee: null },
      { row_id: 'penalties', decisions: 0, fee: null },
      { row_id: 'rules', decisions: null, fee: null },
    ])
  })
})

describe('a CSV file', () => {
  test('joins lists with semicolons, ends lines with LF and writes whole numbers without decimals', async () => {
    const reports = await readFile(join(out, 'reports.csv'), 'utf8')
    expect(reports).toContain(',140212;140200,')
    expect(reports).not.toContain('\r')
    expect(await readFile(join(out, 'cells.csv'), 'utf8')).toContain(
      'requests.new_received.natural_person,件,value,12,,12,',
    )
  })
})

const day = (
  publishedOn: string | null,
  signedOn: string | null,
  agencyName = '新荣区科学技术局',
  year: number | null = 2022,
) => ({ publishedOn, signedOn, agencyName, year }) as const

describe('a report', () => {
  test('is late by the day against 31 January, a government against 31 March', async () => {
    const cases = [
      [day('2023-02-03', '2023-01-01'), 3],
      [day(null, '2023-01-20'), -11],
      [day('2023-04-01', null, '大同市新荣区人民政府'), 1],
      [day('2023-12-31', null), 334],
      [day('2024-01-01', '2023-01-20'), null],
      [day(null, null), null],
      [day('2023-01-01', null, '某局', null), null],
    ] as const
    const entries = cases.map(([identity], index) =>
      toEntry(`${index}.txt`, [toReport({ reportId: `r${index}` }, identity)]),
    )
    const options = await writeEntries(entries)
    expect(await analyze(options)).toMatchObject({ published: true })
    const rows = await query(options.out, `select days_late from '{out}/reports.parquet' order by report_id`)
    expect(rows.map((row) => row['days_late'])).toEqual(cases.map(([, days]) => days))
  })
})

describe('the id of a report', () => {
  test('of two agencies that sound alike has an id of its own, whatever the order of the files', async () => {
    const named = (officialName: string, year: number) => ({
      agencyId: '140212-dawangzhenrenminzhengfu',
      agencyName: officialName,
      officialName,
      year,
    })
    const cases = [
      named('大同市新荣区大汪镇人民政府', 2022),
      named('大同市新荣区大王镇人民政府', 2022),
      named('大同市新荣区大王镇人民政府', 2023),
    ]
    const entries = cases.map((identity, index) =>
      toEntry(`${index}.txt`, [toReport({ reportId: `${identity.agencyId}-${identity.year}` }, identity)]),
    )
    for (const ordered of [entries, entries.toReversed()]) {
      const options = await writeEntries(ordered)
      await analyze(options)
      const rows = await query(options.out, `select report_id from '{out}/reports.parquet' order by report_id`)
      expect(rows.map((row) => row['report_id'])).toEqual([
        '140212-dawangzhenrenminzhengfu-2-2022',
        '140212-dawangzhenrenminzhengfu-2-2023',
        '140212-dawangzhenrenminzhengfu-2022',
      ])
    }
  })
})

describe('the trust in a report', () => {
  test('is failing, balanced or unassessed by its must edits alone', async () => {
    const fail = { ...finding, status: 'fail', difference: 1 } as const
    const cases = [
      [[finding, { ...fail, checkId: 'T3.RESULTS.total' }], 'failing', 2, 1],
      [[finding, { ...fail, checkId: 'T4.x', severity: 'should' }], 'balanced', 1, 0],
      [[{ ...finding, status: 'not_assessable', reason: 'cells_absent' }], 'unassessed', 0, 0],
      [[], 'unassessed', 0, 0],
    ] as const
    const options = await writeEntries(
      cases.map(([findings], index) =>
        toEntry(`${index}.txt`, [toReport({ reportId: `r${index}`, findings: [...findings] })]),
      ),
    )
    expect(await analyze(options)).toMatchObject({ published: true })
    const rows = await query(
      options.out,
      `select trust, edits_assessed, edits_failed from '{out}/reports.parquet' order by report_id`,
    )
    expect(rows.map((row) => Object.values(row))).toEqual(cases.map(([, ...expected]) => expected))
  })
})

describe('two copies of a report', () => {
  test('leave the one with more cells read, and the other document is superseded', async () => {
    const poorer = toReport({ cells: toCells('requests'), issues: [issue, issue] })
    const options = await writeEntries([
      toEntry('a.txt', [poorer]),
      toEntry('b.txt', [toReport()]),
      toEntry('c.txt', [toReport()]),
    ])
    expect(await analyze(options)).toMatchObject({ published: true })
    const documents = await query(
      options.out,
      `select path, status, reason, issue_count from '{out}/documents.parquet'`,
    )
    // Each cell that only one copy has, twice a choice by nothing better, and no copy on the body's own site.
    const own = toReport().cells.length - poorer.cells.length + 3
    expect(documents).toEqual([
      { path: 'a.txt', status: 'superseded', reason: 'replaced_completeness', issue_count: 2 },
      { path: 'b.txt', status: 'extracted', reason: null, issue_count: own + 1 },
      { path: 'c.txt', status: 'superseded', reason: 'replaced_digest', issue_count: 1 },
    ])
    expect(await query(options.out, `select path from '{out}/reports.parquet'`)).toEqual([{ path: 'b.txt' }])
    const [cells] = await query(options.out, `select count(*)::integer as n from '{out}/cells.parquet'`)
    expect(cells).toEqual({ n: toReport().cells.length })
    const issues = await query(
      options.out,
      `select distinct path from '{out}/issues.parquet' where report_id is not null`,
    )
    expect(issues).toEqual([{ path: 'b.txt' }])
  })
})
