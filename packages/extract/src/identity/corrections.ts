import { parseCsv } from '../csv.ts'
import type { IssueNote } from '../types.ts'

const FIELDS = ['agency', 'year', 'region_code'] as const

/** A reviewed answer to what a document does not say. */
export interface Correction {
  readonly field: (typeof FIELDS)[number]
  readonly value: string
  readonly reason: string
}

/** Reviewed answers by the sha256 of the document. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>

const toField = (name: string): Correction['field'] => {
  const field = FIELDS.find((one) => one === name)
  if (field === undefined)
    throw new RangeError(`Cannot read identity.csv: field must be ${FIELDS.join(', ')}, found "${name}"`)
  return field
}

/**
 * Reads data/lookups/identity.csv.
 *
 * @throws {RangeError} if a row names another field, is no sha256, or lacks its reason or reviewer
 */
export function toCorrections(text: string): Corrections {
  const corrections = new Map<string, readonly Correction[]>()
  for (const { sha256 = '', field = '', value = '', reason = '', reviewer = '' } of parseCsv(text)) {
    if (!/^[0-9a-f]{64}$/.test(sha256) || reason === '' || reviewer === '')
      throw new RangeError(`Cannot read identity.csv: "${sha256}" must be a sha256 with a reason and a reviewer`)
    corrections.set(sha256, [...(corrections.get(sha256) ?? []), { field: toField(field), value, reason }])
  }
  return corrections
}

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
