import {
  type Cell,
  type Issue,
  issueCodes,
  type Line,
  type LineKind,
  perForm,
  type Repair,
  type Report,
} from '@gongkai/schema'
import { auditReport } from './audit/audit-report.ts'
import { readClaims } from './audit/claims/claims.ts'
import { checkClaims } from './audit/claims/findings.ts'
import { type CleanCell, type CleanDocument, toCleanText } from './clean.ts'
import { type Corrections, correctCells } from './corrections.ts'
import { checkText, isDeduplicated } from './document-faults.ts'
import type { LabelBook } from './form/labels.ts'
import { readForms } from './form/read-forms.ts'
import { cellId, type FormReading } from './form/reading.ts'
import { chooseForms, type TableReading, toCells } from './form/to-cells.ts'
import { type IdentityLookups, type IdentityReading, readIdentity, toAgencyId, toReportId } from './identity.ts'
import { findHeading, findSectionStarts, sectionOf, toSections } from './sections.ts'
import { findUnread } from './strict.ts'
import type { DateRepair, IssueNote, Metadatum, ReadDocument, SourceDocument } from './types.ts'

/** The reviewed rows that reading needs. */
export interface Lookups {
  readonly labels: LabelBook
  readonly identity: IdentityLookups
  readonly corrections: Corrections
}

/** Everything a report is compiled from. */
export interface CleanSource {
  readonly source: SourceDocument
  readonly read: ReadDocument
  readonly clean: CleanDocument
  /** Number of the report in its document, from 1. */
  readonly part: number
}

/** Compiles the report of one document: identity, cells, sections, lines, repairs, issues and findings. */
export function compileReport({ source, read, clean, part }: CleanSource, lookups: Lookups): Report {
  const plain = toPlainLines(clean)
  const metadata: readonly Metadatum[] = read.metadata.map(({ name, value }) => ({
    name,
    value: toCleanText(value, clean.context),
  }))
  const identified = readIdentity(
    { lines: plain, metadata, url: source.url, ...(part === 1 ? { sha256: source.sha256 } : {}) },
    lookups.identity,
  )
  const isLost = isDeduplicated(clean.lines, lookups.labels)
  const starts = findSectionStarts(plain)
  const readings = readForms(isLost ? [] : clean.lines, lookups.labels, starts.get(2))
  const tables = chooseForms(readings, identified.identity.year)
  const notes: IssueNote[] = [
    ...checkText(clean),
    ...identified.issues,
    ...readings.flatMap((reading) => reading.issues),
  ]
  const printed = tables.flatMap((table) => toCells(table, notes)).map((cell) => withPage(cell, clean))
  const { cells, issues } = correctCells(printed, lookups.corrections.get(source.sha256) ?? [])
  notes.push(...issues)
  notes.push(...(isLost ? [deduplicated] : checkTables(tables, read, plain)))
  const lines = toLines(plain, identified, starts)
  notes.push(...findUnread({ lines, source: clean.lines, readings, notes }, lookups.labels))
  const agencyId = toAgencyId(identified.identity, source.sha256, part, lookups.identity)
  const usedEdits = new Set(readings.flatMap((reading) => [...reading.usedEdits]))
  const forms = tables.map((table) => table.form)
  const sections = toSections(lines, starts)
  const audit = auditReport({
    forms,
    cells,
    usedEdits,
    notes,
    identity: identified.identity,
    periodYear: identified.periodYear,
    lines,
    sections,
  })
  const claims = readClaims({ lines, cells, identity: identified.identity })
  const repairs = [...clean.repairs, ...identified.dateRepairs.map((repair) => toRepair(repair, clean))]
  return {
    reportId: toReportId(agencyId, identified.identity.year),
    part,
    identity: { ...identified.identity, agencyId },
    editions: toEditions(readings, tables),
    blankMeansZero: audit.blankMeansZero,
    evidence: audit.evidence,
    redactionCount: repairs.filter((repair) => repair.kind === 'redaction').length,
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

const deduplicated: IssueNote = { code: 'tables_deduplicated', severity: 'error' }

/** A cell with the page of the line that it was read from; only a PDF has pages. */
function withPage(cell: Cell, { lines }: CleanDocument): Cell {
  const page = cell.place && lines[cell.place.line - 1]?.page
  return page && cell.place ? { ...cell, place: { ...cell.place, page } } : cell
}

function toPlainLines(clean: CleanDocument): readonly Line[] {
  return clean.lines.map((line) => {
    const isRow = line.kind === 'row' && !isLaidOut(line.cells)
    const { text } = line
    return { line: line.line, kind: isRow ? 'table_row' : 'paragraph', section: null, text: isRow ? text : text.trim() }
  })
}

/** A row whose one filled cell is running text or a heading: a table that lays out the page, not one of numbers. */
function isLaidOut(cells: readonly CleanCell[]): boolean {
  const filled = cells.find(({ text }) => text !== '')
  if (!filled || cells.some((cell) => cell !== filled && cell.text !== '')) return false
  return cells.length === 1 || findHeading(filled.text) !== undefined || /[。；]/.test(filled.text)
}

function toLines(
  plain: readonly Line[],
  identified: IdentityReading,
  starts: ReadonlyMap<number, number>,
): readonly Line[] {
  const section = sectionOf(starts)
  const kinds = new Map<number, LineKind>()
  for (const line of identified.metadataLines) kinds.set(line, 'metadata')
  for (const line of starts.values()) kinds.set(line, 'heading')
  for (const line of identified.signatureLines) kinds.set(line, 'signature')
  for (const line of identified.titleLines) kinds.set(line, 'title')
  return plain.map((one) => {
    const { line } = one
    const isHeading = one.kind === 'paragraph' && findHeading(one.text) !== undefined
    const kind = kinds.get(line) ?? (isHeading ? 'heading' : one.kind)
    const text = completeDates(one, identified.dateRepairs)
    return { line, kind, section: kind === 'signature' ? null : section(line), text }
  })
}

/** Text of a line with its damaged date completed. */
function completeDates({ line, text }: Line, repairs: readonly DateRepair[]): string {
  if (repairs.length === 0) return text
  return repairs
    .filter((repair) => repair.line === line)
    .reduce((now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end), text)
}

/** A completed date becomes a repair of the decoded source. */
function toRepair(repair: DateRepair, clean: CleanDocument): Repair {
  const line = clean.lines[repair.line - 1]
  const base = line?.kind === 'paragraph' ? line.offset : 0
  return {
    kind: 'date',
    line: repair.line,
    start: base + repair.start,
    end: base + repair.end,
    replacement: repair.replacement,
  }
}

function toEditions(readings: readonly FormReading[], tables: readonly TableReading[]): Report['editions'] {
  const of = (id: FormReading['formId']) => {
    const isFound = readings.some((reading) => reading.formId === id && reading.edition !== null)
    return isFound ? (tables.find((table) => table.form.id === id)?.form.edition ?? null) : null
  }
  return { disclosure: of('disclosure'), requests: of('requests'), proceedings: of('proceedings') }
}

/** Tables that are not there, and rows that are not printed in a table that is. */
function checkTables(
  tables: readonly TableReading[],
  read: ReadDocument,
  lines: readonly Line[],
): readonly IssueNote[] {
  const absent = tables.filter(({ reading }) => reading.cells.size === 0 && !reading.issues.some(isUnreadable))
  if (absent.length === tables.length) {
    const isAttached =
      read.attachments.length > 0 || lines.some((line) => /附件.{0,80}\.(?:docx?|pdf|wps|xlsx?)/i.test(line.text))
    if (isAttached) return [{ code: 'attachment_only', severity: 'error' }]
    return [{ code: hasOlderTable(lines) ? 'edition_not_read' : 'tables_missing', severity: 'error' }]
  }
  const editions = new Set(
    tables.flatMap(({ reading }) => (reading.formId !== 'proceedings' && reading.edition ? [reading.edition] : [])),
  )
  return [
    ...absent.map((table): IssueNote => ({ code: 'table_missing', severity: 'error', key: table.form.id })),
    ...tables.filter((table) => table.reading.cells.size > 0).flatMap(unprintedRows),
    ...(editions.size > 1 ? [{ code: 'edition_mixed', severity: 'info' } as const] : []),
  ]
}

/** A table that is printed, though none of its values could be read. */
const isUnreadable = (issue: IssueNote): boolean => issue.code === 'digits_ambiguous' || issue.code === 'row_ragged'

/** Indicators of the statistics tables before 2019, national and local, each a row of its own. */
const olderIndicator =
  /(?:主动公开.{0,8}(?:信息|文件)数|(?:收到)?申请(?:总|办结)?数|(?:当面|传真|网络|网上|信函|电子邮件)申请数|(?:同意|否决|不同意|不予)公开.{0,6}数|行政(?:复议|诉讼|申诉)数|公开(?:政府)?信息数)/

function hasOlderTable(lines: readonly Line[]): boolean {
  const rows = lines.filter(({ text }) => text.length <= 60 && !/[。；]/.test(text) && olderIndicator.test(text))
  return rows.length >= 4
}

function unprintedRows({ form, reading }: TableReading): readonly IssueNote[] {
  if (form.id === 'proceedings') return []
  const known = new Set(reading.issues.map((issue) => issue.key))
  return rowsOf(form)
    .filter(({ key, cells }) => !cells.some((id) => reading.cells.has(id)) && !known.has(key))
    .map(({ key }) => ({ code: 'row_unprinted', severity: 'warning', key }))
}

/** Key and cells of each row of a form. */
const rowsOf = perForm((form) =>
  form.blocks.flatMap(({ rows, columns }) =>
    rows.map((row) => ({ key: `${form.id}.${row.id}`, cells: columns.map((column) => cellId({ row, column })) })),
  ),
)

function toIssues(notes: readonly IssueNote[]): Issue[] {
  return notes.map(({ code, severity, key, line, detail }) => ({
    code,
    severity,
    key: key ?? null,
    line: line ?? null,
    messageZh: detail ? `${issueCodes[code].zh}：${detail.zh}` : issueCodes[code].zh,
    messageEn: detail ? `${issueCodes[code].en}: ${detail.en}` : issueCodes[code].en,
  }))
}

/** Number of cells in each state. */
export function countStates(cells: readonly Cell[]): Readonly<Record<Cell['state'], number>> {
  const counts = { value: 0, blank: 0, not_applicable: 0, text: 0, missing: 0 }
  for (const cell of cells) counts[cell.state]++
  return counts
}
