import { indicators, type Report } from '@gongkai/schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { analyze } from '../packages/analyze/src/index.ts'
import {
  countOf,
  type Figure,
  groups,
  quantile,
  toFigures,
  toPeers,
} from '../packages/analyze/test/figures/recompute.ts'
import { query, writeEntries } from '../packages/analyze/test/fixtures.ts'
import { generateEntries } from './support/generated-reports.ts'

type Row = Readonly<Record<string, unknown>>

/** More of them on demand: `GENERATED_REPORTS=2000 npx vitest run test/indicators.test.ts`. */
const count = Number(process.env['GENERATED_REPORTS'] ?? 300)

let reports: readonly Report[] = []
let figures: ReturnType<typeof toFigures> = new Map()
let outcomes: readonly Row[] = []
let rows: readonly Row[] = []

beforeAll(async () => {
  const entries = await generateEntries(count)
  reports = entries.flatMap((entry) => entry.reports)
  figures = toFigures(reports)
  const options = await writeEntries(entries)
  const { published, checks } = await analyze(options)
  expect(checks.filter(({ status }) => status !== 'passed')).toEqual([])
  expect(published).toBe(true)
  outcomes = await query(options.out, `select * from '{out}/outcomes.parquet'`)
  rows = await query(options.out, `select * from '{out}/indicators.parquet'`)
})

const figureOf = (reportId: unknown, indicatorId: unknown): Figure | undefined =>
  figures.get(String(reportId))?.[String(indicatorId)]

describe(`${count} generated reports`, () => {
  test('are all there, with every group and every indicator', () => {
    expect(reports).toHaveLength(count)
    expect(outcomes).toHaveLength(count * groups.length)
    expect(rows).toHaveLength(count * indicators.length)
    for (const own of figures.values())
      expect(Object.keys(own).toSorted()).toEqual(indicators.map(({ id }) => id).toSorted())
    // the draw must hold what the rules are about
    const counted = outcomes.filter((row) => row['state'] === 'counted_with_blanks').length
    expect([counted > 20, rows.filter((row) => row['status'] === 'total_differs').length > 20]).toEqual([true, true])
  })

  test('have the counts and shares that a walk over their cells gives', () => {
    const expected = reports.flatMap((report) => {
      const counts = groups.map((group) => countOf(report, group))
      const sum = counts.includes(null) ? null : counts.reduce<number>((all, count) => all + (count ?? 0), 0)
      return groups.map((group, i) => {
        const count = counts[i] ?? null
        return [report.reportId, group, count, sum, sum !== null && sum >= 30 && count !== null ? count / sum : null]
      })
    })
    const found = outcomes.map((row) =>
      ['report_id', 'group_id', 'request_count', 'results_sum', 'share'].map((name) => row[name]),
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
  })

  test.each(indicators.map(({ id, unit }) => [id, unit] as const))(
    'have the %s that its definition gives',
    (id, unit) => {
      const own = rows.filter((row) => row['indicator_id'] === id)
      for (const row of own) {
        const figure = figureOf(row['report_id'], id)
        const found = { numerator: row['numerator'], denominator: row['denominator'], value: row['value'] }
        if (unit === 'flag') expect(found.value, String(row['report_id'])).toBe(figure?.value)
        else expect(found, String(row['report_id'])).toEqual(figure)
      }
    },
  )

  test('have the quartiles of the narrowest group of ten, or a pooled share', () => {
    const seen = { quartiles: 0, pooled: 0, none: 0 }
    const byId = new Map(reports.map((report) => [report.reportId, report]))
    const peersOf = new Map<string, readonly number[]>()
    for (const row of rows.filter(({ indicator_id: id }) => id !== 'zero_requests' && id !== 'all_zero')) {
      const id = String(row['indicator_id'])
      const report = byId.get(String(row['report_id']))
      if (!report) throw new Error(`"${row['report_id']}" was not put in`)
      const { year, level, functions, bodyKind } = report.identity
      // reports of the same attributes have the same peers
      const alike = JSON.stringify([id, year, level, functions, bodyKind])
      const values =
        peersOf.get(alike) ??
        toPeers(report, reports, (one) => figureOf(one.reportId, id)?.value != null).flatMap(
          (one) => figureOf(one.reportId, id)?.value ?? [],
        )
      peersOf.set(alike, values)
      if (values.length > 0) {
        seen.quartiles += 1
        expect(row).toMatchObject({ peer_count: values.length, pooled_value: null })
        for (const [name, part] of [
          ['peer_q1', 0.25],
          ['peer_median', 0.5],
          ['peer_q3', 0.75],
        ] as const)
          expect(row[name]).toBeCloseTo(quantile(values, part), 9)
      } else if (row['peer_basis'] === 'pooled') {
        seen.pooled += 1
        expect(row['pooled_value']).toBeCloseTo(toPool(report, id), 9)
      } else {
        seen.none += 1
        expect(row).toMatchObject({ peer_group_id: null, peer_count: null, peer_median: null, pooled_value: null })
      }
    }
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0)
  })
})

/** The share of all reports of a year taken together. */
function toPool(report: Report, id: string): number {
  const year = reports.filter(({ identity }) => identity.year === report.identity.year)
  const known = year.flatMap(({ reportId }) => {
    const figure = figureOf(reportId, id)
    return figure?.numerator == null || figure.denominator === null ? [] : [figure]
  })
  const sum = (side: 'numerator' | 'denominator') => known.reduce((all, figure) => all + (figure[side] ?? 0), 0)
  return ((id.endsWith('_per_100') ? 100 : 1) * sum('numerator')) / sum('denominator')
}

describe('whatever was drawn', () => {
  test('the shares of a report add up to 1 or none is given', () => {
    for (const own of Map.groupBy(outcomes, (row) => row['report_id']).values()) {
      const shares = own.map((row) => row['share'])
      if (shares.some((share) => share !== null))
        expect(shares.reduce<number>((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 9)
    }
  })

  test('no share and no rate whose own denominator is below 30 is given, nor is one in any quartile', () => {
    const ruled = new Set(indicators.flatMap(({ id, smallN }) => (smallN === null ? [] : [id])))
    const small = rows.filter((row) => ruled.has(String(row['indicator_id'])) && Number(row['denominator'] ?? 0) < 30)
    expect(small.length).toBeGreaterThan(1000)
    expect(small.filter((row) => row['value'] !== null)).toEqual([])
    expect(outcomes.filter((row) => row['share'] !== null && Number(row['results_sum']) < 30)).toEqual([])
  })

  test('a peer group names no report twice', () => {
    const grouped = Map.groupBy(
      rows.filter((row) => row['peer_group_id'] !== null),
      (row) => `${row['peer_group_id']} ${row['peer_basis']} ${row['indicator_id']}`,
    )
    expect(grouped.size).toBeGreaterThan(0)
    for (const [group, members] of grouped)
      expect(new Set(members.map((row) => row['report_id'])).size, group).toBe(members.length)
  })
})
