import { createReadStream, createWriteStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { type LedgerEntry, ledgerEntrySchema } from '@gongkai/schema'

/** Years of one agency among the copies. */
const yearsPerAgency = 3
const firstYear = 2021

/** Reads the entries of a folder of NDJSON files that hold one report each. */
export async function readSingles(folder: string): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ndjson'))) {
    for await (const line of createInterface({ input: createReadStream(join(folder, name)) })) {
      entries.push(ledgerEntrySchema.parse(JSON.parse(line)))
    }
  }
  const singles = entries.filter(({ reports }) => reports.length === 1)
  if (singles.length === 0) throw new Error(`Cannot copy reports: "${folder}" must hold some, found none`)
  return singles
}

/** The copy of an entry that stands at a place: another agency, division and year, and no number changed. */
function toCopy(entry: LedgerEntry, index: number, divisions: readonly string[]): LedgerEntry {
  const agency = Math.floor(index / yearsPerAgency)
  const year = firstYear + (index % yearsPerAgency)
  const code = divisions[agency % divisions.length] ?? null
  const agencyId = `${code ?? 'x'}-ju${Math.floor(agency / divisions.length)}`
  return {
    document: { ...entry.document, path: `copy/${index}.txt`, documentId: index.toString(16).padStart(64, '0') },
    reports: entry.reports.map((report) => ({
      ...report,
      reportId: `${agencyId}-${year}`,
      identity: { ...report.identity, agencyId, year, regionCode: code },
      // Dates stay what they were, so what was found of them does not hold in another year.
      findings: report.findings.filter(({ checkId }) => !checkId.startsWith('D.')),
    })),
  }
}

/**
 * Writes copies of reports as NDJSON, one after another, so that any number of them fits into memory.
 *
 * @param divisions division codes over which the agencies are spread
 */
export async function writeCopies(
  path: string,
  entries: readonly LedgerEntry[],
  divisions: readonly string[],
  count: number,
): Promise<void> {
  function* lines() {
    for (let index = 0; index < count; index += 1) {
      // The years of an agency are copies of one report: a name that changed would make another agency.
      const entry = entries[Math.floor(index / yearsPerAgency) % entries.length]
      if (entry) yield `${JSON.stringify(toCopy(entry, index, divisions))}\n`
    }
  }
  await pipeline(lines, createWriteStream(path))
}
