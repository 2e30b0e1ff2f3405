import { type FigureStatus, fewestPeers, figureStatuses, indicators, type Label, levels } from '@gongkai/schema'
import type { Points } from '../chart/points.ts'
import { scan } from '../data/read-rows.ts'
import { readReports } from '../data/reports.ts'
import { both } from '../words/messages.ts'

/** A figure of one report. */
interface Given {
  readonly year: number | null
  readonly level: string | null
  readonly value: number | null
  readonly status: FigureStatus
}

/** How a figure is spread over some reports; quartiles only of ten and more. */
export interface Spread {
  readonly label: Label
  readonly count: number
  readonly quartiles: readonly [q1: number, median: number, q3: number] | null
  /** Reports by place on the axis, `spreadBins` of them. */
  readonly bins: readonly number[]
  /** Of a yes-or-no figure: reports of which it is yes. */
  readonly yes: number
}

/** A figure over the reports of one year, by level. */
export interface YearSpread {
  readonly year: number
  readonly all: Spread
  readonly levels: readonly Spread[]
}

/** Everything the page of an indicator shows. */
export interface Distribution {
  readonly years: readonly YearSpread[]
  /** How many reports have the figure, and why others have none. */
  readonly statuses: readonly { readonly label: Label; readonly count: number }[]
  /** Ends of the axis; what lies beyond stands at its end. */
  readonly axis: readonly [from: number, to: number]
  /** Reports of the fullest place of any year: of a dot as large as dots are. */
  readonly mostInBin: number
}

/** Radius of the dot for some reports of one place of the axis: one scale for all years and levels. */
export const toRadius = (count: number, { mostInBin }: Pick<Distribution, 'mostInBin'>): number =>
  Math.round(150 + 550 * Math.sqrt(count / mostInBin)) / 100

/** Places along the axis of a strip. */
export const spreadBins = 40

/**
 * The value below which a part of sorted numbers lies, between two neighbours in proportion.
 *
 * @param part 0 to 1
 * @example toQuantile([1, 2, 4], 0.75) // 3
 */
export function toQuantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

function toBins(values: readonly number[], [from, to]: Distribution['axis']): readonly number[] {
  const bins = Array<number>(spreadBins).fill(0)
  for (const value of values) {
    const place = Math.floor((spreadBins * (value - from)) / (to - from))
    const bin = Math.min(spreadBins - 1, Math.max(0, place))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  return bins
}

function toSpread(label: Label, figures: readonly Given[], axis: Distribution['axis']): Spread {
  const values = figures.flatMap(({ value }) => value ?? []).toSorted((a, b) => a - b)
  const quartiles = [0.25, 0.5, 0.75].map((part) => toQuantile(values, part))
  const [q1 = 0, median = 0, q3 = 0] = quartiles
  return {
    label,
    count: values.length,
    quartiles: values.length < fewestPeers ? null : [q1, median, q3],
    bins: toBins(values, axis),
    yes: values.filter((value) => value === 1).length,
  }
}

/**
 * From 0, or the twentieth part of the figures, to the nineteenth twentieth: a few giants press nothing together.
 * Both ends are whole steps of about a tenth of the way.
 *
 * @example toAxis([-70.95, …, 79]) // [-80, 80]
 */
export function toAxis(values: readonly number[]): Distribution['axis'] {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return [0, 1]
  const from = Math.min(0, toQuantile(sorted, 0.05))
  const to = Math.max(0, toQuantile(sorted, 0.95))
  if (from === to) return [0, 1]
  const power = 10 ** Math.floor(Math.log10((to - from) / 10))
  const factor = [1, 2, 5, 10].find((one) => one * power >= (to - from) / 10) ?? 10
  const toEnd = (value: number, toWhole: (steps: number) => number) =>
    Number((toWhole(value / (factor * power)) * factor * power).toPrecision(12))
  return [toEnd(from, Math.floor), toEnd(to, Math.ceil)]
}

function toYearSpread(year: number, own: readonly Given[], axis: Distribution['axis']): YearSpread {
  const byLevel = Object.entries(levels).map(([level, label]) =>
    toSpread(
      label,
      own.filter((figure) => figure.level === level),
      axis,
    ),
  )
  return {
    year,
    all: toSpread({ zh: '全部', en: 'All' }, own, axis),
    levels: byLevel.filter(({ count }) => count > 0),
  }
}

/** Spreads of one indicator, newest year first; shares have the axis from 0 to 1. */
export function toDistribution(figures: readonly Given[], isShare: boolean): Distribution {
  const axis = isShare ? ([0, 1] as const) : toAxis(figures.flatMap(({ value }) => value ?? []))
  const years = [...Map.groupBy(figures, ({ year }) => year)].flatMap(([year, own]) =>
    year === null ? [] : [toYearSpread(year, own, axis)],
  )
  return {
    axis,
    mostInBin: Math.max(1, ...years.flatMap(({ all }) => all.bins)),
    years: years.toSorted((a, b) => b.year - a.year),
    // Those that have the figure come first.
    statuses: Object.entries(figureStatuses)
      .flatMap(([status, label]) => {
        const count = figures.filter((figure) => figure.status === status).length
        return count > 0 ? [{ label, count }] : []
      })
      .toReversed(),
  }
}

/** The spreads as a table: what the strips are drawn from. */
export function toSpreadPoints({ years }: Distribution): Points {
  return {
    columns: [
      { name: 'year', label: both('year') },
      { name: 'level', label: both('level') },
      { name: 'reports', label: both('reportsGiven') },
      { name: 'lower_quartile', label: both('lowerQuartile') },
      { name: 'median', label: both('median') },
      { name: 'upper_quartile', label: both('upperQuartile') },
    ],
    rows: years.flatMap(({ year, all, levels: own }) =>
      [all, ...own].map(({ label, count, quartiles }) => [
        `${year}`,
        label,
        count,
        ...(quartiles ?? [null, null, null]),
      ]),
    ),
  }
}

async function scanDistributions(): Promise<ReadonlyMap<string, Distribution>> {
  const reports = new Map((await readReports()).map((row) => [row.report_id, row]))
  const figures = new Map<string, Given[]>()
  await scan('indicators', ['report_id', 'indicator_id', 'value', 'status'], (row) => {
    const { year = null, level = null } = reports.get(row.report_id) ?? {}
    const own = figures.get(row.indicator_id) ?? []
    own.push({ year, level, value: row.value, status: row.status })
    figures.set(row.indicator_id, own)
  })
  return new Map(
    indicators.map(({ id, unit }) => [id, toDistribution(figures.get(id) ?? [], unit === 'share')] as const),
  )
}

let held: Promise<ReadonlyMap<string, Distribution>> | undefined

/**
 * The distribution of an indicator over every report. The figures are not held, only how they are spread.
 *
 * @throws {RangeError} if no indicator of that id is declared
 */
export async function readDistribution(id: string): Promise<Distribution> {
  held ??= scanDistributions()
  const found = (await held).get(id)
  if (!found) throw new RangeError(`Cannot show the spread of "${id}": no indicator of that id is declared`)
  return found
}
