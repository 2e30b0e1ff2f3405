import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extraFiles, filesOfTable, isPart, largestFile, type TableFormat, tables } from '@gongkai/schema'
import { readCsvArchive } from './csv-archive.ts'
import { listFiles } from './files.ts'
import { toLoadSql, writeDatabase } from './load-sql.ts'
import type { Sheet } from './sheets.ts'
import { fitsWorkbook, toWorkbook } from './workbook.ts'

/** Writes the workbook, the archive and `load.sql`. A file that is larger than hosts take is left out. */
export async function writeExtras(folder: string, sheets: readonly Sheet[] | undefined): Promise<void> {
  const names = await listFiles(folder)
  await writeFile(join(folder, extraFiles.loader.name), toLoadSql(names))
  const workbook = sheets && fitsWorkbook(sheets) ? await toWorkbook(sheets) : undefined
  if (workbook && workbook.byteLength <= largestFile) await writeFile(join(folder, extraFiles.workbook.name), workbook)
  const archive = (await isSmall(folder, names, 'csv')) ? await readCsvArchive(folder, names, largestFile) : undefined
  if (archive) await writeFile(join(folder, extraFiles.archive.name), archive)
}

/**
 * Writes the database; it is left out where it is larger than hosts take. Call it after the sums: DuckDB gives a file a
 * name of its own each time, so the same tables have other bytes.
 */
export async function writeDatabaseFile(folder: string): Promise<void> {
  const names = await listFiles(folder)
  if (!(await isSmall(folder, names, 'parquet'))) return
  const path = join(folder, extraFiles.database.name)
  await writeDatabase(names, folder, path)
  if ((await stat(path)).size > largestFile) await rm(path)
}

/** Whether all tables in a format may fit into one file: it is not tried where one is in parts, or compressed ones do not. */
async function isSmall(folder: string, names: readonly string[], format: TableFormat): Promise<boolean> {
  const files = tables.flatMap((table) => filesOfTable(names, table.name, format))
  if (files.some(isPart)) return false
  const compressed = files.filter((name) => /\.(gz|parquet)$/.test(name))
  const sizes = await Promise.all(compressed.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0) <= largestFile
}
