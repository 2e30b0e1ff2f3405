import * as z from 'zod/mini'

const cell = z.union([
  z.number(),
  z.null(),
  z.object({
    state: z.enum(['value', 'blank', 'not_applicable', 'text', 'missing']),
    value: z.optional(z.number()),
    raw: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
])

const table = z.object({ columns: z.array(z.string()), rows: z.record(z.string(), z.array(cell)) })

const report = z.object({
  report: z.object({
    report_id: z.string(),
    agency_id: z.string(),
    agency_name: z.nullable(z.string()),
    year: z.nullable(z.int()),
    disclosure_edition: z.nullable(z.string()),
    requests_edition: z.nullable(z.string()),
    proceedings_edition: z.nullable(z.string()),
  }),
  outcomes: z.object({ sums: z.object({ declared: z.int(), assessed: z.int(), failed: z.int() }) }),
  /** Tables by id; a number where one is printed plainly, null where the form has no such cell. */
  tables: z.record(z.string(), table),
  /** How the requests ended, by group; null where a count was not read. */
  results: z.record(z.string(), z.nullable(z.int())),
  /** Keys of the cells of sums that fail. */
  in_doubt: z.array(z.string()),
})

/** What a page needs of the file of an agency; the file holds more. */
const agencyFile = z.object({ agency_id: z.string(), reports: z.array(report) })

export type AgencyFile = z.output<typeof agencyFile>
export type AgencyFileReport = AgencyFile['reports'][number]

/**
 * Reads the file of an agency, as a page fetched it.
 *
 * @throws {RangeError} if the file is none; the message names the field that is wrong
 */
export function readAgencyFile(value: unknown): AgencyFile {
  const { success, data, error } = z.safeParse(agencyFile, value)
  if (!success) throw new RangeError(`Cannot read an agency: "${error.issues[0]?.path.join('.')}" is wrong`)
  return data
}
