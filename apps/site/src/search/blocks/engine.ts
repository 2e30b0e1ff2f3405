import { fold, readOrder, readTop, type TopFile } from '@gongkai/schema/browser'
import type { Answer, Engine, Request, SearchFiles } from '../engine.ts'
import { type Hit, isCounted, isSettled, type Judged, lookAt, type Reading, toBodyReader } from '../hits.ts'
import { findRows } from '../labels.ts'
import { type IndexFiles, judge, matchTexts, rank, type TermMatch, verdicts } from '../match.ts'
import { asShortForm, findInNames, inName, nowhere } from '../names.ts'
import { readQuery, type Term } from '../query.ts'
import { type Suggestion, toSuggester } from '../suggest.ts'
import { countChosen, type Filter, isChosen, toFilter } from './filter.ts'
import { findAtBest } from './name-index.ts'
import { isKeyed } from './orders.ts'
import { byNewest, checkVersion, type Stock, toStock } from './stock.ts'

/** The files of a search whose catalogue is kept in blocks. */
export interface BlockFiles extends SearchFiles {
  readonly readBlock: (block: number) => Promise<unknown>
  readonly readNames: (shard: number) => Promise<Uint8Array>
  readonly readChoice: (choice: number) => Promise<Uint8Array>
  readonly readOrder: (order: string) => Promise<unknown>
}

/** A search over blocks: suggestions are found like reports. */
export interface BlockEngine extends Engine {
  readonly suggest: (typed: string) => Promise<readonly Suggestion[]>
}

/** Reports looked at together. */
const batchSize = 10
/** Reports whose blocks are loaded together while the best are picked. */
const loadSize = 4
/** Reports after which a reader who waits for the exact number is told how far it has come. */
const reportEvery = 200
/** Reports out of whose agencies and places suggestions are made. */
const mostSuggesting = 8

/** Reports that may answer, and the verdict on every report of the catalogue. */
interface State extends Judged {
  readonly request: Request
  /** Reports whose names were compared with the terms, each 1. */
  readonly compared: Uint8Array
  readonly filter: Filter
  /** Places of the reports that may answer, in the order that the top of the catalogue tells. */
  readonly order: readonly number[]
}

/** What the search works with. */
interface Desk {
  readonly top: TopFile
  readonly files: BlockFiles
  readonly stock: Stock
  readonly reading: Reading
}

const { no } = verdicts

/** Compares the names of reports that were loaded with the terms: then what stands in names is no longer "at best". */
function compareNames({ matches, verdicts: held, compared }: State, stock: Stock, places: Iterable<number>): void {
  for (const place of places) {
    const named = stock.held(place)?.named
    if (!named || compared[place] === 1) continue
    compared[place] = 1
    for (const { term, inNames } of matches) if (inNames[place] !== nowhere) inNames[place] = findInNames(named, term)
    if (held[place] !== no) held[place] = judge(matches, place)
  }
}

async function load(state: State, stock: Stock, places: readonly number[]): Promise<void> {
  await stock.load(places)
  compareNames(state, stock, places)
}

async function toOrder({ stock, top, files }: Desk, order: Request['order']): Promise<readonly number[]> {
  const { newest, years, days } = stock
  if (isKeyed(order)) {
    const file = readOrder(await files.readOrder(order))
    checkVersion(file, top.version)
    return newest.toSorted((a, b) => (file.places[a] ?? 0) - (file.places[b] ?? 0) || a - b)
  }
  const byDay = (a: number, b: number) => (days[b] ?? 0) - (days[a] ?? 0)
  if (order === 'published') return newest.toSorted((a, b) => byDay(a, b) || a - b)
  if (order !== 'oldest') return newest
  return newest.toSorted((a, b) => (years[a] ?? 0) - (years[b] ?? 0) || byDay(b, a) || a - b)
}

const toNameFiles = ({ version, nameShardCount, common }: TopFile, { readNames }: BlockFiles): IndexFiles => ({
  version,
  shardCount: nameShardCount,
  readShard: readNames,
  common: new Set(common.names),
})

/** Holds terms against the index of names and that of texts. */
function matchAll({ top, files, stock }: Desk, terms: readonly Term[]): Promise<readonly TermMatch[]> {
  const { version, shardCount, common } = top
  const texts = { version, shardCount, readShard: files.readShard, common: new Set(common.texts) }
  const names = toNameFiles(top, files)
  const compared = new Uint8Array(stock.total)
  const matchOne = async (term: Term) => {
    const inNames = await findAtBest(term, names, stock.total)
    return matchTexts({ term, inText: new Uint8Array(stock.total), inNames, compared }, texts)
  }
  return Promise.all(terms.map(matchOne))
}

async function toState(desk: Desk, request: Request, matches: readonly TermMatch[]): Promise<State> {
  const { stock } = desk
  const { readChoice } = desk.files
  const filter = await toFilter({ top: desk.top, stock, readChoice }, request.chosen)
  const held = Uint8Array.from({ length: stock.total }, (_, place) => judge(matches, place))
  const inOrder = await toOrder(desk, request.order)
  const order = inOrder.filter((place) => held[place] !== no && isChosen(filter, place))
  const compared = matches[0]?.compared ?? new Uint8Array(stock.total)
  const state = { request, matches, verdicts: held, compared, filter, order }
  compareNames(state, stock, stock.loaded())
  return state
}

/** How well a report answers; of one whose names were not compared, at best. */
function toLevel({ matches, verdicts: held, compared }: State, place: number): number {
  return rank(matches, place) * 2 + (compared[place] === 1 ? Number(isCounted(held[place])) : 1)
}

/** A report and the others of its agency that may answer, the best first. */
async function toGroup(state: State, stock: Stock, place: number): Promise<readonly number[]> {
  const { verdicts: held, filter } = state
  const kin = (stock.held(place)?.kin ?? []).filter((other) => held[other] !== no && isChosen(filter, other))
  await load(state, stock, kin)
  const compare = byNewest(stock)
  return [place, ...kin.filter((other) => held[other] !== no)].sort(
    (a, b) => toLevel(state, b) - toLevel(state, a) || compare(a, b),
  )
}

/** The best first, those of an agency together: what the index says at best is compared before it is believed. */
async function* walkBest(state: State, stock: Stock): AsyncGenerator<number> {
  const { order, verdicts: held } = state
  const done = new Set<number>()
  const most = state.matches.reduce((sum, { term }) => sum + (term.isWanted ? 6 : 0), 1)
  for (let level = most; level >= 0; level--) {
    const open = order.filter((place) => toLevel(state, place) >= level)
    for (let from = 0; from < open.length; from += loadSize) {
      const places = open.slice(from, from + loadSize).filter((place) => !done.has(place))
      await load(state, stock, places)
      for (const place of places) {
        if (done.has(place) || held[place] === no || toLevel(state, place) !== level) continue
        for (const one of await toGroup(state, stock, place)) {
          done.add(one)
          yield one
        }
      }
    }
  }
}

/** Reports that may answer, in the order that is asked, each loaded. */
async function* walk(state: State, stock: Stock): AsyncGenerator<number> {
  const { request, matches, order, verdicts: held } = state
  if (request.order === 'best' && matches.length > 0) return yield* walkBest(state, stock)
  for (let from = 0; from < order.length; from += loadSize) {
    const places = order.slice(from, from + loadSize)
    await load(state, stock, places)
    yield* places.filter((place) => held[place] !== no)
  }
}

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
  const reading = { reportOf: (place: number) => stock.held(place)?.report, readBody: toBodyReader(files.readText) }
  const desk: Desk = { top, files, stock, reading }
  const ask = async (request: Request) => toState(desk, request, await matchAll(desk, readQuery(request.query)))
  return {
    total: stock.total,
    async *search(request) {
      const state = await ask(request)
      yield toAnswer(desk, state, 'index', [])
      const open = state.order.filter((place) => !isSettled(state.verdicts[place])).length
      const hits = await findHits(state, desk)
      if (request.isThorough || open <= request.limit + batchSize) yield* settle(desk, state, hits)
      yield toAnswer(desk, state, 'done', hits)
    },
    async list(request) {
      const hits = await findHits(await ask({ ...request, limit: stock.total }), desk)
      return hits.map(({ report }) => report)
    },
    suggest: (typed) => suggest(desk, typed),
  }
}
