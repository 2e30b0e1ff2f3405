import { asyncBufferFromUrl } from 'hyparquet'
import { runQuery } from './engine.ts'
import type { Question, Reply } from './messages.ts'

const say = (reply: Reply) => postMessage(reply)

async function answer(question: Question): Promise<void> {
  if (question.kind === 'start') return say({ kind: 'ready' })
  const { sql, files, limit } = question
  const openTable = async (name: string) => {
    const [{ address, size } = { address: '', size: 0 }] = files[name] ?? []
    return asyncBufferFromUrl({ url: address, byteLength: size })
  }
  say({ kind: 'asking' })
  say({ kind: 'answer', ...(await runQuery(sql, openTable, limit)) })
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: unknown) => {
    say({ kind: 'failure', failure: 'engine', words: error instanceof Error ? error.message : String(error) })
  })
})
