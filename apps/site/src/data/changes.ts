import { readAll } from './read-rows.ts'
import type { ChangeRow } from './rows.ts'

/** Changes that a page lists; the file has them all. */
export const shownChanges = 500

/** The changes of the last release, in its order. */
export const readChanges = (): Promise<readonly ChangeRow[]> => readAll('changes')
