import { isTop, readCatalogue } from '@gongkai/schema/browser'
import { fetchFile } from '../packs/fetch-file.ts'
import { decodeCatalogue } from './catalogue.ts'
import { type Engine, toEngine } from './engine.ts'
import type { Failure, Question, Reply } from './messages.ts'
import { cataloguePath, toShardPath, toTextPath } from './paths.ts'
import { OutdatedError } from './shards.ts'
import { type Suggestion, toSuggester } from './suggest.ts'

interface Opened {
  readonly engine: Engine
  readonly suggest: (typed: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>
}

const say = (reply: Reply) => postMessage(reply)

async function get(base: string, path: string, query: string): Promise<Response> {
  const response = await fetchFile(base, path, query)
  if (!response.ok) throw new Error(`Cannot read "${path}": the host answered ${response.status}`)
  return response
}

/** Reads files of an index, each once. */
function toShardReader(read: (shard: number) => Promise<Response>): (shard: number) => Promise<Uint8Array> {
  const shards = new Map<number, Promise<Uint8Array>>()
  return (shard) => {
    const known = shards.get(shard) ?? read(shard).then(async (found) => new Uint8Array(await found.arrayBuffer()))
    shards.set(shard, known)
    // A file that could not be read is asked for again.
    known.catch(() => shards.delete(shard))
    return known
  }
}

async function open({ base, version }: Extract<Question, { kind: 'open' }>): Promise<Opened> {
  const getFile = (path: string) => get(base, path, `?v=${version}`)
  const files = {
    readShard: toShardReader((shard) => getFile(toShardPath(shard))),
    readText: async (id: string) => (await getFile(toTextPath(id))).text(),
  }
  const file: unknown = await (await getFile(cataloguePath)).json()
  if (isTop(file)) {
    // Most sites do without this part.
    const { openSite } = await import('./blocks/block-engine.ts')
    return openSite(file, { ...files, getFile, toShardReader })
  }
  const catalogue = decodeCatalogue(readCatalogue(file))
  return { engine: toEngine(catalogue, files), suggest: toSuggester(catalogue.reports, catalogue.regions) }
}

let opened: Promise<Opened> | undefined
let latest = 0

async function search(id: number, request: Extract<Question, { kind: 'search' }>['request']): Promise<void> {
  latest = id
  const { engine } = await (opened ?? Promise.reject(new Error('Cannot search: the catalogue was not opened')))
  for await (const answer of engine.search(request)) {
    // The reader asked for something else meanwhile.
    if (latest !== id) return
    say({ kind: 'answer', id, answer, total: engine.total })
  }
}

async function list({ id, request, locale }: Extract<Question, { kind: 'list' }>): Promise<void> {
  const found = await (await opened)?.engine.list(request)
  // Few readers ask for it.
  const { toHitsCsv } = await import('./download.ts')
  say({ kind: 'file', id, csv: toHitsCsv(found ?? [], locale) })
}

async function answer(question: Question): Promise<void> {
  if (question.kind === 'open') {
    opened = open(question)
    await opened
  } else if (question.kind === 'search') await search(question.id, question.request)
  else if (question.kind === 'list') await list(question)
  else if (opened) say({ kind: 'suggestions', id: question.id, list: await (await opened).suggest(question.typed) })
}

function toFailure(error: unknown): Failure {
  if (error instanceof OutdatedError) return 'outdated'
  return error instanceof RangeError || error instanceof SyntaxError ? 'unreadable' : 'failed'
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: unknown) => {
    const id = data.kind === 'open' ? 0 : data.id
    say({ kind: 'failure', id, failure: toFailure(error), message: String(error) })
  })
})
