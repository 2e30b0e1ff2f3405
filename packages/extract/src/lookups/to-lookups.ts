import {
  type CsvTable,
  declaredForms,
  type LookupName,
  type LookupRows,
  lookupNames,
  readLookups,
} from '@gongkai/schema'
import { type FindHeading, toFindHeading } from '../document/find-heading.ts'
import { type Corrections, toCorrections } from '../form/correct-cells.ts'
import { findDeclared, type LabelBook, toLabelBook } from '../form/labels.ts'
import { type IsIgnored, toIsIgnored } from '../form/unread-lines.ts'
import { type DocumentKinds, toDocumentKinds } from '../identity/document-kinds.ts'
import { type IdentityLookups, toIdentityLookups } from '../identity/read-identity.ts'
import { type Repairer, toRepairer } from '../repair/repair-by-words.ts'
import { parseTable } from './csv.ts'

/** The reviewed rows that reading needs, each in the shape that its room works with. */
export interface Lookups {
  readonly labels: LabelBook
  readonly identity: IdentityLookups
  readonly corrections: Corrections
  readonly documentKinds: DocumentKinds
  readonly repairer: Repairer
  readonly findHeading: FindHeading
  readonly isIgnored: IsIgnored
}

/** The texts of the reviewed CSV files, by name. */
export type LookupTexts = Readonly<Record<LookupName, string>>

/**
 * Builds the lookups from the texts of the reviewed CSV files.
 *
 * @param forms the declared forms, of every edition that is to be read
 * @throws {RangeError} if a row is not what its file holds; the message names file, row, value and what is allowed
 */
export function toLookups(texts: LookupTexts, forms = declaredForms): Lookups {
  const rows = toLookupRows(texts)
  checkLabels(rows.labels, texts, forms)
  return {
    labels: toLabelBook(rows.labels, forms),
    identity: toIdentityLookups(rows),
    corrections: toCorrections(rows.corrections),
    documentKinds: toDocumentKinds(rows['document-kinds']),
    repairer: toRepairer(rows),
    findHeading: toFindHeading(rows['section-headings']),
    isIgnored: toIsIgnored(rows['ignored-lines']),
  }
}

/** Holds each reviewed spelling to the forms: what a form calls one of its rows stays the label of that row. */
function checkLabels(labels: LookupRows['labels'], texts: LookupTexts, forms: typeof declaredForms): void {
  const at = labels.findIndex((row) => findDeclared(row, forms) !== undefined)
  const row = labels[at]
  if (!row) return
  const { file, rows } = toTable('labels', texts)
  const declared = `the form "${row.form}" declares it for "${findDeclared(row, forms)}"`
  throw new RangeError(
    `${file}, row ${rows[at]?.line}: label "${row.label}" is no spelling of "${row.id}": ${declared}`,
  )
}

const toTable = (name: LookupName, texts: LookupTexts): CsvTable => parseTable(`data/lookups/${name}.csv`, texts[name])

/** The rows of the reviewed files, each of them what its file holds. */
export const toLookupRows = (texts: LookupTexts): LookupRows =>
  readLookups(forEachLookup((name) => toTable(name, texts)))

/** Makes something of each reviewed file. */
export const forEachLookup = <T>(make: (name: LookupName) => T): Readonly<Record<LookupName, T>> =>
  Object.fromEntries(lookupNames.map((name) => [name, make(name)])) as Record<LookupName, T>
