import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import type { IdentityDocument, IdentityTruth } from './identity-documents.ts'
import { renderHtml, renderText } from './identity-render.ts'

/** How one field was read over some documents. */
export interface FieldScore {
  readonly asked: number
  readonly right: number
  /** A value where another one, or none, is right. */
  readonly guessed: number
  readonly samples: readonly string[]
}

export type Field = keyof IdentityTruth

export const fields: readonly Field[] = [
  'agency',
  'year',
  'regionCode',
  'publishedOn',
  'signedOn',
  'level',
  'scope',
  'functions',
  'publisher',
  'indexNumber',
  'documentNumber',
  'siteCode',
]

/** Share of right answers; a wrong guess counts as two misses. */
export const accuracyOf = ({ asked, right, guessed }: FieldScore): number =>
  asked === 0 ? 1 : 1 - (asked - right + guessed) / asked

const lookups = loadLookups()

type Answer = Readonly<Record<Field, unknown>> | null

type Asked = Omit<IdentityDocument, 'truth'> & {
  readonly truth: Partial<IdentityTruth>
  readonly isPageOnly?: boolean
}

async function answer(document: Asked, format: 'text' | 'html', seed: number): Promise<Answer> {
  const bytes = format === 'text' ? renderText(document, seed) : renderHtml(document, seed)
  const source = { path: document.id, bytes, sha256: 'a'.repeat(64), url: document.url, retrievedAt: null }
  const identity = (await extractDocument(source, lookups)).reports[0]?.identity
  return identity === undefined ? null : { ...identity, agency: identity.agencyName }
}

/** Reads a document in both formats and compares field by field; meta tags are read from pages only. */
export async function scoreIdentity(document: Asked, seed: number): Promise<ReadonlyMap<Field, FieldScore>> {
  const formats = document.isPageOnly === true ? (['html'] as const) : (['text', 'html'] as const)
  const answers = await Promise.all(
    formats.map(async (format) => ({ format, got: await answer(document, format, seed) })),
  )
  return new Map(
    fields
      .filter((field) => document.truth[field] !== undefined)
      .map((field) => [
        field,
        answers.map(({ format, got }) => scoreField(document, field, got, format)).reduce(addField),
      ]),
  )
}

/** The scores of several documents, by field. */
export function sumFields(scores: readonly ReadonlyMap<Field, FieldScore>[]): ReadonlyMap<Field, FieldScore> {
  const sums = new Map<Field, FieldScore>()
  for (const score of scores)
    for (const [field, one] of score) {
      const before = sums.get(field)
      sums.set(field, before === undefined ? one : addField(before, one))
    }
  return sums
}

const addField = (a: FieldScore, b: FieldScore): FieldScore => ({
  asked: a.asked + b.asked,
  right: a.right + b.right,
  guessed: a.guessed + b.guessed,
  samples: [...a.samples, ...b.samples],
})

function scoreField({ id, truth }: Asked, field: Field, got: Answer, format: string): FieldScore {
  const value = got === null ? undefined : got[field]
  const wanted: readonly unknown[] = truth[field] ?? []
  const isRight =
    field === 'functions'
      ? Array.isArray(value) && wanted.every((one) => value.includes(one))
      : wanted.some((one) => one === value)
  const isGuess = !isRight && value !== undefined && value !== null && field !== 'functions'
  const sample = `${format} ${id}: ${JSON.stringify(wanted)} read as ${JSON.stringify(value)}`
  return { asked: 1, right: isRight ? 1 : 0, guessed: isGuess ? 1 : 0, samples: isRight ? [] : [sample] }
}
