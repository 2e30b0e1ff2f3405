import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '@gongkai/schema'
import { makeRelease, type ReleaseOptions } from '../index.ts'

const repository = fileURLToPath(new URL('../../../../', import.meta.url))
const usage =
  'npm run release -- --date YYYY-MM-DD [--previous DIR] [--dataset DIR] [--releases DIR] [--changelog FILE]'

/** Flags are relative to where the user stands, defaults to the repository. */
function readOptions(): ReleaseOptions {
  const { values } = parseArgs({
    options: {
      date: { type: 'string' },
      previous: { type: 'string' },
      dataset: { type: 'string' },
      releases: { type: 'string' },
      changelog: { type: 'string' },
    },
  })
  const flags = readFlags('release', values)
  const standing = process.env['INIT_CWD'] ?? process.cwd()
  const pathOf = (given: string | undefined, fallback: string) =>
    given === undefined ? resolve(repository, fallback) : resolve(standing, given)
  return {
    date: flags.date,
    previous: flags.previous === undefined ? undefined : resolve(standing, flags.previous),
    dataset: pathOf(flags.dataset ?? readSetting(process.env, 'GONGKAI_DATASET'), 'data/dataset'),
    releases: pathOf(flags.releases, 'data/releases'),
    changelog: pathOf(flags.changelog, 'CHANGELOG.md'),
  }
}

try {
  const options = readOptions()
  const { date, previous, reports, changes } = await makeRelease(options)
  process.stdout.write(
    [
      `Release ${date}: ${reports} reports${previous === null ? ', the first release' : `, compared with ${previous}`}`,
      ...Object.entries(changes).map(([kind, count]) => `${kind.replaceAll('_', ' ')}: ${count}`),
      `Written: ${resolve(options.releases, date)} and an entry in ${options.changelog}; commit both, then build again`,
      '',
    ].join('\n'),
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 1
}
