import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  type DatasetManifest,
  demoMark,
  extraFiles,
  manifestFile,
  readDatasetManifest,
  signatureFile,
} from '@gongkai/schema'
import { sumsFile, toDigest } from '../write/files.ts'
import { type Outcome, toOutcome } from './outcome.ts'

/** Files of a dataset that its sums do not cover. */
const unsummed: readonly string[] = [sumsFile, signatureFile, demoMark, extraFiles.database.name]

/** What a file of a dataset is called where it lies: a host may have been given a larger one compressed. */
export const toHeldName = (folder: string, name: string): string | undefined =>
  [name, `${name}.gz`].find((held) => existsSync(join(folder, held)))

async function readSum(folder: string, held: string, name: string): Promise<string> {
  const hash = createHash('sha256')
  const steps = held === name ? [] : [createGunzip()]
  await pipeline([createReadStream(join(folder, held)), ...steps, hash])
  return hash.digest('hex')
}

async function checkSum(folder: string, line: string): Promise<readonly string[]> {
  const [, sum, name] = /^([0-9a-f]{64}) {2}([\w.-]+)$/.exec(line) ?? []
  if (sum === undefined || name === undefined) return [`${sumsFile} holds "${line}", which states no sum of a file`]
  const held = toHeldName(folder, name)
  if (held === undefined) return [`${name} is missing`]
  const found = await readSum(folder, held, name).catch((error: unknown) => `unreadable: ${String(error)}`)
  return found === sum ? [] : [`${held} differs from its sum: ${sumsFile} states ${sum}, found ${found}`]
}

/** Every file against its sum, and no file that has none. */
export async function checkSums(folder: string, sums: string): Promise<Outcome> {
  const lines = sums.split('\n').filter((line) => line !== '')
  const problems = lines.length === 0 ? [`${sumsFile} is empty`] : []
  for (const line of lines) problems.push(...(await checkSum(folder, line)))
  const listed = new Set(lines.map((line) => line.slice(66)))
  const others = (await readdir(folder)).filter(
    (name) => !unsummed.includes(name) && !listed.has(name) && !listed.has(name.replace(/\.gz$/, '')),
  )
  problems.push(...others.toSorted().map((name) => `${name} has no sum: it is not part of the dataset`))
  return toOutcome('sums', lines.length, problems)
}

/**
 * The manifest against the sums, and the digest against one from elsewhere.
 *
 * @param expected a digest that a citation or the site states, or its beginning
 */
export async function checkManifest(
  folder: string,
  sums: string,
  expected: string | undefined,
): Promise<{ readonly outcome: Outcome; readonly manifest: DatasetManifest | undefined; readonly digest: string }> {
  const digest = toDigest(sums)
  const differs =
    expected === undefined || digest.startsWith(expected) ? [] : [`the digest is ${digest}, not ${expected}`]
  try {
    const manifest = readDatasetManifest(await readFile(join(folder, manifestFile), 'utf8'))
    const problems = [...compare(manifest, sums, digest), ...differs]
    return { manifest, digest, outcome: toOutcome('manifest', manifest.files.length, problems) }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { manifest: undefined, digest, outcome: toOutcome('manifest', 1, [problem, ...differs]) }
  }
}

function compare({ digest: stated, files }: DatasetManifest, sums: string, digest: string): readonly string[] {
  const lines = new Set(sums.split('\n'))
  return [
    ...(stated === digest ? [] : [`${manifestFile} states the digest ${stated}; the sums come to ${digest}`]),
    ...files
      .filter(({ path, sha256 }) => !lines.has(`${sha256}  ${path}`))
      .map(({ path }) => `${manifestFile} states another sum of ${path} than ${sumsFile}`),
  ]
}
