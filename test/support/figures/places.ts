import { toEditions } from '@gongkai/schema'
import { expect } from 'vitest'
import { toPercent } from '../../../apps/site/src/words/format.ts'
import { toGrouped } from '../compared.ts'
import { findElements } from '../html.ts'
import { askParquet, type TextRow } from '../parquet.ts'
import { readRows } from './shown.ts'
import type { ReportTotals } from './totals.ts'

const show = (value: string | undefined, none: string) => (value ? toGrouped(Number(value)) : none)

/** Requests that came in, were answered and went over to the next year, of every report of a known year. */
const carrySql = `
  select agency_id, year, report_id, carried_in, new_received, results_total, carried_forward
  from '{out}/reports.parquet'
  left join (
      pivot (select report_id, row_id, value from '{out}/cells.parquet'
             where form_id = 'requests' and column_id = 'total' and state = 'value')
      on row_id in ('carried_in', 'new_received', 'results_total', 'carried_forward')
      using any_value(value) group by report_id
  ) using (report_id)
  where year is not null`

/** The table of what an agency carried over from year to year is that of the cells. */
export async function expectCarried(dataset: string, read: (path: string) => string): Promise<number> {
  const columns = ['carried_in', 'new_received', 'results_total', 'carried_forward']
  const agencies = Map.groupBy(await askParquet(dataset, carrySql), (row) => row['agency_id'] ?? '')
  for (const [agency, own] of agencies) {
    const shown = readRows(read(`agency/${agency}/index.html`), '收到、办结与结转').map((row) => row.slice(0, 5))
    const expected = own.map((row) => [row['year'] ?? '', ...columns.map((name) => show(row[name], '未读出'))])
    expect([agency, shown.toSorted()]).toEqual([agency, expected.toSorted()])
  }
  return agencies.size
}

/** The largest shares refused of a place: of thirty results and more, in the newest year that has one. */
const refusalSql = `
  select region_code, reports.year, outcomes.report_id, agency_name, share, request_count, results_sum
  from '{out}/outcomes.parquet' as outcomes
  join '{out}/reports.parquet' as reports using (report_id)
  where group_id = 'refused' and results_sum >= 30 and share is not null and reports.year is not null`

/** The list of the largest refusals of each place is that of the results. @returns how many lists there are */
export async function expectRefusals(
  dataset: string,
  read: (path: string) => string,
  codes: readonly string[],
): Promise<number> {
  const [all, grounds] = await Promise.all([askParquet(dataset, refusalSql), readMainGrounds(dataset)])
  let lists = 0
  for (const code of codes.filter((one) => one !== 'unknown')) {
    const stem = code.replace(/0000$|00$/, '')
    const within = all.filter((row) => row['region_code']?.startsWith(stem))
    const year =
      within
        .map((row) => row['year'] ?? '')
        .toSorted()
        .at(-1) ?? ''
    const own = within.filter((row) => row['year'] === year)
    const rows = readRows(read(`region/${code}/index.html`), `${year} 年度不予公开占比较高的机关`)
    const expected = own.toSorted(byShare).slice(0, 10).map(toRefusalCells)
    expect([code, rows.map((row) => row.slice(1, 4))]).toEqual([code, expected])
    const said = own.toSorted(byShare).slice(0, 10)
    for (const [i, { report_id: id = '' }] of said.entries())
      expect(grounds.get(id) ?? ['—'], id).toContain(rows[i]?.[4])
    if (rows.length > 0) lists += 1
  }
  return lists
}

/** Report → its most frequent ground of refusal with the number, in words; several where they are as frequent. */
async function readMainGrounds(dataset: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const labels = new Map(
    toEditions('requests').flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) => rows.map(({ id, label }) => [id, label.zh])),
    ),
  )
  const rows = await askParquet(
    dataset,
    `select report_id, row_id, total from '{out}/requests.parquet'
     where row_id like 'refused.%' and total > 0
     qualify rank() over (partition by report_id order by total desc) = 1`,
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row['report_id'] ?? '')].map(([id, own]) => [
      id,
      own.map((row) => `${labels.get(row['row_id'] ?? '')} ${show(row['total'], '')} 件`),
    ]),
  )
}

const byShare = (a: TextRow, b: TextRow) =>
  Number(b['share']) - Number(a['share']) || ((a['report_id'] ?? '') < (b['report_id'] ?? '') ? -1 : 1)

const toRefusalCells = (row: TextRow): readonly string[] => [
  toPercent(Number(row['share'])),
  show(row['request_count'], ''),
  show(row['results_sum'], ''),
]

/** The register of a place holds the new requests of each agency and year. @returns how many numbers it shows */
export function expectRegister(html: string, own: readonly ReportTotals[]): number {
  const table = findElements(html, 'table').find(({ attributes }) => attributes['class'] === 'list register')
  const links = findElements(findElements(table?.inner ?? '', 'tbody')[0]?.inner ?? '', 'td').flatMap(({ inner }) =>
    findElements(inner, 'a'),
  )
  const shown = links.map(({ attributes, inner }) => [attributes['href']?.split('/').at(-2), inner])
  const dated = own.filter(({ year }) => year !== '')
  const expected = dated.map(({ reportId, received }) => [
    encodeURIComponent(reportId),
    received === null ? '有' : toGrouped(received),
  ])
  expect(shown.toSorted()).toEqual(expected.toSorted())
  return shown.length
}
