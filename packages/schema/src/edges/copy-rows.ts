import { z } from 'zod'
import type { Divisions } from './lookup-rows.ts'
import { name, note, oneOf, plainWords, shaped } from './values.ts'

/** Copies of reports that a reviewer chose to publish. */
export const copies = z.object({
  report_id: name,
  sha256: shaped(/^[0-9a-f]{64}$/, 'must be the SHA-256 of a document, 64 digits of 0-9 and a-f'),
  reason: note,
  reviewer: note,
})

/** Hosts on which bodies publish; without a name, every body of the division. 000000 stands for the whole country. */
export const sourcesOf = (divisions: Divisions) =>
  z.object({
    host: shaped(
      /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/,
      'must be a host in lower case, such as www.example.gov.cn',
    ),
    region_code: z
      .string()
      .refine(
        (text) => text === '000000' || divisions.has(text),
        'must be 000000 or the code of a division in data/lookups/divisions.csv',
      ),
    agency_name: z.string(),
    reason: note,
    source: note,
  })

/**
 * Words that mark a report as a corrected issue. `head`: in brackets, at the start of a line or beside a word for the
 * report, above section one. `anywhere`: says by itself that the report was corrected.
 */
export const correctionMarks = z.object({
  word: plainWords,
  place: oneOf(['head', 'anywhere']),
  reason: note,
  source: note,
})
