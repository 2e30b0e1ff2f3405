import { fold } from '@gongkai/schema'
import { type CatalogueFile, readCatalogue } from '@gongkai/schema/browser'
import { encodeBody } from '../../src/search/body-file.ts'
import { toIndexBuilder } from '../../src/search/build-index.ts'
import { type Catalogue, decodeCatalogue, encodeCatalogue } from '../../src/search/catalogue.ts'
import { type Answer, type Engine, type Request, toEngine } from '../../src/search/engine.ts'
import { type Chosen, facetNames } from '../../src/search/facets.ts'
import { findInNames, nowhere, toNamed } from '../../src/search/names.ts'
import { readQuery } from '../../src/search/query.ts'
import type { Generated } from './generate.ts'

/** Rows that generated reports have. */
export const rowLabels = [
  { id: 'new_received', zh: '本年新收政府信息公开申请数量', en: 'New requests', indicator: '' },
  { id: 'refused.state_secret', zh: '不予公开：属于国家秘密', en: 'Refused: State secret', indicator: 'refusal_rate' },
  {
    id: 'unprocessed.repeated',
    zh: '不予处理：重复申请',
    en: 'Not processed: Repeated',
    indicator: 'not_processed_rate',
  },
]

/** The files of a search and what was read of them. */
export interface Library {
  readonly catalogue: CatalogueFile
  readonly shards: readonly Uint8Array<ArrayBuffer>[]
  readonly texts: ReadonlyMap<string, string>
  readonly engine: Engine
  /** Paths read since it was last emptied. */
  readonly reads: Set<string>
}

/** Writes the files of a search over reports and opens them again, as a browser would. */
export function toLibrary(
  made: readonly Generated[],
  shardBytes = 3072,
  named: Pick<Catalogue, 'rows' | 'regions'> = { rows: rowLabels, regions: new Map() },
): Library {
  const builder = toIndexBuilder()
  for (const { lines } of made) builder.add(lines.map(({ text }) => text))
  const { shards } = builder.finish(shardBytes, 1)
  const reports = made.map(({ report }) => report)
  const file = JSON.stringify(encodeCatalogue({ version: 1, shardCount: shards.length, reports, ...named }))
  const catalogue = readCatalogue(JSON.parse(file))
  const texts = new Map(made.map(({ report, lines }) => [report.id, encodeBody(lines)]))
  const reads = new Set<string>()
  const engine = toEngine(decodeCatalogue(catalogue), {
    readShard: async (shard) => {
      reads.add(`terms/${shard}`)
      return shards[shard] ?? new Uint8Array()
    },
    readText: async (id) => {
      reads.add(`text/${id}`)
      return texts.get(id) ?? ''
    },
  })
  return { catalogue, shards, texts, engine, reads }
}

export const nothingChosen = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Chosen

/** A request that shows ten hits, best first. */
export const toRequest = (query: string, changes: Partial<Request> = {}): Request => ({
  query,
  chosen: nothingChosen,
  order: 'best',
  limit: 10,
  isThorough: false,
  ...changes,
})

/** The last answer to a request. */
export async function ask(engine: Engine, request: Request): Promise<Answer> {
  let last: Answer | undefined
  for await (const answer of engine.search(request)) last = answer
  if (!last) throw new Error(`Cannot answer "${request.query}": the search said nothing`)
  return last
}

/** Ids of all reports that answer, each looked at. */
export async function findIds(engine: Engine, query: string): Promise<readonly string[]> {
  const { hits, isExact, count } = await ask(
    engine,
    toRequest(query, { limit: engine.reports.length, isThorough: true }),
  )
  if (!isExact || count !== hits.length)
    throw new Error(`The answer to "${query}" is not settled: ${count}, ${hits.length}`)
  return hits.map(({ report }) => report.id).toSorted()
}

/** What a search should find: every folded line, title and name is read from end to end, and no index is used. */
export function toFullReader(made: readonly Generated[]): (query: string) => readonly string[] {
  const folded = made.map(({ report, lines }) => ({
    id: report.id,
    named: toNamed(report),
    lines: lines.map(({ text }) => fold(text)),
  }))
  return (query) => {
    const terms = readQuery(query)
    const found = folded.filter(({ named, lines }) =>
      terms.every((term) => {
        const isThere = findInNames(named, term) !== nowhere || lines.some((line) => line.includes(term.text))
        return isThere === term.isWanted
      }),
    )
    return found.map(({ id }) => id).toSorted()
  }
}
