import { z } from 'zod'
import { type ReasonCode, reasonCodes } from '../codes.ts'
import { forms, toFormCells } from '../forms/index.ts'
import type { Form } from '../forms/types.ts'
import { listAllowed, quote } from './quote.ts'
import { day, name, note, oneOf, orEmpty, shaped } from './values.ts'

/** What is wrong with a column in the light of another one. */
const wrong = (column: string, message: string) => ({ code: 'custom' as const, path: [column], message })

const rowsOf = (editions: Readonly<Record<string, Form>>) =>
  Object.values(editions).flatMap((form) => form.blocks.flatMap((block) => block.rows.map(({ id }) => id)))
const columnsOf = (editions: Readonly<Record<string, Form>>) =>
  Object.values(editions).flatMap((form) => form.blocks.flatMap((block) => block.columns.map(({ id }) => id)))
const named = (line: 'row' | 'column', form: keyof typeof forms, ids: readonly string[]) => ({
  ids: [...new Set(ids)],
  isNone: `is no ${line} of the form "${form}"`,
})

/** What a row of labels.csv may name, by its column `form`: rows of 表三, rows and columns of 表二, columns and rows of 表四. */
const labelled = {
  requests: named('row', 'requests', rowsOf(forms.requests)),
  disclosure: named('row', 'disclosure', rowsOf(forms.disclosure)),
  measures: named('column', 'disclosure', columnsOf(forms.disclosure)),
  outcomes: named('column', 'proceedings', columnsOf(forms.proceedings)),
  groups: named('row', 'proceedings', rowsOf(forms.proceedings)),
} as const

const labelKinds = Object.keys(labelled) as readonly (keyof typeof labelled)[]

/** Spellings of row and column labels. */
export const labels = z
  .object({ form: oneOf(labelKinds), id: z.string(), label: name, reason: note, source: note })
  .superRefine(({ form, id }, context) => {
    const { ids, isNone } = labelled[form]
    if (!ids.includes(id)) context.addIssue(wrong('id', `${isNone}; allowed: ${listAllowed(ids, id)}`))
  })

const cellKeys = [
  ...new Set(
    Object.values(forms).flatMap((editions) =>
      Object.values(editions).flatMap((form: Form) => toFormCells(form).map(({ key }) => key)),
    ),
  ),
]
const documentSum = shaped(/^[0-9a-f]{64}$/, 'must be the SHA-256 of a document, 64 digits of 0-9 and a-f')

/** States that a reviewer can settle a cell to, beside a number. */
const settledStates = ['blank', 'not_applicable', 'missing'] as const
const isNumber = (text: string) => /^-?\d+(?:\.\d+)?$/.test(text) && Number.isSafeInteger(Math.trunc(Number(text)))

/** Cells that a reviewer settled, one a row. */
export const corrections = z.object({
  sha256: documentSum,
  key: z.enum(cellKeys, {
    error: ({ input }) => `is no cell of a form; allowed: ${listAllowed(cellKeys, String(input))}`,
  }),
  value: z
    .string()
    .refine(
      (text) => isNumber(text) || settledStates.some((state) => state === text),
      `must be a number, or one of: ${settledStates.join(', ')}`,
    ),
  reason: note,
  reviewer: note,
})

/** Names of divisions by code, as divisions.csv has them. */
export type Divisions = ReadonlyMap<string, string>

const code = shaped(/^[1-9]\d{5}$/, 'must be a code of GB/T 2260, six digits')
const year = shaped(/^(?:19[4-9]|20\d)\d$/, 'must be a year, four digits')
const divisionOf = (divisions: Divisions) =>
  z.string().refine((text) => divisions.has(text), 'must be the code of a division in data/lookups/divisions.csv')

/** Who reports on what and when, where a reviewer settled it. */
export const identityOf = (divisions: Divisions) => {
  const values = { agency: name, year, region_code: divisionOf(divisions) }
  const fields = Object.keys(values) as readonly (keyof typeof values)[]
  return z
    .object({ sha256: documentSum, field: oneOf(fields), value: z.string(), reason: note, reviewer: note })
    .superRefine(({ field, value }, context) => {
      const [issue] = values[field].safeParse(value).error?.issues ?? []
      if (issue) context.addIssue(wrong('value', issue.message))
    })
}

/** The divisions of GB/T 2260 in use. */
export const divisionsOf = (divisions: Divisions) =>
  z
    .object({
      code,
      name,
      name_en: z.string(),
      level: oneOf(['province', 'prefecture', 'county']),
      parent_code: z.string(),
      province: name,
      prefecture: z.string(),
    })
    .superRefine(({ level, parent_code: parent }, context) => {
      const required = level === 'province' ? 'must be empty for a province' : 'must be the code of a row of this file'
      if (level === 'province' ? parent !== '' : !divisions.has(parent))
        context.addIssue(wrong('parent_code', required))
    })

/** Names and codes that divisions had before. */
export const formerOf = (divisions: Divisions) =>
  z
    .object({
      former_code: code,
      former_name: name,
      code: divisionOf(divisions),
      name,
      until: year,
      change: oneOf(['renamed', 'merged']),
      reason: note,
      source: note,
    })
    .superRefine((row, context) => {
      const now = divisions.get(row.code)
      if (row.name !== now)
        context.addIssue(wrong('name', `must be ${quote(now)}, the name of the division ${row.code}`))
      if (row.former_code !== row.code && divisions.has(row.former_code))
        context.addIssue(wrong('former_code', 'must not be the code of a division in data/lookups/divisions.csv'))
    })

/** Ids that agencies were published under. */
export const agenciesOf = (divisions: Divisions) =>
  z
    .object({
      agency_id: shaped(/^\d{6}-[a-z0-9]+(?:-\d+)?$/, 'must be a code, a hyphen and pinyin, e.g. 140212-kexuejishuju'),
      // 000000 stands for the whole country in the ids of central bodies.
      region_code: z
        .string()
        .refine(
          (text) => text === '000000' || divisions.has(text),
          'must be 000000 or the code of a division in data/lookups/divisions.csv',
        ),
      agency_name: name,
      valid_from: orEmpty(day),
      valid_to: orEmpty(day),
      reason: note,
      source: note,
    })
    .superRefine(({ valid_from: from, valid_to: to }, context) => {
      if (from !== '' && to !== '' && to < from) context.addIssue(wrong('valid_to', `must not be before ${from}`))
    })

/** Customary names of divisions. */
export const aliasesOf = (divisions: Divisions) =>
  z.object({ name, code: divisionOf(divisions), reason: note, source: note })

/** Zones without a code of their own, by the division they lie in. */
export const zonesOf = (divisions: Divisions) =>
  z.object({ name, parent_code: divisionOf(divisions), reason: note, source: note })

/** Short endings of the names of organs, and the official ones. */
export const suffixes = z.object({ short: name, full: name, reason: note, source: note })

/** Words of the names of organs, and the field of work they tell. */
export const functions = z.object({
  keyword: name,
  function: shaped(/^[a-z]+(?:_[a-z]+)*$/, 'must be an id in lower case, e.g. civil_affairs'),
  reason: note,
  source: note,
})

/** Where words tell what a document is: anywhere in its title, at the title's end, or in its first lines. */
const kindPlaces = ['title', 'end', 'text'] as const
const kindCodes = Object.keys(reasonCodes) as readonly ReasonCode[]

/** Words by which a document shows that it is no yearly report, and what it is instead. */
export const documentKinds = z.object({
  words: name,
  place: oneOf(kindPlaces),
  kind: oneOf(kindCodes),
  reason: note,
  source: note,
})

/** What a label of a page's data box stands before. */
export const pageFields = [
  'index_number',
  'document_number',
  'publisher',
  'source',
  'author',
  'published',
  'dated',
  'written',
  'updated',
  'title',
  'site_code',
  'site',
  'other',
] as const

/** Labels of the data that pages print about their document; each ends the value before it. */
export const pageLabels = z.object({ label: name, field: oneOf(pageFields), reason: note, source: note })
