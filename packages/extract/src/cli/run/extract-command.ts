/** What `npm run extract` does with its flags. */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '@gongkai/schema'
import { toPrintable, toShownText } from '../../show/printable.ts'
import { inRepository, resolveUser } from '../corpus/files.ts'
import { type ExtractOptions, extractCorpus } from './extract-corpus.ts'
import { countReaders } from './reader-pool.ts'

const usage = 'npm run extract -- [--corpus DIR] [--out DIR] [--threads N] [--shard I/N] [--retry]'

const options = readOptions()
stopOnSignals(options.out)
try {
  const { files, cached, statuses, tooSlow } = await extractCorpus(options)
  const said = [...statuses].sort().map(([status, count]) => `${count} ${status}`)
  console.log(`Extracted ${files} files: ${said.join(', ') || 'none'}; ${cached} unchanged, not read again`)
  if (tooSlow.length > 0) {
    const named = tooSlow.map((path) => `\n  ${toShownText(path)}`).join('')
    console.log(
      `${tooSlow.length} took too long in an earlier run and were not tried again; --retry tries them:${named}`,
    )
  }
} catch (error) {
  refuse(error)
}

function readOptions(): ExtractOptions {
  try {
    const { values } = parseArgs({
      options: {
        corpus: { type: 'string' },
        out: { type: 'string' },
        threads: { type: 'string' },
        shard: { type: 'string' },
        retry: { type: 'boolean', default: false },
      },
    })
    const flags = readFlags('extract', values)
    const named = flags.corpus ?? readSetting(process.env, 'GONGKAI_CORPUS')
    const corpus = named === undefined ? inRepository('data/corpus') : resolveUser(named)
    const { shard } = flags
    if (shard && flags.out === undefined) throw new Error('--shard needs --out DIR, a folder for this shard alone')
    const out = flags.out === undefined ? inRepository('data/derived/reports') : resolveUser(flags.out)
    if (!statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(
        `Cannot extract: the corpus folder "${corpus}" does not exist. Name one with --corpus DIR or GONGKAI_CORPUS.`,
      )
    }
    return { corpus, out, readers: flags.threads ?? countReaders(), retry: flags.retry ?? false, shard }
  } catch (error) {
    return refuse(error, `\nUsage: ${usage}`)
  }
}

function refuse(error: unknown, advice = ''): never {
  console.error(`${toPrintable(error instanceof Error ? error.message : String(error))}${advice}`)
  process.exit(2)
}

/** Nothing has to be undone: output is built beside the old one, and what is built so far serves the next run. */
function stopOnSignals(out: string): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      console.error(`\nStopped. "${toPrintable(out)}" is as it was; the next run goes on from here.`)
      process.exit(code)
    })
  }
}
