import type { DuckDBConnection } from '@duckdb/node-api'
import { findPath } from './check-lines.ts'
import { rowsOf } from './database.ts'

/**
 * Settles what no shard of a corpus can know alone: which of several files with the same bytes is the first one. That is
 * the one with the smallest path; the others become its duplicates, and what was read of them is left out. Ledgers of one
 * run and of many shards are the same behind this.
 *
 * @param files of the ledger, for the message
 * @throws {RangeError} if two lines are of one path, naming both
 */
export async function settleDocuments(db: DuckDBConnection, files: readonly string[]): Promise<void> {
  await refuseRepeatedPath(db, 'raw_documents', files)
  await db.run(`
    create table raw_duplicates as
    with numbered as (
      select
        path,
        documentId,
        row_number() over copies as copy_no,
        first_value(path) over copies as first_path,
        first_value(mediaType) over copies as media_type,
        first_value(reader) over copies as first_reader
      from raw_documents
      where documentId is not null
      window copies as (partition by documentId order by path)
    )
    select * from numbered where copy_no > 1`)
  await db.run(`
    update raw_documents
    set
      status = 'duplicate',
      reason = 'identical',
      detail = null,
      duplicateOf = first_path,
      mediaType = media_type,
      reader = first_reader
    from raw_duplicates
    where raw_documents.path = raw_duplicates.path`)
  await db.run('delete from raw_entries where path in (select path from raw_duplicates)')
  await db.run('drop table raw_duplicates')
}

/** @throws {RangeError} if two lines are of one path, naming both */
export async function refuseRepeatedPath(
  db: DuckDBConnection,
  table: 'raw_documents' | 'documents',
  files: readonly string[],
): Promise<void> {
  const repeated = await rowsOf(
    db,
    `select path, count(*) as rows from ${table} group by path having count(*) > 1 order by path`,
  )
  const [first] = repeated
  if (!first) return
  const path = String(first['path'])
  const places = await findPath(files, path)
  const others = repeated.length > 1 ? `; ${repeated.length - 1} other paths have several rows, too` : ''
  throw new RangeError(`Cannot read reports: ${JSON.stringify(path)} has a row in ${places.join(' and in ')}${others}`)
}
