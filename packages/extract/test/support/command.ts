import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a command said and how it ended; `code` is null when a signal ended it. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts Node as npm does, `INIT_CWD` naming where the user stands. */
export const startProgram = (
  args: readonly string[],
  standing: string,
  env: Readonly<Record<string, string>> = {},
): ChildProcess => spawn(process.execPath, [...args], { env: { ...process.env, ...env, INIT_CWD: standing } })

/** Starts a command of this package. */
export const startCommand = (name: string, args: readonly string[], standing: string): ChildProcess =>
  startProgram([fileURLToPath(new URL(`../../src/cli/${name}.ts`, import.meta.url)), ...args], standing)

/** Waits for a command to end. */
export function endOf(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said.stderr += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

/** Runs a command to its end. */
export const runCommand = (name: string, args: readonly string[], standing: string): Promise<Ended> =>
  endOf(startCommand(name, args, standing))
