import { readOrder, type TopFile } from '@gongkai/schema/browser'
import type { Request, SearchFiles } from '../engine.ts'
import type { Judged, Reading } from '../hits.ts'
import { judge, readList, type TermMatch, toTextMatch, verdicts } from '../match.ts'
import { findInNames, nowhere } from '../names.ts'
import { readQuery, type Term } from '../query.ts'
import { type Token, toTermTokens } from '../tokens.ts'
import { type Filter, isChosen, toFilter } from './filter.ts'
import { findAtBest, type RankedFiles } from './name-index.ts'
import { narrow } from './narrow.ts'
import { isKeyed } from './orders.ts'
import { checkVersion, type Stock } from './stock.ts'

/** The files of a search whose catalogue is kept in blocks. */
export interface BlockFiles extends SearchFiles {
  readonly readBlock: (block: number) => Promise<unknown>
  readonly readNames: (shard: number) => Promise<Uint8Array>
  readonly readChoice: (choice: number) => Promise<Uint8Array>
  readonly readOrder: (order: string) => Promise<unknown>
}

/** Reports that may answer, and the verdict on every report of the catalogue. */
export interface State extends Judged {
  readonly request: Request
  /** Reports whose names were compared with the terms, each 1. */
  readonly compared: Uint8Array
  readonly filter: Filter
  /** Places of the reports that may answer, in the order that the top of the catalogue tells. */
  readonly order: readonly number[]
}

/** What the search works with. */
export interface Desk {
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

/** Loads the blocks of some reports, and compares their names. */
export async function load(state: State, stock: Stock, places: readonly number[]): Promise<void> {
  await stock.load(places)
  compareNames(state, stock, places)
}

/** All reports in the order that is asked. */
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

/** The files of the index of names. */
export const toNameFiles = ({ version, nameShardCount, common }: TopFile, { readNames }: BlockFiles): RankedFiles => ({
  version,
  shardCount: nameShardCount,
  readShard: readNames,
  common: new Set(common.names),
})

/** So many reports are looked at for nothing at the price of a long list; more of them mostly hold the term. */
const [fewOpen, manyOpen] = [2, 500]

/** Reports whose texts hold the parts of a term, each 1. */
function findInTexts({ text }: Term, files: RankedFiles, count: number): Promise<Uint8Array> {
  const read = (token: Token) => readList(token, files, count)
  const isWorth = (held: number) => held > fewOpen && held <= manyOpen
  return narrow(toTermTokens(text), { read, count, common: files.common, isWorth })
}

/** Holds terms against the index of names and that of texts. */
function matchAll({ top, files, stock }: Desk, terms: readonly Term[]): Promise<readonly TermMatch[]> {
  const { version, shardCount, common } = top
  const texts = { version, shardCount, readShard: files.readShard, common: new Set(common.texts) }
  const names = toNameFiles(top, files)
  const compared = new Uint8Array(stock.total)
  const matchOne = async (term: Term) => {
    const inNames = await findAtBest(term, names, stock.total)
    const match = { term, inText: new Uint8Array(stock.total), inNames, compared }
    return toTextMatch(match, await findInTexts(term, texts, stock.total))
  }
  return Promise.all(terms.map(matchOne))
}

/** Holds a request against all indices: what may answer, and in which order. */
export async function toState(desk: Desk, request: Request): Promise<State> {
  const { stock } = desk
  const matches = await matchAll(desk, readQuery(request.query))
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
