import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extraFiles, largestExtra } from '@gongkai/schema'
import { readCsvArchive } from './csv-archive.ts'
import { toLoadSql, writeDatabase } from './load-sql.ts'
import type { Sheet } from './sheets.ts'
import { fitsWorkbook, toWorkbook } from './workbook.ts'

/** Writes the workbook, the archive and `load.sql`. A file that is larger than hosts take is left out. */
export async function writeExtras(folder: string, sheets: readonly Sheet[] | undefined): Promise<void> {
  await writeFile(join(folder, extraFiles.loader.name), toLoadSql())
  const workbook = sheets && fitsWorkbook(sheets) ? await toWorkbook(sheets) : undefined
  if (workbook && workbook.byteLength <= largestExtra) await writeFile(join(folder, extraFiles.workbook.name), workbook)
  const archive = await readCsvArchive(folder, largestExtra)
  if (archive) await writeFile(join(folder, extraFiles.archive.name), archive)
}

/**
 * Writes the database; it is left out where it is larger than hosts take. Call it after the sums: DuckDB gives a file a
 * name of its own each time, so the same tables have other bytes.
 */
export async function writeDatabaseFile(folder: string): Promise<void> {
  const path = join(folder, extraFiles.database.name)
  await writeDatabase(folder, path)
  if ((await stat(path)).size > largestExtra) await rm(path)
}
