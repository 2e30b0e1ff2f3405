import type { Catalogue } from './catalogue.ts'
import { type Chosen, countFacets, type FacetCounts, isChosen } from './facets.ts'
import {
  type Hit,
  isCounted,
  isSettled,
  type Judged,
  lookAt,
  type ReadBody,
  type ReadText,
  toBodyReader,
} from './hits.ts'
import { findRows, type RowHint } from './labels.ts'
import { judge, matchNames, matchTexts, rank, type TermMatch, verdicts } from './match.ts'
import { toNamed } from './names.ts'
import { type Order, orders } from './order.ts'
import { readQuery } from './query.ts'
import type { SearchReport } from './report.ts'

/** The files of the search, wherever they lie. */
export interface SearchFiles {
  readonly readShard: (shard: number) => Promise<Uint8Array>
  readonly readText: ReadText
}

/** What a reader asks. */
export interface Request {
  readonly query: string
  readonly chosen: Chosen
  readonly order: Order
  /** Hits to show. */
  readonly limit: number
  /** Look at the text of every report that may answer, not only of those shown. */
  readonly isThorough: boolean
}

/** What is known so far; each answer to a request replaces the one before. */
export interface Answer {
  /** names: of texts nothing is known yet; index: none was looked at; texts: more are being looked at. */
  readonly stage: 'names' | 'index' | 'texts' | 'done'
  readonly count: number
  /** Every report counted answers, and every report that answers is counted. */
  readonly isExact: boolean
  /** Of what is counted; a facet is missing where that is not known of every report. */
  readonly counts: Partial<FacetCounts>
  readonly hits: readonly Hit[]
  /** Rows of the form that are called what the reader looks for: every report prints them. */
  readonly rows: readonly RowHint[]
}

/** The reports of a catalogue, ready to be searched. */
export interface Engine {
  /** Reports there are. */
  readonly total: number
  /** Answers better and better until what is shown was looked at. */
  readonly search: (request: Request) => AsyncGenerator<Answer>
  /** Every report that answers, in order; each that may was looked at. */
  readonly list: (request: Request) => Promise<readonly SearchReport[]>
}

/** Texts looked at together. */
const batchSize = 10
/** Reports after which a reader who waits for the exact number is told how far it has come. */
const reportEvery = 200
/** Texts looked at beyond the hits that are lacking, once some were looked at in vain. */
const spare = (from: number): number => (from === 0 ? 0 : 2)

/** Reports that may answer, best first, and the verdict on every report of the catalogue. */
interface State extends Judged {
  readonly request: Request
  readonly order: readonly number[]
}

const { no, yes } = verdicts

function toState(reports: readonly SearchReport[], request: Request, matches: readonly TermMatch[]): State {
  const held = Uint8Array.from(reports, (_, i) => judge(matches, i))
  const ranks = Uint16Array.from(reports, (_, i) => rank(matches, i) * 2 + Number(isCounted(held[i])))
  const compare = orders[request.order]
  const byRank = (a: number, b: number) => (request.order === 'best' ? (ranks[b] ?? 0) - (ranks[a] ?? 0) : 0)
  const candidates = reports.flatMap((report, i) =>
    held[i] !== no && isChosen(report, request.chosen) ? [{ report, i }] : [],
  )
  const order = candidates.sort((a, b) => byRank(a.i, b.i) || compare(a.report, b.report) || a.i - b.i)
  const isGrouped = request.order === 'best' && matches.length > 0
  const grouped = isGrouped ? [...Map.groupBy(order, ({ report }) => report.agencyId).values()].flat() : order
  return { request, matches, verdicts: held, order: grouped.map(({ i }) => i) }
}

/** The answer that a state allows, with the hits found so far. */
function toAnswer(
  { reports, rows }: Pick<Catalogue, 'reports' | 'rows'>,
  state: State,
  stage: Answer['stage'],
  hits: readonly Hit[],
): Answer {
  return {
    stage,
    count: state.order.filter((i) => isCounted(state.verdicts[i])).length,
    isExact: stage !== 'names' && state.order.every((i) => isSettled(state.verdicts[i])),
    counts: countFacets(
      reports.filter((_, i) => isCounted(state.verdicts[i])),
      state.request.chosen,
    ),
    hits: hits.slice(0, state.request.limit),
    rows: findRows(rows, state.request.query, (row) => reports.filter((report) => report.rows.includes(row)).length),
  }
}

/** Looks at reports in order until enough are found; at all where so few are open that the count can be exact. */
async function* lookAtAll(catalogue: Catalogue, state: State, readBody: ReadBody) {
  const { reports, regions } = catalogue
  const { limit, isThorough } = state.request
  const open = state.order.filter((i) => !isSettled(state.verdicts[i])).length
  const isAll = isThorough || open <= limit + batchSize
  const hits: Hit[] = []
  for (let from = 0, to = 0; from < state.order.length && (isAll || hits.length < limit); from = to) {
    const isShort = hits.length < limit
    // Most texts hold what the index promises: few more than the hits that are lacking need to be looked at.
    to = from + (isShort ? Math.min(batchSize, limit - hits.length + spare(from)) : batchSize)
    const batch = state.order.slice(from, to).filter((i) => isShort || !isSettled(state.verdicts[i]))
    hits.push(...(await lookAt(batch, state, { reportOf: (i) => reports[i], readBody, regions })))
    const isDue = to % reportEvery < to - from || (isShort && hits.length >= limit)
    if (isDue && isAll && to < state.order.length) yield toAnswer(catalogue, state, 'texts', hits)
  }
  yield toAnswer(catalogue, state, 'done', hits)
}

/** Takes a catalogue and the way to its files. */
export function toEngine(catalogue: Catalogue, files: SearchFiles): Engine {
  const { reports, regions, shardCount, version } = catalogue
  const named = reports.map((report) => toNamed(report, regions))
  const index = { shardCount, version, readShard: files.readShard }
  const readBody = toBodyReader(files.readText)
  const inNames = (query: string) => readQuery(query).map((term) => matchNames(term, named))
  const inTexts = (matches: readonly TermMatch[]) => Promise.all(matches.map((match) => matchTexts(match, index)))
  return {
    total: reports.length,
    async *search(request) {
      const first = inNames(request.query)
      if (first.length > 0) yield toAnswer(catalogue, toState(reports, request, first), 'names', [])
      const state = toState(reports, request, await inTexts(first))
      yield toAnswer(catalogue, state, 'index', [])
      yield* lookAtAll(catalogue, state, readBody)
    },
    async list(request) {
      const state = toState(reports, request, await inTexts(inNames(request.query)))
      const open = state.order.filter((i) => !isSettled(state.verdicts[i]))
      for (let from = 0; from < open.length; from += batchSize)
        await lookAt(open.slice(from, from + batchSize), state, { reportOf: (i) => reports[i], readBody, regions })
      return state.order.flatMap((i) => (state.verdicts[i] === yes ? (reports[i] ?? []) : []))
    },
  }
}
