import type { CatalogueFile, ReportColumns } from '@gongkai/schema/browser'
import { flags, type Regions, type RowLabel, type SearchReport } from './report.ts'

type TextColumn = ReportColumns['texts']['name']

/** What the browser loads before it can search. */
export interface Catalogue {
  /** Of the build, 32 bits; every file of the index states it. */
  readonly version: number
  readonly shardCount: number
  readonly reports: readonly SearchReport[]
  readonly rows: readonly RowLabel[]
  readonly regions: Regions
}

/** Stand in a title for the name of the agency and for the year: few titles remain. */
const nameMark = '\u0001'
const yearMark = '\u0002'
const separator = '|'
const dayLength = 86_400_000
/** Stands for a number that was not read. */
const unread = -1

function toPattern({ title, name, year }: SearchReport): string {
  const named = name === '' ? title : title.replaceAll(name, nameMark)
  return year === 0 ? named : named.replaceAll(String(year), yearMark)
}

const texts = {
  agencyId: (report: SearchReport) => report.agencyId,
  name: (report: SearchReport) => report.name,
  otherNames: (report: SearchReport) => report.otherNames.join(separator),
  title: toPattern,
  places: (report: SearchReport) => report.places.join(separator),
  regionCode: (report: SearchReport) => report.regionCode,
  province: (report: SearchReport) => report.province,
  level: (report: SearchReport) => report.level,
  functions: (report: SearchReport) => report.functions.join(separator),
  edition: (report: SearchReport) => report.edition,
  documentNumber: (report: SearchReport) => report.documentNumber,
}

/** Days since 1970 of the date of a report; 0 where it has none. */
export function toDay({ date }: SearchReport): number {
  return date === '' ? 0 : Date.parse(date) / dayLength
}

const numbers = {
  year: (report: SearchReport) => report.year,
  day: toDay,
  failedCount: (report: SearchReport) => report.failedCount,
  assessedCount: (report: SearchReport) => report.assessedCount,
  declaredCount: (report: SearchReport) => report.declaredCount,
  flags: (report: SearchReport) =>
    flags.reduce((bits, flag, i) => (report.flags.includes(flag) ? bits | (1 << i) : bits), 0),
  received: (report: SearchReport) => report.received ?? unread,
  results: (report: SearchReport) => report.results ?? unread,
  disclosed: (report: SearchReport) => report.disclosed ?? unread,
  refused: (report: SearchReport) => report.refused ?? unread,
}

function toTextColumn(all: readonly string[]): TextColumn {
  const places = new Map<string, number>()
  let last = 0
  const steps = all.map((text) => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    const step = place - last
    last = place
    return step
  })
  return { values: [...places.keys()], steps }
}

const mapValues = <K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B) =>
  Object.fromEntries(Object.entries<A>(record).map(([name, value]) => [name, change(value)])) as Record<K, B>

const toUsualId = (agencyId: string, year: number): string => `${agencyId}-${year}`

/** Writes reports by column, in their order; the rows that are not 0 are written apart. */
export function encodeReports(reports: readonly SearchReport[]): ReportColumns {
  const unusual = reports.flatMap(({ id, agencyId, year }, i) =>
    id === toUsualId(agencyId, year) ? [] : [[String(i), id] as const],
  )
  return {
    texts: mapValues(texts, (encode) => toTextColumn(reports.map(encode))),
    numbers: mapValues(numbers, (encode) => reports.map(encode)),
    ids: Object.fromEntries(unusual),
  }
}

/** Writes the catalogue of all reports, in their order. */
export function encodeCatalogue({ version, shardCount, reports, rows, regions }: Catalogue): CatalogueFile {
  const { texts, numbers, ids } = encodeReports(reports)
  return {
    version,
    shardCount,
    texts,
    numbers,
    rows: rows.map((row) => ({ ...row, reports: toGaps(reports, row.id) })),
    regions: Object.fromEntries(regions),
    ids,
  }
}

/** Positions of the reports in which a row is not 0, as the gaps between them. */
export function toGaps(reports: readonly SearchReport[], row: string): number[] {
  let last = 0
  return reports.flatMap((report, i) => {
    if (!report.rows.includes(row)) return []
    const gap = i - last
    last = i
    return [gap]
  })
}

/** Rows that are not 0, by position of the report. */
function toRows(gaps: readonly (readonly [row: string, reports: readonly number[]])[]) {
  const rows = new Map<number, string[]>()
  for (const [id, reports] of gaps) {
    let position = 0
    for (const gap of reports) {
      position += gap
      const own = rows.get(position) ?? []
      own.push(id)
      rows.set(position, own)
    }
  }
  return rows
}

function toTexts({ values, steps }: TextColumn): readonly string[] {
  let place = 0
  return steps.map((step) => {
    place += step
    const text = values[place]
    if (text === undefined) throw new RangeError(`Cannot read the catalogue: there is no text ${place}`)
    return text
  })
}

const toList = (text: string | undefined): readonly string[] => (text ? text.split(separator) : [])

/**
 * Reads what `encodeReports` and `toGaps` wrote.
 *
 * @param gaps positions of the reports in which a row is not 0, by row
 * @throws {RangeError} if a column points at a text that is not there
 */
export function decodeReports(
  file: ReportColumns,
  gaps: readonly (readonly [row: string, reports: readonly number[]])[],
): readonly SearchReport[] {
  const columns = mapValues(file.texts, toTexts)
  const rows = toRows(gaps)
  const toCount = (value: number | undefined) => (value === undefined || value === unread ? null : value)
  const toReport = (year: number, i: number): SearchReport => {
    const [agencyId = '', name = '', day = 0] = [columns.agencyId[i], columns.name[i], file.numbers.day[i]]
    const bits = file.numbers.flags[i] ?? 0
    return {
      id: file.ids[i] ?? toUsualId(agencyId, year),
      agencyId,
      name,
      otherNames: toList(columns.otherNames[i]),
      title: (columns.title[i] ?? '').replaceAll(nameMark, name).replaceAll(yearMark, String(year)),
      places: toList(columns.places[i]),
      regionCode: columns.regionCode[i] ?? '',
      province: columns.province[i] ?? '',
      level: columns.level[i] ?? '',
      functions: toList(columns.functions[i]),
      edition: columns.edition[i] ?? '',
      year,
      date: day === 0 ? '' : new Date(day * dayLength).toISOString().slice(0, 10),
      failedCount: file.numbers.failedCount[i] ?? 0,
      assessedCount: file.numbers.assessedCount[i] ?? 0,
      declaredCount: file.numbers.declaredCount[i] ?? 0,
      flags: flags.filter((_, bit) => bits & (1 << bit)),
      documentNumber: columns.documentNumber[i] ?? '',
      received: toCount(file.numbers.received[i]),
      results: toCount(file.numbers.results[i]),
      disclosed: toCount(file.numbers.disclosed[i]),
      refused: toCount(file.numbers.refused[i]),
      rows: rows.get(i) ?? [],
    }
  }
  return file.numbers.year.map(toReport)
}

/** Reads what `encodeCatalogue` wrote. @throws {RangeError} if a column points at a text that is not there */
export function decodeCatalogue(file: CatalogueFile): Catalogue {
  return {
    version: file.version,
    shardCount: file.shardCount,
    reports: decodeReports(
      file,
      file.rows.map(({ id, reports }) => [id, reports] as const),
    ),
    rows: file.rows.map(({ reports, ...label }) => label),
    regions: new Map(Object.entries(file.regions)),
  }
}
