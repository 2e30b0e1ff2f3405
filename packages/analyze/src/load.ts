import { stat } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ledgerEntrySchema } from '@gongkai/schema'
import { lineLimit } from './check-lines.ts'
import { named, quoted } from './database.ts'
import { toColumns } from './json-types.ts'
import { settleDocuments } from './settle-documents.ts'

const entryColumns = toColumns(ledgerEntrySchema.toJSONSchema())

const agencyColumns = ['agency_id', 'region_code', 'agency_name', 'valid_from', 'valid_to', 'reason', 'source']
const divisionColumns = ['code', 'name', 'name_en', 'level', 'parent_code', 'province', 'prefecture']

/**
 * Agencies of one division whose names sound alike share an id in pinyin; the second name in order of characters gets -2.
 * Known only from the whole corpus, so no single document can settle it.
 */
const separateHomophones = `
  with numbered as (
    select
      path,
      part,
      identity.agencyId as shared,
      dense_rank() over (partition by identity.agencyId order by identity.officialName nulls first) as homophone_no
    from raw_reports
  )
  update raw_entries
  set
    reportId = shared || '-' || homophone_no || substr(reportId, length(shared) + 1),
    identity = struct_update(identity, agencyId := shared || '-' || homophone_no)
  from numbered
  where homophone_no > 1 and numbered.path = raw_entries.path and numbered.part = raw_entries.part`

/**
 * Reads ledger entries once, into one row per report, and one for a document that has none: `raw_entries`, with the view
 * `raw_reports` of those that are reports, and `raw_documents`. Whether a report `is_kept` is settled where copies are
 * compared. Types are those of the schema and never of what happens to be there: a field that a line lacks becomes a null,
 * one that is not declared is left out, and `checkLines` goes before.
 */
export async function loadEntries(db: DuckDBConnection, files: readonly string[]): Promise<void> {
  const columns = entryColumns.map(([name, type]) => `${named(name)}: ${quoted(type)}`).join(', ')
  await db.run(`
    create table raw_entries as
    select document.path as path, document, report_no, false as is_kept, unnest(report)
    from (
        select document, unnest(range(1, greatest(len(reports), 1) + 1)) as report_no, unnest(reports) as report
        from read_json(
            [${files.map(quoted).join(', ')}],
            format = 'newline_delimited',
            columns = {${columns}},
            maximum_object_size = ${lineLimit}
        )
    )`)
  await db.run('create table raw_documents as select unnest(document) from raw_entries where report_no = 1')
  await db.run(
    'create view raw_reports as select * exclude (document, report_no) from raw_entries where part is not null',
  )
  await settleDocuments(db, files)
  await db.run(separateHomophones)
}

/** Reads the list of divisions into `raw_divisions`, every field as text. @throws {Error} if the file is missing */
export async function loadDivisions(db: DuckDBConnection, file: string): Promise<void> {
  await loadReviewed(db, 'divisions', divisionColumns, file)
}

/** Reads the reviewed list of agencies into `raw_agencies`, every field as text. @throws {Error} if the file is missing */
export async function loadAgencies(db: DuckDBConnection, file: string): Promise<void> {
  await loadReviewed(db, 'agencies', agencyColumns, file)
}

/** Reads a reviewed list into `raw_<what>`, every field as text. @throws {Error} if the file is missing */
export async function loadReviewed(
  db: DuckDBConnection,
  what: string,
  columns: readonly string[],
  file: string,
): Promise<void> {
  await requireList(what, file)
  const types = columns.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ')
  await db.run(`
    create table raw_${what} as
    select ${columns.join(', ')} from read_csv(
        ${quoted(file)}, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${types}}
    )`)
}

/** @throws {Error} if a reviewed list is missing */
export async function requireList(what: string, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Error(`Cannot read ${what}: "${file}" must be a CSV file, found none`)
}
