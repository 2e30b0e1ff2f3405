import { fold, readTop } from '@gongkai/schema/browser'
import type { Answer, Engine, Request, SearchFiles } from '../engine.ts'
import { type Hit, isCounted, isSettled, lookAt, toBodyReader } from '../hits.ts'
import { findRows } from '../labels.ts'
import { verdicts } from '../match.ts'
import { asShortForm, inName } from '../names.ts'
import type { SearchReport } from '../report.ts'
import { type Suggestion, toSuggester } from '../suggest.ts'
import { toBlockPath, toChoicePath, toNamesPath, toOrderPath } from './block-paths.ts'
import { countChosen } from './filter.ts'
import { findAtBest } from './name-index.ts'
import { type BlockFiles, type Desk, load, type State, toNameFiles, toState } from './state.ts'
import { toStock } from './stock.ts'
import { walk } from './walk.ts'

/** A search over blocks: suggestions are found like reports. */
export interface BlockEngine extends Engine {
  readonly suggest: (typed: string) => Promise<readonly Suggestion[]>
}

/** Reports looked at together. */
const batchSize = 10
/** Reports that are looked at beyond those shown, so that the number is exact. */
const fewOpen = 5
/** Reports after which a reader who waits for the exact number is told how far it has come. */
const reportEvery = 200
/** Reports out of whose agencies and places suggestions are made. */
const mostSuggesting = 8

/** Looks at reports in order until enough are found. */
async function findHits(state: State, { stock, reading }: Desk): Promise<readonly Hit[]> {
  const { limit } = state.request
  const hits: Hit[] = []
  let pending: number[] = []
  for await (const place of walk(state, stock)) {
    pending.push(place)
    if (pending.length < Math.min(batchSize, limit - hits.length)) continue
    hits.push(...(await lookAt(pending, state, reading)))
    pending = []
    if (hits.length >= limit) return hits
  }
  return [...hits, ...(await lookAt(pending, state, reading))]
}

function toAnswer({ top, stock }: Desk, state: State, stage: Answer['stage'], hits: readonly Hit[]): Answer {
  const { order, verdicts: held, request } = state
  const countOf = (row: string) => top.choices.find(({ facet, value }) => facet === 'row' && value === row)?.count ?? 0
  return {
    stage,
    count: order.filter((place) => isCounted(held[place])).length,
    isExact: order.every((place) => isSettled(held[place])),
    counts: countChosen(top, stock, state),
    hits: hits.slice(0, request.limit),
    rows: findRows(top.rows, request.query, countOf),
  }
}

/** Settles what is open, and says now and then how far it has come. */
async function* settle(desk: Desk, state: State, hits: readonly Hit[]): AsyncGenerator<Answer> {
  const open = state.order.filter((place) => !isSettled(state.verdicts[place]))
  for (let from = 0; from < open.length; from += batchSize) {
    if (from % reportEvery === 0) yield toAnswer(desk, state, 'texts', hits)
    const places = open.slice(from, from + batchSize)
    await load(state, desk.stock, places)
    const unsettled = places.filter((place) => !isSettled(state.verdicts[place]))
    await lookAt(unsettled, state, desk.reading)
  }
}

/** Every report that answers, in order. */
async function listAll(desk: Desk, request: Request): Promise<readonly SearchReport[]> {
  const { stock, reading } = desk
  const state = await toState(desk, request)
  const places: number[] = []
  for await (const place of walk(state, stock)) places.push(place)
  const open = places.filter((place) => !isSettled(state.verdicts[place]))
  for (let from = 0; from < open.length; from += batchSize)
    await lookAt(open.slice(from, from + batchSize), state, reading)
  return places.flatMap((place) => (state.verdicts[place] === verdicts.yes ? (reading.reportOf(place) ?? []) : []))
}

/** Agencies and places out of the newest reports whose names hold what is typed so far, or that it is short for. */
async function suggest({ top, files, stock }: Desk, typed: string): Promise<readonly Suggestion[]> {
  const text = fold(typed).trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const best = await findAtBest({ text, isWanted: true, isPhrase: false }, toNameFiles(top, files), stock.total)
  const places = [inName, asShortForm]
    .flatMap((standing) => stock.newest.filter((place) => best[place] === standing))
    .slice(0, mostSuggesting)
  await stock.load(places)
  const held = places.flatMap((place) => stock.held(place) ?? [])
  const counts = new Map(held.map(({ report, kin }) => [report.agencyId, kin.length + 1]))
  const reports = held.map(({ report }) => report)
  return toSuggester(reports, stock.regions, (key) => counts.get(key) ?? stock.placeCounts.get(key))(typed)
}

/**
 * Opens a catalogue that is kept in blocks.
 *
 * @param file JSON of the top of the catalogue
 * @throws {RangeError} if it is none
 */
export function openBlocks(file: unknown, files: BlockFiles): BlockEngine {
  const top = readTop(file)
  const stock = toStock(top, files.readBlock)
  const reading = {
    reportOf: (place: number) => stock.held(place)?.report,
    readBody: toBodyReader(files.readText),
    regions: stock.regions,
  }
  const desk: Desk = { top, files, stock, reading }
  return {
    total: stock.total,
    async *search(request) {
      const state = await toState(desk, request)
      yield toAnswer(desk, state, 'index', [])
      const hits = await findHits(state, desk)
      const open = state.order.filter((place) => !isSettled(state.verdicts[place])).length
      if (request.isThorough || open <= fewOpen) yield* settle(desk, state, hits)
      yield toAnswer(desk, state, 'done', hits)
    },
    list: (request) => listAll(desk, request),
    suggest: (typed) => suggest(desk, typed),
  }
}

/** The line to a host. */
interface Host extends SearchFiles {
  readonly getFile: (path: string) => Promise<Response>
  /** Makes a reader of numbered files that asks for each once. */
  readonly toShardReader: (read: (number: number) => Promise<Response>) => (number: number) => Promise<Uint8Array>
}

/** Opens the catalogue of a site. @param file JSON of its top */
export function openSite(file: unknown, { getFile, toShardReader, ...files }: Host) {
  const getJson = async (path: string): Promise<unknown> => (await getFile(path)).json()
  const engine = openBlocks(file, {
    ...files,
    readBlock: (block) => getJson(toBlockPath(block)),
    readNames: toShardReader((shard) => getFile(toNamesPath(shard))),
    readChoice: toShardReader((choice) => getFile(toChoicePath(choice))),
    readOrder: (order) => getJson(toOrderPath(order)),
  })
  return { engine, suggest: engine.suggest }
}
