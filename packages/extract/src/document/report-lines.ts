import type { Line, LineKind, Repair } from '@gongkai/schema'
import type { IdentityReading } from '../identity/read-identity.ts'
import type { CleanCell, DateRepair } from '../types.ts'
import type { CleanDocument } from './clean-document.ts'
import type { FindHeading } from './find-heading.ts'
import { sectionOf } from './sections.ts'

/** The lines of a document as text, before anything is known of them but whether they are rows of a table. */
export function toPlainLines(clean: CleanDocument, findHeading: FindHeading): readonly Line[] {
  return clean.lines.map((line) => {
    const isRow = line.kind === 'row' && !isLaidOut(line.cells, findHeading)
    const { text } = line
    return { line: line.line, kind: isRow ? 'table_row' : 'paragraph', section: null, text: isRow ? text : text.trim() }
  })
}

/** A row whose one filled cell is running text or a heading: a table that lays out the page, not one of numbers. */
function isLaidOut(cells: readonly CleanCell[], findHeading: FindHeading): boolean {
  const filled = cells.find(({ text }) => text !== '')
  if (!filled || cells.some((cell) => cell !== filled && cell.text !== '')) return false
  return cells.length === 1 || findHeading(filled.text) !== undefined || /[。；]/.test(filled.text)
}

/** The lines as they are published: what each is, the section it stands in, damaged dates completed. */
export function toLines(
  plain: readonly Line[],
  identified: IdentityReading,
  starts: ReadonlyMap<number, number>,
  findHeading: FindHeading,
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
export function toDateRepair(repair: DateRepair, clean: CleanDocument): Repair {
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
