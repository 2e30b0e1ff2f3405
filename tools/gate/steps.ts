/** Names of the npm scripts that `npm test` runs, the quickest first. */
export const steps = ['lint', 'types', 'boundaries', 'deadcode', 'test:only'] as const

/** What became of one step. */
export interface StepResult {
  readonly name: string
  /** As the shell has it: 0 is well. */
  readonly exitCode: number
  readonly seconds: number
}

/**
 * One line a step, and which of them failed.
 *
 * @example
 *   lint        passed    2 s
 *   types       FAILED   31 s
 *
 *   Failed: types
 */
export function toClosingLines(results: readonly StepResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length))
  const rows = results.map(({ name, exitCode, seconds }) => {
    const word = exitCode === 0 ? 'passed' : 'FAILED'
    return `  ${name.padEnd(width)}  ${word}  ${String(Math.round(seconds)).padStart(4)} s`
  })
  const failed = results.filter(({ exitCode }) => exitCode !== 0).map(({ name }) => name)
  return [...rows, '', failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All passed'].join('\n')
}
