import {
  type SumCounts,
  type SumsOutcome,
  type TextCounts,
  type TextOutcome,
  toSumsOutcome,
  toTextOutcome,
} from '@gongkai/schema'
import { scan, scanAlike } from './read-rows.ts'
import type { ClaimRow, FindingRow, ReportRow } from './rows.ts'

/** What the checks of a report come to: every page, list, facet and file says the same of it. */
export interface Outcomes {
  readonly sumCounts: SumCounts
  readonly sums: SumsOutcome
  readonly textCounts: TextCounts
  readonly text: TextOutcome
}

type Tally = Map<string, number>

const add = (tally: Tally, key: string, count = 1) => tally.set(key, (tally.get(key) ?? 0) + count)

/** Whether a finding is one of the sums that `reports.edits_assessed` counts. */
const isSum = (finding: Pick<FindingRow, 'is_sum_edit' | 'severity'>): boolean =>
  finding.is_sum_edit && finding.severity === 'must'

function toOutcomes(report: ReportRow, declared: number, textCounts: TextCounts): Outcomes {
  const sumCounts = { declared, assessed: report.edits_assessed, failed: report.edits_failed }
  return { sumCounts, sums: toSumsOutcome(sumCounts), textCounts, text: toTextOutcome(textCounts) }
}

const countStatus = (claims: readonly Pick<ClaimRow, 'status'>[], status: ClaimRow['status']): number =>
  claims.filter((claim) => claim.status === status).length

/** The outcomes of one report from its own rows. */
export function outcomesOf(
  report: ReportRow,
  findings: readonly Pick<FindingRow, 'is_sum_edit' | 'severity'>[],
  claims: readonly Pick<ClaimRow, 'status'>[],
): Outcomes {
  return toOutcomes(report, findings.filter(isSum).length, {
    stated: claims.length,
    agreeing: countStatus(claims, 'agree'),
    differing: countStatus(claims, 'differ'),
  })
}

async function scanOutcomes(): Promise<(report: ReportRow) => Outcomes> {
  const declared: Tally = new Map()
  const stated: Tally = new Map()
  const agreeing: Tally = new Map()
  const differing: Tally = new Map()
  await scanAlike('findings', ['report_id', 'is_sum_edit', 'severity'], (finding, count) => {
    if (isSum(finding)) add(declared, finding.report_id, count)
  })
  await scan('claims', ['report_id', 'status'], ({ report_id, status }) => {
    add(stated, report_id)
    if (status === 'agree') add(agreeing, report_id)
    if (status === 'differ') add(differing, report_id)
  })
  const of = (tally: Tally, { report_id }: ReportRow) => tally.get(report_id) ?? 0
  return (report) =>
    toOutcomes(report, of(declared, report), {
      stated: of(stated, report),
      agreeing: of(agreeing, report),
      differing: of(differing, report),
    })
}

let held: Promise<(report: ReportRow) => Outcomes> | undefined

/** The outcomes of any report, counted over the dataset once. */
export function readOutcomes(): Promise<(report: ReportRow) => Outcomes> {
  held ??= scanOutcomes()
  return held
}
