import { scan } from './read-rows.ts'
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
  const reports: { readonly path: string; readonly isDated: boolean }[] = []
  await scan('reports', ['path', 'published_on', 'signed_on'], ({ path, ...dates }) => {
    reports.push({ path, isDated: toReportDate(dates) !== '' })
  })
  const [addressed, retrieved] = [new Set<string>(), new Set<string>()]
  await scan('documents', ['path', 'source_url', 'retrieved_at'], ({ path, source_url, retrieved_at }) => {
    if (source_url) addressed.add(path)
    if (retrieved_at) retrieved.add(path)
  })
  const lacking = (known: ReadonlySet<string>) => reports.filter(({ path }) => !known.has(path)).length
  return {
    reports: reports.length,
    address: lacking(addressed),
    retrieval: lacking(retrieved),
    date: reports.filter(({ isDated }) => !isDated).length,
  }
}
