import { readDataVersion } from './files.ts'
import { ownRun } from './runs.ts'

/** Whose data a page shows: those of an agency and its reports, or of a division and all below it. */
export interface Shown {
  readonly kind: 'agency' | 'region'
  readonly id: string
}

/**
 * The version that a page names: of the data that it shows, which changes when they do, else of the whole dataset.
 *
 * @returns undefined where there is none: without sums, or where Astro was started by itself
 */
export async function readShownVersion(shown?: Shown): Promise<string | undefined> {
  return shown ? ownRun?.[shown.kind].get(shown.id) : readDataVersion()
}
