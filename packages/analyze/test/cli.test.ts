import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isComplete } from '../src/index.ts'
import { toEntry, toReport, writeEntries } from './fixtures.ts'

const program = fileURLToPath(new URL('../src/cli/analyze.ts', import.meta.url))

/** Runs the command as npm does: elsewhere, with INIT_CWD naming where the user stands. */
function run(standing: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; text: string }>((done) => {
    const options = { cwd: dirname(program), env: { ...process.env, INIT_CWD: standing, ...env } }
    const child = execFile(process.execPath, [program, ...args], options, (_, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, text: stdout + stderr })
    })
  })
}

test('folders are relative to where the user stands', async () => {
  const { out } = await writeEntries([toEntry('a.txt', [toReport()])])
  const args = ['--reports', 'reports', '--divisions', 'divisions.csv', '--out', 'elsewhere']
  const { code, text } = await run(dirname(out), args)
  expect(text).toContain('1 files (1 extracted), 1 reports, 200 numbers')
  expect(code).toBe(0)
  expect(await isComplete(join(dirname(out), 'elsewhere'))).toBe(true)
})

test('the folder of the dataset can come from the environment', async () => {
  const { out } = await writeEntries([toEntry('a.txt', [toReport()])])
  const env = { GONGKAI_DATASET: 'published' }
  expect(await run(dirname(out), ['--reports', 'reports', '--divisions', 'divisions.csv'], env)).toMatchObject({
    code: 0,
  })
  expect(await isComplete(join(dirname(out), 'published'))).toBe(true)
})

test.each([
  [
    'a failing check',
    [toEntry('a.txt', [])],
    [],
    'failed  every_extracted_has_report: 1 examined, 1 failed, e.g. a.txt',
  ],
  ['a missing folder', [], ['--reports', 'nowhere'], 'nowhere" must be a folder of .ndjson files'],
  ['an unknown flag', [], ['--report', 'reports'], "Unknown option '--report'"],
] as const)('%s is said and exits with 1', async (_, entries, args, message) => {
  const { out } = await writeEntries(entries)
  const given = ['--reports', 'reports', '--divisions', 'divisions.csv', '--out', 'dataset', ...args]
  const { code, text } = await run(dirname(out), given)
  expect(text).toContain(message)
  expect(code).toBe(1)
})
