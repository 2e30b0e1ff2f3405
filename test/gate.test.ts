import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { steps, toClosingLines } from '../tools/gate/steps.ts'
import { toTotals } from '../tools/gate/totals.mjs'

const root = join(import.meta.dirname, '..')
const readText = (path: string) => readFileSync(join(root, path), 'utf8')

const toSteps = (failed: readonly string[]) => steps.map((name) => ({ name, exitCode: failed.includes(name) ? 1 : 0 }))
const toTests = (numPassedTests: number, numFailedTests: number, unloaded = 0) => ({
  numPassedTests,
  numFailedTests,
  testResults: Array.from({ length: unloaded }, () => ({ status: 'failed', assertionResults: [] })),
})

describe('the totals of a run', () => {
  test.each([
    ['all is well', 0, toSteps([]), toTests(7, 0), 7, 0],
    ['a test failed', 1, toSteps(['test:only']), toTests(6, 1), 6, 1],
    ['a test file could not be loaded', 1, toSteps(['test:only']), toTests(6, 0, 1), 6, 1],
    ['the tests ended badly, though none failed', 1, toSteps(['test:only']), toTests(7, 0), 7, 1],
    ['two steps before the tests failed', 1, toSteps(['lint', 'types']), toTests(7, 0), 7, 2],
    ['a step and a test failed', 1, toSteps(['lint', 'test:only']), toTests(6, 1), 6, 2],
    ['the tests broke off without a report', 1, toSteps(['test:only']), undefined, 0, 1],
    ['nothing was installed', 1, undefined, undefined, 0, 1],
    ['the steps broke off behind the tests', 1, undefined, toTests(7, 0), 7, 1],
    ['there was no test', 0, toSteps([]), toTests(0, 0), 0, 1],
  ])('when %s', (_, status, stepResults, tests, passed, failed) => {
    expect(toTotals(status, stepResults, tests)).toEqual({ passed, failed })
  })
})

test('the closing lines of npm test name the steps that failed', () => {
  const results = [
    { name: 'lint', exitCode: 0, seconds: 2.4 },
    { name: 'boundaries', exitCode: 2, seconds: 31 },
  ]
  expect(toClosingLines(results)).toBe(
    ['  lint        passed     2 s', '  boundaries  FAILED    31 s', '', 'Failed: boundaries'].join('\n'),
  )
  expect(toClosingLines(results.slice(0, 1))).toMatch(/All passed$/)
})

test('every step of npm test is an npm script, and check is another name of npm test', () => {
  const { scripts } = JSON.parse(readText('package.json'))
  expect(steps.filter((name) => !scripts[name])).toEqual([])
  expect(scripts['check']).toBe('npm test')
})

test('.ci/run runs the test command of the README', () => {
  const [command] = /^npm ci && npm test\b/m.exec(readText('README.md')) ?? []
  expect(readText('.ci/run').split('\n')).toContain(command)
})

/** Runs `.ci/run` with an npm that does as it is told: how each command ends, and what it leaves as reports. */
function runCi(ends: { readonly ci: number; readonly test: number }, reports: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-ci-'))
  try {
    for (const path of ['.ci/run', 'tools/ci-totals.mjs', 'tools/gate/totals.mjs'])
      cpSync(join(root, path), join(folder, path))
    mkdirSync(join(folder, 'bin'))
    mkdirSync(join(folder, 'reports'))
    for (const [name, report] of Object.entries(reports))
      writeFileSync(join(folder, 'reports', name), JSON.stringify(report))
    const npm = `#!/bin/sh\n[ "$1" = ci ] && exit ${ends.ci}\ncp reports/* "$GONGKAI_TEST_REPORTS"\nexit ${ends.test}\n`
    writeFileSync(join(folder, 'bin/npm'), npm)
    chmodSync(join(folder, 'bin/npm'), 0o755)
    const env = { ...process.env, PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) }
    const { status, stdout } = spawnSync('bash', ['.ci/run'], { cwd: folder, env, encoding: 'utf8' })
    return { status, lastLine: stdout.trimEnd().split('\n').at(-1) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('.ci/run', () => {
  test.each([
    ['all is well', { ci: 0, test: 0 }, { steps: toSteps([]), tests: toTests(7, 0) }, 0, '7 passed, 0 failed'],
    ['lint fails', { ci: 0, test: 1 }, { steps: toSteps(['lint']), tests: toTests(7, 0) }, 1, '7 passed, 1 failed'],
    ['nothing is installed', { ci: 3, test: 0 }, {}, 3, '0 passed, 1 failed'],
  ])('when %s', (_, ends, { steps: stepResults, tests }: { steps?: unknown; tests?: unknown }, status, lastLine) => {
    const reports = {
      ...(stepResults ? { 'steps.json': stepResults } : {}),
      ...(tests ? { 'vitest.json': tests } : {}),
    }
    expect(runCi(ends, reports)).toEqual({ status, lastLine })
  })
})
