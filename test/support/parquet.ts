import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tables } from '@gongkai/schema'
import { openParquet, readSpan, toRow } from '../../apps/site/src/data/parquet.ts'

/** Every row of a published table, as its Parquet file has it. */
export async function readParquet(folder: string, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new RangeError(`Cannot read "${name}": the schema declares no such table`)
  const bytes = readFileSync(join(folder, `${name}.parquet`))
  const opened = await openParquet([new Uint8Array(bytes).buffer], table)
  const whole = await readSpan(opened, { start: 0, end: opened.rowCount })
  return Array.from({ length: whole.end }, (_, i) => toRow(whole, i))
}
