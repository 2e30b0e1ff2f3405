/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} TestReport
 * @typedef {{ name: string, exitCode: number }} Step
 */

/**
 * Passed tests, and all that failed: tests, files that could not be loaded, other steps. A run that ended badly has at least
 * one failure, and so has one without a passed test.
 *
 * @param {number} status how the run ended; 0 is well
 * @param {Step[]} [steps] nothing where `npm test` did not come to its end
 * @param {TestReport} [tests] nothing where the tests did not come to their end
 */
export function toTotals(status, steps = [], tests = { numPassedTests: 0, numFailedTests: 0, testResults: [] }) {
  const unloaded = tests.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failedTests = tests.numFailedTests + unloaded.length
  // The step of the tests counts only where no test says why it failed.
  const failedSteps = steps.filter(({ name, exitCode }) => exitCode !== 0 && !(name === 'test:only' && failedTests > 0))
  const failed = failedTests + failedSteps.length
  const isWell = status === 0 && tests.numPassedTests > 0
  return { passed: tests.numPassedTests, failed: isWell ? failed : Math.max(1, failed) }
}
