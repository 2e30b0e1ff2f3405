import { type CatalogueFile, fold, type TopFile } from '@gongkai/schema/browser'
import { type Outcomes, readOutcomes } from '../data/outcomes.ts'
import { readAll, readPart, readWhere } from '../data/read-rows.ts'
import { toReportDate } from '../data/reports.ts'
import type { CellRow, ReportRow } from '../data/rows.ts'
import { readSpammed } from '../data/spammed.ts'
import { toPlaces } from '../words/report-names.ts'
import {
  type BlockedCatalogue,
  mostWholeReports,
  nameShards,
  textShards,
  toShelved,
  writeBlocks,
} from './blocks/write.ts'
import { type LineRange, toBody } from './body.ts'
import { type BodyLine, encodeBody } from './body-file.ts'
import { toListBuilder, toTermIndex, toTokens } from './build-index.ts'
import { encodeCatalogue } from './catalogue.ts'
import { type Offered, toOffered } from './form.ts'
import { hash } from './hash.ts'
import { type Flag, flags, type SearchReport } from './report.ts'
import { type Counts, readCounts, readRegions } from './row-counts.ts'
import { toRowLabels } from './row-labels.ts'

/** Size that a file of the index should have, in bytes: a question opens one for each pair of characters. */
const wholeShards = { shardBytes: 3072, mostShards: 4096, longList: Number.POSITIVE_INFINITY } as const

/** Everything the search reads but the texts, which are made one by one. */
export interface SearchIndex {
  readonly catalogue: CatalogueFile | TopFile
  readonly shards: readonly Uint8Array<ArrayBuffer>[]
  /** What the form offers to choose from. */
  readonly offered: Offered
  /** Missing where the catalogue is one file. */
  readonly blocks?: Omit<BlockedCatalogue, 'top'>
}

/** What is known of a report beside its row. */
interface Known {
  readonly outcomes: Outcomes
  readonly isSpammed: boolean
  readonly counts: Counts
}

const flagTests: Readonly<Record<Flag, (row: ReportRow, known: Known) => boolean>> = {
  failing: (_, { outcomes }) => outcomes.sums === 'fail',
  balanced: (_, { outcomes }) => outcomes.sums === 'hold',
  textDiffers: (_, { outcomes }) => outcomes.text === 'differ',
  textAgrees: (_, { outcomes }) => outcomes.text === 'agree',
  blank: (row) => row.cells_blank > 0,
  missing: (row) => row.cells_missing > 0,
  late: (row) => (row.days_late ?? 0) > 0,
  spam: (_, { isSpammed }) => isSpammed,
}

function toReport(row: ReportRow, names: readonly string[], known: Known): SearchReport {
  const name = row.agency_name ?? ''
  return {
    id: row.report_id,
    agencyId: row.agency_id,
    name,
    otherNames: names.filter((other) => other !== name),
    title: row.title ?? '',
    places: toPlaces(row),
    regionCode: row.region_code ?? '',
    province: row.province ?? '',
    level: row.level ?? '',
    functions: row.functions ?? [],
    edition: row.edition ?? '',
    year: row.year ?? 0,
    date: toReportDate(row),
    failedCount: known.outcomes.sumCounts.failed,
    assessedCount: known.outcomes.sumCounts.assessed,
    declaredCount: known.outcomes.sumCounts.declared,
    flags: flags.filter((flag) => flagTests[flag](row, known)),
    documentNumber: row.document_number ?? '',
    ...known.counts,
  }
}

/** Every report as the search knows it, by id, so that years of an agency and agencies of a place are neighbours. */
async function readSearchReports(): Promise<readonly SearchReport[]> {
  const [rows, agencies, spammed, outcomesOf, countsOf] = await Promise.all([
    readAll('reports'),
    readAll('agencies'),
    readSpammed(),
    readOutcomes(),
    readCounts(),
  ])
  const knownOf = (row: ReportRow) => ({
    outcomes: outcomesOf(row),
    isSpammed: spammed.has(row.report_id),
    counts: countsOf(row.report_id),
  })
  const names = new Map(agencies.map((agency) => [agency.agency_id, agency.names ?? []]))
  return rows
    .map((row) => toReport(row, names.get(row.agency_id) ?? [], knownOf(row)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Where the tables of a report stand: each from the first to the last line that a cell was read from. */
function toTableRanges(cells: readonly Pick<CellRow, 'form_id' | 'place_line'>[]): readonly LineRange[] {
  const ranges = new Map<string, LineRange>()
  for (const { form_id, place_line } of cells) {
    if (place_line === null) continue
    const [first, last] = ranges.get(form_id) ?? [place_line, place_line]
    ranges.set(form_id, [Math.min(first, place_line), Math.max(last, place_line)])
  }
  return [...ranges.values()]
}

async function readBody(reportId: string): Promise<readonly BodyLine[]> {
  const [lines, cells] = await Promise.all([
    readWhere('lines', 'report_id', reportId),
    readPart('cells', reportId, ['form_id', 'place_line']),
  ])
  return toBody(lines, toTableRanges(cells))
}

/** The searchable text of one report as a file. */
export async function readSearchText(reportId: string): Promise<string> {
  return encodeBody(await readBody(reportId))
}

async function buildIndex(): Promise<SearchIndex> {
  const byId = await readSearchReports()
  const layout = byId.length > mostWholeReports ? 'blocks' : 'whole'
  const reports = layout === 'blocks' ? toShelved(byId) : byId
  const builder = toListBuilder()
  let version = hash(JSON.stringify(reports))
  // Texts are read in the order of the dataset, whose neighbours are read together.
  for (const { id } of byId) {
    const body = await readBody(id)
    builder.add(toTokens(body.map(({ text }) => fold(text))))
    version = hash(version + encodeBody(body))
  }
  const placeOf = new Map(reports.map(({ id }, place) => [id, place]))
  const settings = layout === 'blocks' ? textShards : wholeShards
  const texts = toTermIndex(builder.finish(byId.map(({ id }) => placeOf.get(id) ?? 0)), { ...settings, version })
  const regions = await readRegions(reports.map(({ regionCode }) => regionCode))
  const offered = toOffered(byId)
  const { shards } = texts
  if (layout === 'blocks') {
    const { top, ...blocks } = writeBlocks({
      version,
      reports,
      rows: toRowLabels(),
      regions,
      texts,
      nameSettings: nameShards,
    })
    return { catalogue: top, shards, offered, blocks }
  }
  const catalogue = { version, shardCount: shards.length, reports, rows: toRowLabels(), regions }
  return { catalogue: encodeCatalogue(catalogue), shards, offered }
}

let held: Promise<SearchIndex> | undefined

/** The index of the dataset, built once. */
export function readSearchIndex(): Promise<SearchIndex> {
  held ??= buildIndex()
  return held
}
