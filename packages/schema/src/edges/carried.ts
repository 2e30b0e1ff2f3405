import * as z from 'zod/mini'

/** What the reports of one year carried forward, by column of 表三: the drafts of the next year carry it in. */
const carriedFile = z.object({
  year: z.int(),
  /** Ids of the columns, in the order of the numbers. */
  columns: z.array(z.string()),
  reports: z.array(
    z.object({
      reportId: z.string(),
      agencyId: z.string(),
      name: z.nullable(z.string()),
      /** Names of the divisions it lies in, widest first. */
      place: z.string(),
      /** Null where the report prints no number. */
      carried: z.array(z.nullable(z.number())),
    }),
  ),
})
export type CarriedFile = z.output<typeof carriedFile>

/**
 * Reads what the reports of a year carried forward, as a page fetched it or a reader chose it.
 *
 * @throws {RangeError} if the text is no such file; the message names the field that is wrong
 */
export function readCarried(text: string): CarriedFile {
  const { success, data, error } = z.safeParse(carriedFile, tryParse(text))
  if (!success)
    throw new RangeError(`Cannot read what was carried forward: "${error.issues[0]?.path.join('.')}" is wrong`)
  return data
}

/** Null for what is no JSON. */
function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
