/** Name of the file of a dataset that states one digest over all sums, and the rows of each table. */
export const manifestFile = 'manifest.json'

/** Name of a detached signature over the manifest: Ed25519, in Base64. It stands beside the dataset and in no sum. */
export const signatureFile = 'manifest.sig'

/**
 * What the digest of a dataset is the SHA-256 of: the lines of its SHA256SUMS without that of the manifest, which holds
 * the digest.
 */
export const toDigestedText = (sums: string): string =>
  sums
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(`  ${manifestFile}`))
    .map((line) => `${line}\n`)
    .join('')

/** The largest file of a dataset, in bytes: hosts of static sites take 25 MiB. A larger table is written in parts. */
export const largestFile = 24 * 1024 * 1024

/** Formats in which every table is published. */
export type TableFormat = 'parquet' | 'csv'

/**
 * Which files of a dataset hold a table, in the order of its rows. One file, whose CSV is compressed where it is long, or
 * the parts of a table that would be larger than hosts take, in a folder of the name that the file would have.
 *
 * @param names of the files of a dataset, below its folder
 * @example `lines.parquet`; `cells.csv.gz`; `lines.parquet/year=2023/part-0001.parquet`, `…/part-0002.parquet`
 */
export function filesOfTable(names: readonly string[], table: string, format: TableFormat): readonly string[] {
  const whole = `${table}.${format}`
  return names.filter((name) => name === whole || name === `${whole}.gz` || name.startsWith(`${whole}/`)).sort()
}

/** Whether a file is a part of a table whose address is a folder. */
export const isPart = (name: string): boolean => name.includes('/')
