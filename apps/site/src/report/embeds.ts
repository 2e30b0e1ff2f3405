import type { FormId } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'

/** The table that is offered for embedding: what most readers cite. */
export const embeddedForm: FormId = 'requests'

/** Ids of the reports that have a part to be embedded. */
export interface Embeddable {
  /** Reports with results to draw. */
  readonly results: ReadonlySet<string>
  /** Reports whose table was found. */
  readonly table: ReadonlySet<string>
}

async function scanEmbeddable(): Promise<Embeddable> {
  const [results, table] = [new Set<string>(), new Set<string>()]
  await scan('outcomes', ['report_id', 'request_count'], ({ report_id, request_count }) => {
    if (request_count !== null && request_count > 0) results.add(report_id)
  })
  await scan('cells', ['report_id', 'form_id', 'state'], ({ report_id, form_id, state }) => {
    if (form_id === embeddedForm && state !== 'missing') table.add(report_id)
  })
  return { results, table }
}

let held: Promise<Embeddable> | undefined

/** Which reports have a part to be embedded, counted over the dataset once. */
export function readEmbeddable(): Promise<Embeddable> {
  held ??= scanEmbeddable()
  return held
}
