import type { Cell, EvidenceKind, Finding, Form, FormId, Identity, Line, Proposal, Section } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import { checkBalances, isBlankZero } from './balances.ts'
import { checkCells } from './check-cells.ts'
import { checkReport } from './check-report.ts'
import { findDoubts } from './doubts.ts'
import { findEvidence } from './evidence.ts'
import { toFilledForms } from './filled-form.ts'
import { propose } from './propose.ts'

/** What the audit of one report goes by. */
export interface AuditSource {
  readonly forms: readonly Form[]
  readonly cells: readonly Cell[]
  /** Check ids of edits that were used to read the cells. */
  readonly usedEdits: ReadonlySet<string>
  readonly notes: readonly IssueNote[]
  readonly identity: Omit<Identity, 'agencyId'>
  /** Year of the statistics period, null when none is printed. */
  readonly periodYear: number | null
  readonly lines: readonly Line[]
  readonly sections: readonly Section[]
}

/** What the audit says of a report: every check, what would restore failing sums, and what the alignment rests on. */
export interface Audit {
  readonly findings: readonly Finding[]
  readonly proposals: readonly Proposal[]
  readonly issues: readonly IssueNote[]
  readonly evidence: Readonly<Record<FormId, EvidenceKind | null>>
  readonly blankMeansZero: boolean
}

/** Audits one report. Nothing that was read is changed. */
export function auditReport(source: AuditSource): Audit {
  const { forms, cells, usedEdits, notes, identity, lines } = source
  const filled = toFilledForms(forms, cells)
  const doubts = findDoubts(cells, notes)
  const checked = filled.map((one) => ({ filled: one, sums: checkBalances(one, usedEdits, doubts) }))
  const proposals: Proposal[] = []
  const issues: IssueNote[] = []
  for (const { filled: one, sums } of checked) {
    // Most reports have no failing sum, so they are spared the search for what would restore it.
    if (!sums.some((finding) => finding.status === 'fail')) continue
    const openEdits = new Set(sums.filter(isSetAside).map(({ checkId }) => checkId))
    const located = propose(one, openEdits, { lines, cells, doubts }, proposals.at(-1)?.setNo ?? 0)
    proposals.push(...located.proposals)
    issues.push(...located.issues)
  }
  const evidenceOf = (id: FormId) => {
    const own = checked.find((one) => one.filled.form.id === id)
    return own ? findEvidence(own.filled, own.sums, notes) : null
  }
  return {
    findings: [
      ...checked.flatMap(({ sums }) => sums),
      ...checkCells(filled, identity.level),
      ...checkReport(source, filled),
    ],
    proposals,
    issues,
    evidence: {
      disclosure: evidenceOf('disclosure'),
      requests: evidenceOf('requests'),
      proceedings: evidenceOf('proceedings'),
    },
    blankMeansZero: isBlankZero(filled),
  }
}

/** A sum that is not assessed although all its cells hold numbers. */
const isSetAside = ({ reason }: Finding): boolean => reason === 'used_for_reading' || reason === 'value_uncertain'
