import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags } from '@gongkai/schema'
import { type Verification, type VerifyOptions, verifyDataset } from '../index.ts'

const usage = 'npm run verify -- DIR [--digest HEX] [--key PUBLIC.pem]'

/** Paths are relative to where the user stands. */
function readOptions(): VerifyOptions {
  const { values, positionals } = parseArgs({
    options: { digest: { type: 'string' }, key: { type: 'string' } },
    allowPositionals: true,
  })
  const [folder, ...more] = positionals
  if (more.length > 0) throw new RangeError(`One folder must be given, found ${positionals.length}`)
  const flags = readFlags('verify', { folder, ...values })
  const standing = process.env['INIT_CWD'] ?? process.cwd()
  return {
    folder: resolve(standing, flags.folder),
    digest: flags.digest,
    key: flags.key === undefined ? undefined : resolve(standing, flags.key),
  }
}

/** What the checks mean together, and what none of them can see. */
function toLimits({ digest, key }: VerifyOptions): readonly string[] {
  const isHeld = digest !== undefined || key !== undefined
  return [
    'Noticed: a file that was changed, lost or added; rows and values that differ between CSV, Parquet and manifest;',
    '  keys that stand twice or lead nowhere; codes without a meaning; tables that contradict each other.',
    isHeld
      ? 'Noticed as well: that this is not the dataset that was published, by the digest or the key that you gave.'
      : 'Not noticed: a dataset that somebody changed as a whole, sums included. Give --digest from the site or a citation, or --key.',
    'Never noticed: whether a document says what the dataset says of it. Each number names its file, line and SHA-256.',
  ]
}

function toText({ holds, digest, outcomes }: Verification, options: VerifyOptions): string {
  const lines = outcomes.flatMap(({ name, examined, problems }) => [
    `${problems.length === 0 ? 'passed' : 'FAILED'}  ${name}: ${examined} examined, ${problems.length === 0 ? 'nothing wrong' : 'wrong:'}`,
    ...problems.map((problem) => `  ${problem}`),
  ])
  const verdict = holds ? 'The dataset is as its manifest says.' : 'The dataset is not as its manifest says.'
  return [...lines, `digest ${digest}`, verdict, ...toLimits(options), ''].join('\n')
}

try {
  const options = readOptions()
  const verification = await verifyDataset(options)
  process.stdout.write(toText(verification, options))
  if (!verification.holds) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 2
}
