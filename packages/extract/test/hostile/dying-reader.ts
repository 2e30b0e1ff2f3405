/** A reading process that dies of what the path of its document says. */
import type { SourceDocument } from '../../src/index.ts'

const deaths: Readonly<Record<string, () => unknown>> = {
  exit: () => process.exit(7),
  abort: () => process.abort(),
  killed: () => process.kill(process.pid, 'SIGKILL'),
  rejection: () => void Promise.reject(new Error('nobody listens')),
  exception: () =>
    setTimeout(() => {
      throw new Error('nobody catches')
    }),
  stack: () =>
    setTimeout(function deeper() {
      deeper()
    }),
  memory: () => {
    for (const kept: unknown[] = []; ; ) kept.push(new Array(10_000).fill(kept.length))
  },
  silence: () => {
    for (;;);
  },
  disconnect: () => process.disconnect(),
  // It has answered, and nobody waits for it.
  afterwards: () => {
    answer('afterwards')
    setTimeout(() => process.exit(3), 1)
  },
}

const answer = (path: string) =>
  process.send?.({ document: { path, status: 'not_a_report', reason: 'unrelated' }, line: `${path}\n`, fault: null })

process.on('message', (asked: SourceDocument | 'end') => {
  const path = asked === 'end' ? 'exit' : asked.path
  const die = deaths[path]
  if (die) die()
  else answer(path)
})
process.send?.('ready')
