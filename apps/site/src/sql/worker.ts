import { asyncBufferFromUrl } from 'hyparquet'
import { runQuery } from './engine.ts'
import type { Question, Reply } from './messages.ts'

const say = (reply: Reply) => postMessage(reply)

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const { sql, base, sizes, limit } = data
  const openTable = async (name: string) => {
    const byteLength = sizes[name]
    return asyncBufferFromUrl({ url: `${base}/${name}.parquet`, ...(byteLength !== undefined && { byteLength }) })
  }
  try {
    say({ kind: 'answer', ...(await runQuery(sql, openTable, limit)) })
  } catch (error) {
    say({ kind: 'failure', words: error instanceof Error ? error.message : String(error) })
  }
})
