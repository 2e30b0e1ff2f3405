import type { Lookups } from './compile-report.ts'
import { toCorrections } from './corrections.ts'
import { parseCsv } from './csv.ts'
import { toLabelBook } from './form/labels.ts'
import { type IdentityCsvTexts, toIdentityLookups } from './identity.ts'

/** The texts of the reviewed CSV files. */
export type LookupTexts = IdentityCsvTexts & { readonly labels: string; readonly cellCorrections: string }

/** Builds the lookups from the texts of the reviewed CSV files. */
export function toLookups(texts: LookupTexts): Lookups {
  const spellings = parseCsv(texts.labels).map((row) => ({
    form: row['form'] ?? '',
    id: row['id'] ?? '',
    label: row['label'] ?? '',
  }))
  return {
    labels: toLabelBook(spellings),
    identity: toIdentityLookups(texts),
    corrections: toCorrections(texts.cellCorrections),
  }
}
