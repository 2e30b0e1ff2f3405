import { readAll } from './read-rows.ts'
import { toReportDate } from './reports.ts'

/** How many reports lack what leads a reader to their source. */
export interface Unsourced {
  readonly reports: number
  /** Without the address that they were taken from. */
  readonly address: number
  /** Without the day on which they were. */
  readonly retrieval: number
  /** With neither a date of publication nor one of the signature. */
  readonly date: number
}

/** Counts the reports that lack an address, a day of retrieval or a date. */
export async function countUnsourced(): Promise<Unsourced> {
  const [reports, documents] = await Promise.all([readAll('reports'), readAll('documents')])
  const documentOf = new Map(documents.map((document) => [document.path, document]))
  const lacking = (column: 'source_url' | 'retrieved_at') =>
    reports.filter(({ path }) => !documentOf.get(path)?.[column]).length
  return {
    reports: reports.length,
    address: lacking('source_url'),
    retrieval: lacking('retrieved_at'),
    date: reports.filter((report) => toReportDate(report) === '').length,
  }
}
