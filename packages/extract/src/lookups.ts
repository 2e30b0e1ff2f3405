import type { Lookups } from './compile-report.ts'
import { parseCsv } from './csv.ts'
import { toLabelBook } from './form/labels.ts'
import { type IdentityCsvTexts, toIdentityLookups } from './identity.ts'

/** Builds the lookups from the texts of the reviewed CSV files. */
export function toLookups(texts: IdentityCsvTexts & { readonly labels: string }): Lookups {
  const spellings = parseCsv(texts.labels).map((row) => ({
    form: row['form'] ?? '',
    id: row['id'] ?? '',
    label: row['label'] ?? '',
  }))
  return { labels: toLabelBook(spellings), identity: toIdentityLookups(texts) }
}
