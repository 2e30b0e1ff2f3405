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
