import type { FormId } from '@gongkai/schema'
import { readWhere } from '../data/read-rows.ts'
import { readOwnReportIds } from '../data/runs.ts'

/** The table that is offered for embedding: what most readers cite. */
export const embeddedForm: FormId = 'requests'

/** Which parts of a report can be embedded. */
export interface Embeddable {
  /** It has results to draw. */
  readonly results: boolean
  /** Its table was found. */
  readonly table: boolean
}

/** Which parts of a report can be embedded. */
export async function readEmbeddable(reportId: string): Promise<Embeddable> {
  const [outcomes, cells] = await Promise.all([
    readWhere('outcomes', 'report_id', reportId),
    readWhere('cells', 'report_id', reportId),
  ])
  return {
    results: outcomes.some(({ request_count }) => request_count !== null && request_count > 0),
    table: cells.some(({ form_id, state }) => form_id === embeddedForm && state !== 'missing'),
  }
}

/** Ids of the reports of which a part can be embedded, of those that this process makes. */
export async function listEmbeddable(part: keyof Embeddable): Promise<readonly string[]> {
  const ids: string[] = []
  for (const id of await readOwnReportIds()) if ((await readEmbeddable(id))[part]) ids.push(id)
  return ids
}
