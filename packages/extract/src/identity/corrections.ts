import type { LookupRows } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** A reviewed answer to what a document does not say. */
export type Correction = LookupRows['identity'][number]

/** Reviewed answers by the sha256 of the document. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>

/** The rows of identity.csv by document. */
export const toCorrections = (rows: readonly Correction[]): Corrections => Map.groupBy(rows, ({ sha256 }) => sha256)

/** What a reviewed correction settles, and the issues that say so. */
export interface Settled {
  readonly agency: string | null
  readonly year: number | null
  readonly regionCode: string | null
  readonly issues: readonly IssueNote[]
}

/** The reviewed answers for a document; null for each field in which it speaks for itself. */
export function toSettled(corrections: readonly Correction[] = []): Settled {
  const of = (field: Correction['field']): string | null =>
    corrections.find((correction) => correction.field === field)?.value ?? null
  const year = of('year')
  return {
    agency: of('agency'),
    year: year === null ? null : Number(year),
    regionCode: of('region_code'),
    issues: corrections.map(({ field, reason }) => ({
      code: 'identity_settled',
      severity: 'info',
      key: field,
      detail: { zh: reason, en: reason },
    })),
  }
}
