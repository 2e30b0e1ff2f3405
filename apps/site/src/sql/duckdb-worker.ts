import { askEngine, ElsewhereError, type Engine, RefusedError, startEngine } from './duckdb.ts'
import { LoadError } from './load.ts'
import type { Failure, Question, Reply } from './messages.ts'

const say = (reply: Reply) => postMessage(reply)

let engine: Promise<Engine> | undefined

async function answer(question: Question): Promise<void> {
  engine ??= startEngine(question.engine, say)
  const started = await engine
  if (question.kind === 'start') return say({ kind: 'ready' })
  const { sql, limit, files } = question
  say({ kind: 'answer', ...(await askEngine(started, sql, limit, files, say)) })
}

function toFailure(error: unknown): Failure {
  if (error instanceof RefusedError) return 'refused'
  if (error instanceof LoadError) return 'not_loaded'
  if (error instanceof WebAssembly.RuntimeError) return 'broken'
  return error instanceof ElsewhereError ? 'elsewhere' : 'engine'
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: unknown) => {
    say({ kind: 'failure', failure: toFailure(error), words: error instanceof Error ? error.message : String(error) })
  })
})
// The library waits for ever for a program that the host does not give, and leaves the error to whoever listens.
addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  say({ kind: 'failure', failure: 'not_loaded', words: String(event.reason) })
})
