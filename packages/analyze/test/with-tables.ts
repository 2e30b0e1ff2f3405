import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { LedgerEntry } from '@gongkai/schema'
import { withDatabase } from '../src/database.ts'
import { loadAgencies, loadDivisions, loadEntries } from '../src/load.ts'
import { loadCopyLists } from '../src/load-copies.ts'
import { buildDataset, buildProvinces, prepareModels } from '../src/models.ts'
import { loadRelease } from '../src/release/folder.ts'
import { findReportFiles } from '../src/report-files.ts'
import { writeEntries } from './fixtures.ts'

/** Hands a database with every table of these entries to `use`, models in runs made for so many reports at a time. */
export async function withTables<T>(
  entries: readonly LedgerEntry[],
  use: (db: DuckDBConnection) => Promise<T>,
  runSize?: number,
): Promise<T> {
  const options = await writeEntries(entries)
  return withDatabase({ file: ':memory:', spill: join(dirname(options.out), 'spill') }, async (db) => {
    await loadEntries(db, findReportFiles(options.reports))
    await loadDivisions(db, options.divisions)
    await loadAgencies(db, options.agencies)
    await loadCopyLists(db, options)
    await loadRelease(db, undefined)
    await prepareModels(db)
    await buildProvinces(db, runSize)
    await buildDataset(db, runSize)
    return use(db)
  })
}
