import { fold } from '@gongkai/schema'
import { readCatalogue } from '@gongkai/schema/browser'
import { type BlockEngine, openBlocks } from '../../src/search/blocks/block-engine.ts'
import { toBlockPath, toChoicePath, toNamesPath, toOrderPath } from '../../src/search/blocks/block-paths.ts'
import { nameShards, toShelved, writeBlocks } from '../../src/search/blocks/write.ts'
import { encodeBody } from '../../src/search/body-file.ts'
import {
  type ShardSettings,
  type TermIndex,
  toListBuilder,
  toTermIndex,
  toTokens,
} from '../../src/search/build-index.ts'
import { type Catalogue, decodeCatalogue, encodeCatalogue } from '../../src/search/catalogue.ts'
import { type Answer, type Engine, type Request, toEngine } from '../../src/search/engine.ts'
import { type Chosen, facetNames } from '../../src/search/facets.ts'
import { findInNames, nowhere, toNamed } from '../../src/search/names.ts'
import { cataloguePath, toShardPath, toTextPath } from '../../src/search/paths.ts'
import { readQuery } from '../../src/search/query.ts'
import type { Regions } from '../../src/search/report.ts'
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
  /** By path below the site; texts of reports apart. */
  readonly files: Map<string, string | Uint8Array<ArrayBuffer>>
  readonly textOf: (id: string) => string
  readonly engine: Engine
  /** Opens it anew: nothing is loaded yet. */
  readonly reopen: () => Engine
  /** Paths read since it was last emptied. */
  readonly reads: Set<string>
}

/** How the files of a library are written. */
export interface LibraryOptions extends Pick<Catalogue, 'rows' | 'regions'>, Omit<ShardSettings, 'version'> {}

/** Few reports have no long lists: some count as long here, so that they are passed over as those of many are. */
const usual: LibraryOptions = {
  ...{ shardBytes: 3072, mostShards: 4096, longList: 20 },
  ...{ rows: rowLabels, regions: new Map() },
}

function indexTexts(made: readonly Generated[], { shardBytes, mostShards, longList }: LibraryOptions): TermIndex {
  const builder = toListBuilder()
  for (const { lines } of made) builder.add(toTokens(lines.map(({ text }) => fold(text))))
  return toTermIndex(builder.finish(), { shardBytes, mostShards, longList, version: 1 })
}

const byPath = <T>(files: readonly T[], toPath: (number: number) => string) =>
  files.map((file, i) => [toPath(i), file] as const)

/** What reads the files, as a browser does. */
function toReaders(made: readonly Generated[], files: Library['files']) {
  const byId = new Map(made.map((one) => [one.report.id, one]))
  const reads = new Set<string>()
  const read = (path: string) => {
    reads.add(path)
    return files.get(path)
  }
  const readBytes = (path: string) => {
    const file = read(path)
    return file instanceof Uint8Array ? file : new Uint8Array()
  }
  const textOf = (id: string) => encodeBody(byId.get(id)?.lines ?? [])
  return {
    reads,
    textOf,
    readJson: (path: string): unknown => JSON.parse(String(read(path))),
    readShard: async (shard: number) => readBytes(toShardPath(shard)),
    readNames: async (shard: number) => readBytes(toNamesPath(shard)),
    readChoice: async (choice: number) => readBytes(toChoicePath(choice)),
    readText: async (id: string) => {
      reads.add(toTextPath(id))
      return textOf(id)
    },
  }
}

/** Writes the files of a search over reports and opens them again, as a browser would. */
export function toLibrary(made: readonly Generated[], options: Partial<LibraryOptions> = {}): Library {
  const { rows, regions, ...settings } = { ...usual, ...options }
  const { shards } = indexTexts(made, { rows, regions, ...settings })
  const reports = made.map(({ report }) => report)
  const file = encodeCatalogue({ version: 1, shardCount: shards.length, reports, rows, regions })
  const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    [cataloguePath, JSON.stringify(file)],
    ...byPath(shards, toShardPath),
  ])
  const readers = toReaders(made, files)
  const reopen = () => toEngine(decodeCatalogue(readCatalogue(readers.readJson(cataloguePath))), readers)
  return { files, textOf: readers.textOf, reads: readers.reads, engine: reopen(), reopen }
}

/** The same with the catalogue in blocks, as a large site has it. */
export function toBlockLibrary(
  made: readonly Generated[],
  options: Partial<LibraryOptions> = {},
): Library & { readonly engine: BlockEngine } {
  const settings = { ...usual, ...options }
  const byReport = new Map(made.map((one) => [one.report, one]))
  const reports = toShelved(made.map(({ report }) => report))
  const texts = indexTexts(
    reports.flatMap((report) => byReport.get(report) ?? []),
    settings,
  )
  const nameSettings = { ...nameShards, longList: settings.longList }
  const written = writeBlocks({
    version: 1,
    reports,
    rows: settings.rows,
    regions: settings.regions,
    texts,
    nameSettings,
  })
  const toJson = (file: unknown) => JSON.stringify(file)
  const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    [cataloguePath, toJson(written.top)],
    ...byPath(texts.shards, toShardPath),
    ...byPath(written.blocks.map(toJson), toBlockPath),
    ...byPath(written.names, toNamesPath),
    ...byPath(written.choices, toChoicePath),
    ...Object.entries(written.orders).map(([order, file]) => [toOrderPath(order), toJson(file)] as const),
  ])
  const readers = toReaders(made, files)
  const reopen = () =>
    openBlocks(readers.readJson(cataloguePath), {
      ...readers,
      readBlock: async (block) => readers.readJson(toBlockPath(block)),
      readOrder: async (order) => readers.readJson(toOrderPath(order)),
    })
  return { files, textOf: readers.textOf, reads: readers.reads, engine: reopen(), reopen }
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
  const { hits, isExact, count } = await ask(engine, toRequest(query, { limit: engine.total, isThorough: true }))
  if (!isExact || count !== hits.length)
    throw new Error(`The answer to "${query}" is not settled: ${count}, ${hits.length}`)
  return hits.map(({ report }) => report.id).toSorted()
}

/** What a search should find: every folded line, title and name is read from end to end, and no index is used. */
export function toFullReader(
  made: readonly Generated[],
  regions: Regions = new Map(),
): (query: string) => readonly string[] {
  const folded = made.map(({ report, lines }) => ({
    id: report.id,
    named: toNamed(report, regions),
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
