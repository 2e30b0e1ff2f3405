/** What runs in a reading process: one document after another. */
import { Worker } from 'node:worker_threads'
import type { SourceDocument } from '../../types.ts'
import './keep-compiled.ts'

const { readSource } = await import('./read-source.ts')

// The run is stopped by its own process, which ends this one; a signal to the whole group is for that one alone.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit())
// While a document is read nothing is heard here: a thread of its own sees that whoever asked for it is gone.
const watch = `const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 2_000)`
new Worker(watch, { eval: true }).unref()

process.on('message', async (asked: SourceDocument | 'end') => {
  if (asked === 'end') process.exit()
  process.send?.(await readSource(asked))
})
process.send?.('ready')
