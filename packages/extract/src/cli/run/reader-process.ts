import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isErrorOf } from '@gongkai/disk'
import type { SourceDocument } from '../../types.ts'
import type { DocumentRead } from './read-source.ts'

/** How a process ended, and what it said last. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

/** What came of a document: what was read, that its time is over, or how the process ended over it. */
export type Outcome = DocumentRead | 'late' | Ended

/** A process that reads documents, one after the other. */
export interface ReaderProcess {
  /** Whether it can be given a document; false once it has ended. */
  readonly ready: Promise<boolean>
  readonly ended: Promise<Ended>
  /** Reads one document, or gives it up after some milliseconds of the clock. */
  readonly read: (source: SourceDocument, milliseconds: number) => Promise<Outcome>
  /** Milliseconds of processor time that it has used so far; undefined where the system does not tell. */
  readonly processorTime: () => number | undefined
  /** Has it end by itself, when it is idle. */
  readonly end: () => void
  readonly kill: () => void
}

/** Characters of what a process says that are kept: the cause stands at the beginning. */
const mostSaid = 16_384

/** Starts a process of a program; its objects may take so many megabytes. */
export function startReader(program: URL, megabytes: number): ReaderProcess {
  const child = fork(fileURLToPath(program), {
    execArgv: [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=16'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(0, mostSaid)
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, said: error.message }))
    child.once('close', (code, signal) => resolve({ code, signal, said }))
  })
  const ready = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)))
  return {
    ready: Promise.race([ready, ended.then(() => false)]),
    ended,
    read: (source, milliseconds) => read(child, ended, source, milliseconds),
    processorTime: () => readProcessorTime(child.pid),
    end: () => void child.send('end', () => undefined),
    kill: () => void child.kill('SIGKILL'),
  }
}

async function read(
  child: ChildProcess,
  ended: Promise<Ended>,
  source: SourceDocument,
  milliseconds: number,
): Promise<Outcome> {
  const stop = new AbortController()
  const answered = new Promise<Outcome>((resolve) => {
    const hear = (answer: unknown): void => resolve(answer as DocumentRead)
    child.once('message', hear)
    // An answer that has arrived is heard before the clock is: this process may have been busy with another file.
    const clock = setTimeout(() => setImmediate(() => setImmediate(() => resolve('late'))), milliseconds)
    stop.signal.addEventListener('abort', () => {
      clearTimeout(clock)
      child.off('message', hear)
    })
  })
  // What cannot be sent goes to a process that has ended, and its end says why.
  child.send(source, () => undefined)
  const outcome = await Promise.race([answered, ended])
  stop.abort()
  return outcome
}

/** Ticks of a second in which Linux counts processor time. */
const ticks = 100

function readProcessorTime(pid: number | undefined): number | undefined {
  try {
    // The name of the program, in brackets, may hold blanks: user and system time are the 12th and 13th field behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ESRCH', 'EACCES')) return undefined
    throw error
  }
}
