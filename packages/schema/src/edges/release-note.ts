import { z } from 'zod'
import { readJsonNote } from './json-note.ts'
import { day } from './values.ts'

const count = z.number().int().min(0)

const shape = z.strictObject({
  date: day,
  previous: day.nullable(),
  reports: count,
  changes: z.strictObject({ report_added: count, report_withdrawn: count, cell_changed: count }),
})

/** What a release says of itself: its date, the release before, reports held and changes by kind. */
export type ReleaseNote = z.output<typeof shape>

/**
 * Reads the note of a release, `data/releases/<date>/release.json`.
 *
 * @throws {RangeError} naming the file, the field that is wrong and what is required
 */
export const readReleaseNote = (path: string, text: string): ReleaseNote => readJsonNote(path, text, shape)
