/**
 * `npm test`: every check of the repository, one step after the other.
 *
 * A step that fails does not keep the later ones from running: one run tells all. Exits with 1 if any failed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StepResult, steps, toClosingLines } from './gate/steps.ts'

const root = join(import.meta.dirname, '..')

/** Runs the npm script of that name; its output goes where ours goes. */
function runStep(name: string): StepResult {
  console.log(`\n── npm run ${name}`)
  const startedAt = performance.now()
  const npm = process.env['npm_execpath'] ?? ''
  const { status } = spawnSync(process.execPath, [npm, 'run', '--silent', name], { cwd: root, stdio: 'inherit' })
  return { name, exitCode: status ?? 1, seconds: (performance.now() - startedAt) / 1000 }
}

/** Says for `.ci/run` what became of each step, in the folder where the test runner says what became of each test. */
function writeReport(results: readonly StepResult[]): void {
  const folder = process.env['GONGKAI_TEST_REPORTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'steps.json'), `${JSON.stringify(results, null, 2)}\n`)
}

if (!process.env['npm_execpath'] || process.argv.length > 2) {
  console.error('Cannot test: "npm test" takes no arguments. For some tests alone: npm run test:only -- PATH')
  process.exit(2)
}
const results = steps.map(runStep)
writeReport(results)
console.log(`\n${toClosingLines(results)}`)
if (results.some(({ exitCode }) => exitCode !== 0)) process.exitCode = 1
