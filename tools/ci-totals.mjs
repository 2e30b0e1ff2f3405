/**
 * Prints the closing line of `.ci/run`, e.g. `1200 passed, 2 failed`: node tools/ci-totals.mjs FOLDER STATUS
 *
 * FOLDER holds what `npm test` said of its steps and of its tests, STATUS is how `npm ci && npm test` ended. Plain
 * JavaScript, since it must also speak where `npm ci` failed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toTotals } from './gate/totals.mjs'

const [folder = '', status = '1'] = process.argv.slice(2)

/** @param {string} name */
function readReport(name) {
  const path = join(folder, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

const { passed, failed } = toTotals(Number(status), readReport('steps.json'), readReport('vitest.json'))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = Number(status) || (failed > 0 ? 1 : 0)
