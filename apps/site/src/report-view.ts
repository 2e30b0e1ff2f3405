import { type Edition, type FormId, formIds, forms, type Label, repairKinds, toFormCells } from '@gongkai/schema'
import { readWhere } from './data.ts'
import { type Layout, toLayout } from './layout.ts'
import type { CellRow, DocumentRow, FindingRow, IssueRow, LineRow, RepairRow, ReportRow } from './rows.ts'

/** Outcome of the sum edits of a report. */
export interface Verdict {
  readonly assessed: number
  readonly failing: readonly FindingRow[]
  readonly notAssessable: number
}

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
  readonly lines: readonly LineRow[]
  /** Line number → the first cell read from it. */
  readonly firstCells: ReadonlyMap<number, string>
  readonly verdict: Verdict
  readonly issues: readonly IssueRow[]
  readonly repairs: readonly RepairCount[]
  /** The same agency's other reports. */
  readonly siblings: readonly ReportRow[]
}

/** Id of a cell on the page. */
export const toCellAnchor = (key: string): string => `c-${key}`

/** Splits the findings into what was assessed, what fails and what could not be assessed. */
export function toVerdict(findings: readonly FindingRow[]): Verdict {
  const assessed = findings.filter((finding) => finding.status !== 'not_assessable')
  return {
    assessed: assessed.length,
    failing: assessed.filter((finding) => finding.status === 'fail'),
    notAssessable: findings.length - assessed.length,
  }
}

/** Counts repairs by kind, in the order of the code table. */
export function toRepairCounts(repairs: readonly RepairRow[]): readonly RepairCount[] {
  const counts = Map.groupBy(repairs, (repair) => repair.kind)
  return Object.entries(repairKinds).flatMap(([kind, label]) => {
    const count = counts.get(kind as RepairRow['kind'])?.length ?? 0
    return count > 0 ? [{ label, count }] : []
  })
}

/** The edition stated, else the one that declares most of the cells. */
export function pickEdition(formId: FormId, stated: Edition | null, keys: ReadonlySet<string>): Edition {
  if (stated) return stated
  const share = (edition: Edition) => toFormCells(forms[formId][edition]).filter((cell) => keys.has(cell.key)).length
  return share('2019') > share('2021') ? '2019' : '2021'
}

function toLayouts(report: ReportRow, keys: ReadonlySet<string>): readonly Layout[] {
  const stated = {
    disclosure: report.disclosure_edition,
    requests: report.requests_edition,
    proceedings: report.proceedings_edition,
  } satisfies Record<FormId, Edition | null>
  return formIds.map((formId) => toLayout(forms[formId][pickEdition(formId, stated[formId], keys)]))
}

function toFirstCells(cells: readonly CellRow[]): ReadonlyMap<number, string> {
  return new Map(cells.toReversed().flatMap((cell) => (cell.place_line === null ? [] : [[cell.place_line, cell.key]])))
}

/** Reads all of one report. @throws {RangeError} if the dataset holds no such report */
export async function readReport(id: string): Promise<ReportView> {
  const [report] = await readWhere('reports', 'report_id', id)
  if (!report) throw new RangeError(`Cannot show report "${id}": the dataset holds no such report`)
  const [cells, lines, findings, issues, repairs, documents, siblings] = await Promise.all([
    readWhere('cells', 'report_id', id),
    readWhere('lines', 'report_id', id),
    readWhere('findings', 'report_id', id),
    readWhere('issues', 'report_id', id),
    readWhere('repairs', 'report_id', id),
    readWhere('documents', 'path', report.path),
    readWhere('reports', 'agency_id', report.agency_id),
  ])
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  return {
    report,
    document: documents[0],
    cells: byKey,
    layouts: toLayouts(report, new Set(byKey.keys())),
    lines,
    firstCells: toFirstCells(cells),
    verdict: toVerdict(findings),
    issues,
    repairs: toRepairCounts(repairs),
    siblings: siblings.filter((other) => other.report_id !== id).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)),
  }
}
