import type { z } from 'zod'
import { fold } from '../text/fold.ts'
import { copies, correctionMarks, sourcesOf } from './copy-rows.ts'
import {
  agenciesOf,
  aliasesOf,
  corrections,
  type Divisions,
  divisionsOf,
  documentKinds,
  formerOf,
  functions,
  identityOf,
  labels,
  pageLabels,
  suffixes,
  zonesOf,
} from './lookup-rows.ts'
import { type CsvTable, type RowShape, readRows } from './rows.ts'
import { brands, furniture, headings, ignoredLines, noAdvertising, spam } from './word-rows.ts'

/** What the rows of each reviewed file must be. The divisions come first: others name them by code. */
const toShapes = (divisions: Divisions) => ({
  divisions: toShape(divisionsOf(divisions), ['code']),
  'former-divisions': toShape(formerOf(divisions), ['former_code', 'former_name']),
  'division-aliases': toShape(aliasesOf(divisions), ['name', 'code']),
  zones: toShape(zonesOf(divisions), ['name']),
  agencies: toShape(agenciesOf(divisions), ['region_code', 'agency_name']),
  'agency-suffixes': toShape(suffixes, ['short']),
  functions: toShape(functions, ['keyword', 'function']),
  identity: toShape(identityOf(divisions), ['sha256', 'field']),
  labels: { ...toShape(labels, ['form', 'label']), toKey: toLetters },
  corrections: toShape(corrections, ['sha256', 'key']),
  'document-kinds': toShape(documentKinds, ['words', 'place']),
  'page-labels': toShape(pageLabels, ['label']),
  spam: toShape(spam, ['word', 'followed_by']),
  'no-advertising': toShape(noAdvertising, ['word', 'kind']),
  furniture: toShape(furniture, ['word']),
  brands: toShape(brands, ['kind', 'word']),
  'section-headings': { ...toShape(headings, ['heading']), toKey: toLetters },
  'ignored-lines': toShape(ignoredLines, ['text']),
  copies: toShape(copies, ['report_id']),
  'correction-marks': toShape(correctionMarks, ['word']),
  sources: toShape(sourcesOf(divisions), ['host', 'region_code', 'agency_name']),
})

/** What remains of a label when it is looked up: neither script, width nor marks tell two of them apart. */
const toLetters = (text: string): string => fold(text).replaceAll(/[^\p{L}]/gu, '')

const toShape = <Row extends z.ZodObject>(row: Row, unique: RowShape<Row>['unique']): RowShape<Row> => ({ row, unique })

type Shapes = ReturnType<typeof toShapes>

/** Name of a reviewed file in data/lookups, without `.csv`. */
export type LookupName = keyof Shapes
export const lookupNames = Object.keys(toShapes(new Map())) as readonly LookupName[]

/** The rows of every reviewed file. */
export type LookupRows = { readonly [Name in LookupName]: readonly z.output<Shapes[Name]['row']>[] }

/**
 * Holds the reviewed files to what they must be: words that decide reading are never half right.
 *
 * @throws {RangeError} at the first row that is not; the message names file, row, column, value and what is allowed
 */
export function readLookups(tables: Readonly<Record<LookupName, CsvTable>>): LookupRows {
  const shapes = toShapes(toDivisions(tables.divisions))
  const read = (name: LookupName) => [name, readRows(tables[name], shapes[name] as RowShape<z.ZodObject>)] as const
  // One entry a name, of the rows of that name; TypeScript does not follow the pair.
  return Object.fromEntries(lookupNames.map(read)) as unknown as LookupRows
}

function toDivisions({ head, rows }: CsvTable): Divisions {
  const [code, name] = [head.indexOf('code'), head.indexOf('name')]
  return new Map(rows.map(({ fields }) => [fields[code] ?? '', fields[name] ?? '']))
}
