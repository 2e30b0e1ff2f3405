import { type documentIssues, type LookupName, lookupNames, type RepairKind } from '@gongkai/schema'
import { parseTable } from '../../lookups/csv.ts'
import type { LookupTexts } from '../../lookups/to-lookups.ts'
import { mayHold } from './word-pairs.ts'

/** A row that a reviewed file has lost or gained, by column. */
type Row = Readonly<Record<string, string>>

/** A line of an earlier ledger, and the pairs of characters of its document. */
export interface EarlierLine {
  readonly line: Buffer
  readonly pairs: Buffer
}

/** Whether a row can change what is read of the document of a line. */
type CanChange = (row: Row, earlier: EarlierLine) => boolean

const holds = (line: Buffer, ...texts: readonly string[]): boolean => texts.some((text) => line.includes(text))
const holdsReport = ({ line }: EarlierLine): boolean => !holds(line, ',"reports":[]}')

/** Something in the tables was not understood, or was by its place alone. */
const unread: readonly (keyof typeof documentIssues)[] = [
  'row_unmapped',
  'line_unread',
  'label_inferred',
  'row_unprinted',
  'block_unprinted',
  'row_ragged',
  'table_missing',
]
const hasUnread = ({ line }: EarlierLine): boolean => holds(line, ...unread.map((code) => `"code":"${code}"`))

/** Something was taken out before the last words were looked for: they may have stood around it. */
const cuts: readonly RepairKind[] = ['gloss', 'vocabulary', 'spam', 'mirror', 'residue']
const wasCut = ({ line }: EarlierLine): boolean => holds(line, ...cuts.map((kind) => `"kind":"${kind}"`))

/** Words of the tables: a document without a report, or with rows that were not understood, may hold them unseen. */
const inTables =
  (column: string, isNear = false): CanChange =>
  (row, earlier) =>
    !holdsReport(earlier) || hasUnread(earlier) || mayHold(earlier.pairs, row[column] ?? '', isNear)

/** Words that repair goes by. */
const inRepair =
  (...columns: readonly string[]): CanChange =>
  (row, earlier) =>
    !holdsReport(earlier) || wasCut(earlier) || columns.every((name) => mayHold(earlier.pairs, row[name] ?? ''))

const inText =
  (column: string): CanChange =>
  (row, { pairs }) =>
    mayHold(pairs, row[column] ?? '')

const everything: CanChange = () => true
const nothing: CanChange = () => false
const ofDocument: CanChange = ({ sha256 = '' }, { line }) => holds(line, `"documentId":"${sha256}"`)
/** An agency that a row names, or whose id it takes. */
const ofAgency: CanChange = ({ agency_name: name = '', agency_id: id = '' }, { line }) =>
  holds(line, `"officialName":${JSON.stringify(name)}`, `"agencyId":"${id.replace(/-\d+$/, '')}`)

/** What a row of each file can change. Names of divisions are told from others by all divisions: in doubt everything. */
const reaches: Readonly<Record<LookupName, CanChange>> = {
  labels: inTables('label', true),
  'section-headings': inTables('heading'),
  'ignored-lines': inTables('text'),
  spam: inRepair('word', 'followed_by'),
  'no-advertising': inRepair('word'),
  furniture: inRepair('word'),
  brands: inRepair('word'),
  'page-labels': inText('label'),
  'document-kinds': (row, earlier) => !holdsReport(earlier) || mayHold(earlier.pairs, row['words'] ?? ''),
  'agency-suffixes': inText('short'),
  functions: inText('keyword'),
  corrections: ofDocument,
  identity: ofDocument,
  agencies: ofAgency,
  divisions: everything,
  'former-divisions': everything,
  'division-aliases': everything,
  zones: everything,
  // Read by analyze alone.
  copies: nothing,
  'correction-marks': nothing,
  sources: nothing,
}

/**
 * What the reviewed files have in common with those that an earlier ledger was read with.
 *
 * @param before texts of the files then; a file that was not there is empty
 * @returns whether the difference can change a line of that ledger; in doubt it can. Undefined where there is none
 */
export function toIsStale(
  before: Readonly<Partial<LookupTexts>>,
  now: LookupTexts,
): ((earlier: EarlierLine) => boolean) | undefined {
  const changes = lookupNames.flatMap((name) => {
    const rows = listChanged(name, before[name] ?? '', now[name])
    return rows.map((row) => ({ row, canChange: row === 'head' ? everything : reaches[name] }))
  })
  if (changes.length === 0) return undefined
  return (earlier) =>
    holds(earlier.line, '"reason":"failed"') || // a row may have brought our fault to light
    changes.some(({ row, canChange }) => canChange(row === 'head' ? {} : row, earlier))
}

/** Rows between the first and the last difference, of both: the order of rows decides, too. `head`: other columns. */
function listChanged(name: LookupName, before: string, now: string): readonly (Row | 'head')[] {
  if (before === now) return []
  const [old, young] = [before, now].map((text) => parseTable(`${name}.csv`, text))
  if (!old || !young || old.head.join() !== young.head.join()) return ['head']
  const keys = [old, young].map(({ rows }) => rows.map(({ fields }) => JSON.stringify(fields)))
  const [ours = [], theirs = []] = keys
  const most = Math.min(ours.length, theirs.length)
  let start = 0
  while (start < most && ours[start] === theirs[start]) start++
  let end = 0
  while (end < most - start && ours.at(-1 - end) === theirs.at(-1 - end)) end++
  const changed = [old, young].flatMap(({ rows }) => rows.slice(start, rows.length - end))
  return changed.map(({ fields }) => Object.fromEntries(old.head.map((column, i) => [column, fields[i] ?? ''])))
}
