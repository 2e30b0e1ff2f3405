import {
  type CellState,
  type Edition,
  type Form,
  type FormId,
  formIds,
  type Label,
  repairKinds,
  toEditions,
  toForm,
  toFormCells,
} from '@gongkai/schema'
import { readFindings } from '../data/findings.ts'
import { type Outcomes, outcomesOf } from '../data/outcomes.ts'
import { readWhere } from '../data/read-rows.ts'
import type {
  CellRow,
  ClaimRow,
  CopyRow,
  DocumentRow,
  IndicatorRow,
  IssueRow,
  LineRow,
  RepairRow,
  ReportRow,
  SimilarityRow,
} from '../data/rows.ts'
import { joinPlaces, readPlaceNames, readRegionRows, toAncestors } from '../places/regions.ts'
import { type Layout, toLayout } from './form-layout.ts'
import { describeResults, type Results, toResults } from './results.ts'
import { type Trace, toLinks, toPassed } from './trace.ts'
import { toCellLabels, toVerdict, type Verdict } from './verdict.ts'
import { findYearBefore, type Numbers, toDifferences, toFailing } from './year-before.ts'

/** How often a kind of repair was made. */
export interface RepairCount {
  readonly label: Label
  readonly count: number
}

/** Everything the page of a report shows. */
export interface ReportView {
  readonly report: ReportRow
  readonly document: DocumentRow | undefined
  readonly cells: ReadonlyMap<string, CellRow>
  readonly layouts: readonly Layout[]
  /** The place that it is of, as one text; empty where it is unknown. */
  readonly places: Label
  /** Names of the divisions that a report without one may belong to, by code. */
  readonly candidates: ReadonlyMap<string, string>
  /** States that the cells of the tables are in. */
  readonly states: ReadonlySet<CellState>
  readonly lines: readonly LineRow[]
  /** How the tables and the source text lead to each other. */
  readonly trace: Trace
  readonly verdict: Verdict
  readonly outcomes: Outcomes
  /** Cell key → what the cell is called. */
  readonly labels: ReadonlyMap<string, Label>
  readonly claims: readonly ClaimRow[]
  readonly issues: readonly IssueRow[]
  readonly repairs: readonly RepairCount[]
  /** The same agency's other reports. */
  readonly siblings: readonly ReportRow[]
  /** Documents of this report, where there are several: the published one first. */
  readonly copies: readonly CopyRow[]
  /** How the requests ended, if 表三 says. */
  readonly results: Results | undefined
  /** The finding about the results. */
  readonly resultsFinding: Label | undefined
  /** Cell key → change since the agency's report of the year before, of the cells that can be compared. */
  readonly differences: ReadonlyMap<string, number>
  /** What of its text stands in other reports. */
  readonly similarities: readonly SimilarityRow[]
}

/** Counts repairs by kind, in the order of the code table. */
export function toRepairCounts(repairs: readonly RepairRow[]): readonly RepairCount[] {
  const counts = Map.groupBy(repairs, (repair) => repair.kind)
  return Object.entries(repairKinds).flatMap(([kind, label]) => {
    const count = counts.get(kind as RepairRow['kind'])?.length ?? 0
    return count > 0 ? [{ label, count }] : []
  })
}

/** The edition stated, else the one that declares most of the cells, the newer of two that declare as many. */
export function pickForm(formId: FormId, stated: Edition | null, keys: ReadonlySet<string>): Form {
  if (stated) return toForm(formId, stated)
  const shares = toEditions(formId).map((form) => ({
    form,
    share: toFormCells(form).filter((cell) => keys.has(cell.key)).length,
  }))
  // Sorting keeps the order of equals: of two that fit alike the newer one is taken.
  const [best] = shares.toSorted((a, b) => b.share - a.share)
  if (!best) throw new RangeError(`Cannot set "${formId}": no edition of it is declared`)
  return best.form
}

function toLayouts(report: ReportRow, keys: ReadonlySet<string>): readonly Layout[] {
  const stated = {
    disclosure: report.disclosure_edition,
    requests: report.requests_edition,
    proceedings: report.proceedings_edition,
  } satisfies Record<FormId, Edition | null>
  return formIds.map((formId) => toLayout(pickForm(formId, stated[formId], keys)))
}

/** Keys of the cells of a form as printed. */
const toKeys = ({ form }: Layout): readonly string[] => toFormCells(form).map(({ key }) => key)

/** Whether no cell of a table was found in the document. */
export const isUnread = (layout: Layout, cells: ReadonlyMap<string, CellRow>): boolean =>
  toKeys(layout).every((key) => (cells.get(key)?.state ?? 'missing') === 'missing')

/** States of the cells in the tables that were found; a table that was not says so itself. */
function toStates(layouts: readonly Layout[], cells: ReadonlyMap<string, CellRow>): ReadonlySet<CellState> {
  const keys = layouts.filter((layout) => !isUnread(layout, cells)).flatMap(toKeys)
  return new Set(keys.map((key) => cells.get(key)?.state ?? 'missing'))
}

/** Full names of divisions by code, from the province down. */
async function readCandidates(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await readRegionRows()
  const nameOf = (code: string) => rows.get(code)?.name ?? code
  return new Map(codes.map((code) => [code, [...toAncestors(rows, code), code].map(nameOf).join('')]))
}

const countTerms = ({ failures }: Verdict): number =>
  failures.reduce((sum, { left, right }) => sum + left.terms.length + right.terms.length, 0)

async function readPlaces(report: ReportRow): Promise<Label> {
  const [zh, en] = await Promise.all([readPlaceNames('zh'), readPlaceNames('en')])
  return { zh: joinPlaces(zh(report), 'zh'), en: joinPlaces(en(report), 'en') }
}

/** How the requests ended, beside the report of the year before. */
async function readResults(report: ReportRow, before: ReportRow | undefined) {
  const [outcomes, indicators, outcomesBefore, indicatorsBefore] = await Promise.all([
    readWhere('outcomes', 'report_id', report.report_id),
    readWhere('indicators', 'report_id', report.report_id),
    before ? readWhere('outcomes', 'report_id', before.report_id) : [],
    before ? readWhere('indicators', 'report_id', before.report_id) : [],
  ])
  const results = toResults({ year: report.year, outcomes, indicators, outcomesBefore })
  const rateOf = (rows: readonly IndicatorRow[]) => rows.find((row) => row.indicator_id === 'disclosure_rate')
  return {
    results,
    resultsFinding: results && describeResults(results, rateOf(indicators), rateOf(indicatorsBefore)),
  }
}

const toByKey = (cells: readonly CellRow[]) => new Map(cells.map((cell) => [cell.key, cell]))

/** What changed since the year before, cell by cell; nothing where that report is not held. */
async function readDifferences(now: Numbers, before: ReportRow | undefined): Promise<ReadonlyMap<string, number>> {
  if (!before) return new Map()
  const [cells, findings] = await Promise.all([
    readWhere('cells', 'report_id', before.report_id),
    readWhere('findings', 'report_id', before.report_id),
  ])
  return toDifferences(now, { cells: toByKey(cells), failing: toFailing(findings) })
}

/** The rows of the tables that are about one report. */
async function readRows({ report_id: id, path, agency_id }: ReportRow) {
  const [cells, lines, findings, proposals, claims, issues, repairs, documents, own, copies, similarities] =
    await Promise.all([
      readWhere('cells', 'report_id', id),
      readWhere('lines', 'report_id', id),
      readFindings(id),
      readWhere('proposals', 'report_id', id),
      readWhere('claims', 'report_id', id),
      readWhere('issues', 'path', path),
      readWhere('repairs', 'report_id', id),
      readWhere('documents', 'path', path),
      readWhere('reports', 'agency_id', agency_id),
      readWhere('copies', 'report_id', id),
      readWhere('similarities', 'report_id', id),
    ])
  const siblings = own.filter((other) => other.report_id !== id).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return { cells, lines, findings, proposals, claims, issues, repairs, documents, siblings, copies, similarities }
}

async function loadReport(id: string): Promise<ReportView> {
  const [report] = await readWhere('reports', 'report_id', id)
  if (!report) throw new RangeError(`Cannot show report "${id}": the dataset holds no such report`)
  const { cells, lines, findings, proposals, claims, siblings, similarities, ...rows } = await readRows(report)
  const byKey = toByKey(cells)
  const failing = toFailing(findings)
  const before = findYearBefore(report, siblings)
  const layouts = toLayouts(report, new Set(byKey.keys()))
  const used = layouts.map(({ form }) => form)
  const verdict = toVerdict(findings, proposals, used, byKey)
  const links = toLinks(layouts, byKey, lines, failing)
  return {
    report,
    document: rows.documents[0],
    cells: byKey,
    layouts,
    places: await readPlaces(report),
    candidates: await readCandidates(report.region_candidates ?? []),
    states: toStates(layouts, byKey),
    labels: toCellLabels(used),
    lines,
    trace: { ...links, passed: toPassed(links, byKey, countTerms(verdict)) },
    verdict,
    outcomes: outcomesOf(report, findings, claims),
    claims,
    // A file may hold several reports; what concerns the file as a whole stands on each of its pages.
    issues: rows.issues.filter((issue) => issue.report_id === null || issue.report_id === id),
    repairs: toRepairCounts(rows.repairs),
    copies: rows.copies.toSorted((a, b) => Number(b.is_published) - Number(a.is_published)),
    siblings,
    ...(await readResults(report, before)),
    differences: await readDifferences({ cells: byKey, failing }, before),
    similarities,
  }
}

/** Reports kept: the languages of a page are built one after the other, and show the same one. */
const mostKept = 2

const kept = new Map<string, Promise<ReportView>>()

/** Reads all of one report. @throws {RangeError} if the dataset holds no such report */
export function readReport(id: string): Promise<ReportView> {
  const view = kept.get(id) ?? loadReport(id)
  kept.set(id, view)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return view
}
