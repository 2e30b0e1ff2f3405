import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type DatasetManifest,
  demoMark,
  extraFiles,
  manifestFile,
  readDatasetManifest,
  signatureFile,
} from '@gongkai/schema'
import { listFiles, readFileSum, sumsFile, toDigest } from '../write/files.ts'
import { type Outcome, toOutcome } from './outcome.ts'

/** Files of a dataset that its sums do not cover. */
const unsummed: readonly string[] = [sumsFile, signatureFile, demoMark, extraFiles.database.name]

/** Sum, two spaces, and a path below the folder: no part of it leads up or is hidden. */
const sumLine = /^([0-9a-f]{64}) {2}((?!\.)[\w.=-]+(?:\/(?!\.)[\w.=-]+)*)$/

async function checkSum(folder: string, line: string): Promise<readonly string[]> {
  const [, sum, name] = sumLine.exec(line) ?? []
  if (sum === undefined || name === undefined) return [`${sumsFile} holds "${line}", which states no sum of a file`]
  if (!existsSync(join(folder, name))) return [`${name} is missing`]
  const found = await readFileSum(folder, name).then(
    ({ sha256 }) => sha256,
    (error: unknown) => `unreadable: ${String(error)}`,
  )
  return found === sum ? [] : [`${name} differs from its sum: ${sumsFile} states ${sum}, found ${found}`]
}

/** Every file against its sum, and no file that has none. */
export async function checkSums(folder: string, sums: string): Promise<Outcome> {
  const lines = sums.split('\n').filter((line) => line !== '')
  const problems = lines.length === 0 ? [`${sumsFile} is empty`] : []
  for (const line of lines) problems.push(...(await checkSum(folder, line)))
  const listed = new Set(lines.map((line) => line.slice(66)))
  const others = (await listFiles(folder)).filter((name) => !unsummed.includes(name) && !listed.has(name))
  problems.push(...others.map((name) => `${name} has no sum: it is not part of the dataset`))
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
