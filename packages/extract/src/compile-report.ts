import type { Report } from '@gongkai/schema'
import { auditReport } from './audit/audit-report.ts'
import { readClaims } from './audit/claims/claims.ts'
import { checkClaims } from './audit/claims/findings.ts'
import { type CleanDocument, toCleanText } from './document/clean-document.ts'
import { checkText, deduplicated, isDeduplicated } from './document/document-faults.ts'
import { toDateRepair, toLines, toPlainLines } from './document/report-lines.ts'
import { findSectionStarts, toSections } from './document/sections.ts'
import { toIssues } from './document/to-issues.ts'
import { checkTables } from './form/check-tables.ts'
import { nameUnread } from './form/name-unread.ts'
import { readTables } from './form/read-tables.ts'
import { findUnread } from './form/unread-lines.ts'
import { readIdentity, toAgencyId, toReportId } from './identity/read-identity.ts'
import type { Lookups } from './lookups/to-lookups.ts'
import type { Repairer } from './repair/repair-by-words.ts'
import type { IdentityEvidence, Line, ReadDocument, SourceDocument } from './types.ts'

/** Everything a report is compiled from. */
export interface CleanSource {
  readonly source: SourceDocument
  readonly read: ReadDocument
  readonly clean: CleanDocument
  /** Number of the report in its document, from 1. */
  readonly part: number
}

/**
 * Compiles the report of one document: identity, cells, sections, lines, repairs, issues and findings.
 *
 * @example cleaned lines of 2023 with a table three → { reportId: '610603-…-2023', cells: [{ key, state, value, … }], … }
 */
export function compileReport(from: CleanSource, lookups: Lookups): Report {
  const { source, read, clean, part } = from
  const plain = toPlainLines(clean, lookups.findHeading)
  const identified = readIdentity(toEvidence(from, plain, lookups.repairer), lookups.identity)
  const { identity, periodYear, dateRepairs } = identified
  const starts = findSectionStarts(plain, lookups.findHeading)
  const lines = toLines(plain, identified, starts, lookups.findHeading)
  const sections = toSections(lines, starts)

  const isLost = isDeduplicated(clean.lines, lookups.labels)
  const corrections = lookups.corrections.get(source.sha256) ?? []
  const tables = readTables(isLost ? [] : clean.lines, lookups.labels, { corrections, starts, year: identity.year })
  const { cells, forms, usedEdits } = tables
  const { attachments, pictures = [] } = read
  const setting = { attachments, pictures, lines: plain, year: identity.year, sections: starts.size }
  const absent = isLost ? [deduplicated] : checkTables(tables.tables, setting)
  const noted = [...checkText(clean, lookups.repairer.isDoubtful), ...identified.issues, ...tables.notes, ...absent]
  const unread = findUnread({ lines, source: clean.lines, readings: tables.readings, notes: noted }, lookups)
  const notes = nameUnread([...noted, ...unread], cells)

  const audit = auditReport({ forms, cells, usedEdits, notes, identity, periodYear, lines, sections })
  const claims = readClaims({ lines, cells, identity })
  const repairs = [...clean.repairs, ...dateRepairs.map((repair) => toDateRepair(repair, clean))]
  const agencyId = toAgencyId(identity, source.sha256, part, lookups.identity)
  return {
    reportId: toReportId(agencyId, identity.year),
    part,
    identity: { ...identity, agencyId },
    editions: tables.editions,
    blankMeansZero: audit.blankMeansZero,
    evidence: audit.evidence,
    redactionCount: repairs.filter(({ kind }) => kind === 'redaction').length,
    cells: [...cells],
    sections: [...sections],
    lines: [...lines],
    repairs,
    issues: toIssues([...notes, ...audit.issues]),
    findings: [...audit.findings, ...checkClaims(claims)],
    proposals: [...audit.proposals],
    claims: [...claims],
  }
}

/** What identity is read from. Reviewed corrections name a document, and settle its first report. */
function toEvidence(
  { source, read, clean, part }: CleanSource,
  lines: readonly Line[],
  repairer: Repairer,
): IdentityEvidence {
  const metadata = read.metadata.map(({ name, value }) => ({
    name,
    // Empty cells before the first value keep the others below their heads.
    value: (/^\t*/.exec(value)?.[0] ?? '') + toCleanText(value, repairer, clean.context),
  }))
  return { lines, metadata, url: source.url, ...(part === 1 ? { sha256: source.sha256 } : {}) }
}
