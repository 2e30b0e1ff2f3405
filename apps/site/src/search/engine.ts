import type { Catalogue } from './catalogue.ts'
import { type Chosen, countFacets, type FacetCounts, isChosen } from './facets.ts'
import { type Hit, isTrue, needsText, type ReadText, toHit, toTextReader } from './hits.ts'
import { judge, matchNames, matchTexts, no, perhaps, type ReadShard, rank, type TermMatch, yes } from './match.ts'
import { toNamed } from './names.ts'
import { type Order, orders } from './order.ts'
import { readQuery } from './query.ts'
import type { SearchReport } from './report.ts'

/** The files of the search, wherever they lie. */
export interface SearchFiles {
  readonly readShard: ReadShard
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
  /** names: of texts nothing is known yet; index: the count may be too high; texts: what is shown was looked at. */
  readonly stage: 'names' | 'index' | 'texts'
  readonly count: number
  /** Every report counted answers, and every report that answers is counted. */
  readonly isExact: boolean
  readonly counts: FacetCounts
  readonly hits: readonly Hit[]
}

/** The reports of a catalogue, ready to be searched. */
export interface Engine {
  readonly reports: readonly SearchReport[]
  /** Answers better and better until what is shown was looked at. */
  readonly search: (request: Request) => AsyncGenerator<Answer>
}

/** Texts looked at together. */
const batchSize = 10

/** Reports that may answer, best first, and those of all facets, to be counted. */
interface State {
  readonly request: Request
  readonly matches: readonly TermMatch[]
  /** no, perhaps or yes, by position. */
  readonly verdicts: Uint8Array
  readonly order: readonly number[]
}

function toState(reports: readonly SearchReport[], request: Request, matches: readonly TermMatch[]): State {
  const verdicts = Uint8Array.from(reports, (_, i) => judge(matches, i))
  const ranks = Uint8Array.from(reports, (_, i) => rank(matches, i))
  const compare = orders[request.order]
  const byRank = (a: number, b: number) => (request.order === 'best' ? (ranks[b] ?? 0) - (ranks[a] ?? 0) : 0)
  const candidates = reports.flatMap((report, i) =>
    verdicts[i] !== no && isChosen(report, request.chosen) ? [{ report, i }] : [],
  )
  const order = candidates.sort((a, b) => byRank(a.i, b.i) || compare(a.report, b.report) || a.i - b.i)
  return { request, matches, verdicts, order: order.map(({ i }) => i) }
}

/** The answer that a state allows, with the hits found so far. */
function toAnswer(
  reports: readonly SearchReport[],
  state: State,
  stage: Answer['stage'],
  hits: readonly Hit[],
): Answer {
  const held = state.order.filter((i) => state.verdicts[i] !== no)
  return {
    stage,
    count: held.length,
    isExact: stage !== 'names' && held.every((i) => state.verdicts[i] === yes),
    counts: countFacets(
      reports.filter((_, i) => state.verdicts[i] !== no),
      state.request.chosen,
    ),
    hits,
  }
}

/** Takes a catalogue and the way to its files. */
export function toEngine({ reports, shardCount }: Catalogue, files: SearchFiles): Engine {
  const named = reports.map(toNamed)
  const readBody = toTextReader(files.readText)

  /** Settles one report and makes a hit of it, if it answers. */
  const look = async ({ matches, verdicts }: State, i: number): Promise<readonly Hit[]> => {
    const report = reports[i]
    if (!report) return []
    const lines = verdicts[i] === perhaps || needsText(matches, i) ? await readBody(report.id) : []
    if (verdicts[i] === perhaps) verdicts[i] = isTrue(matches, i, lines) ? yes : no
    return verdicts[i] === yes ? [toHit(report, matches, i, lines)] : []
  }

  /** Looks at reports in order until enough are found; at all where so few are open that the count can be exact. */
  const lookAtAll = async function* (state: State) {
    const { limit, isThorough } = state.request
    const open = state.order.filter((i) => state.verdicts[i] === perhaps).length
    const isAll = isThorough || open <= limit + batchSize
    const hits: Hit[] = []
    for (let from = 0; from < state.order.length; from += batchSize) {
      const next = state.order.slice(from, from + batchSize)
      const wanted = hits.length < limit ? next : isAll ? next.filter((i) => state.verdicts[i] === perhaps) : []
      if (wanted.length === 0 && !isAll) break
      hits.push(...(await Promise.all(wanted.map((i) => look(state, i)))).flat())
      if (from % (batchSize * 5) === 0) yield toAnswer(reports, state, 'texts', hits.slice(0, limit))
    }
    yield toAnswer(reports, state, 'texts', hits.slice(0, limit))
  }

  return {
    reports,
    async *search(request) {
      const first = readQuery(request.query).map((term) => matchNames(term, named))
      if (first.length > 0) {
        const state = toState(reports, request, first)
        yield toAnswer(reports, state, 'names', [])
      }
      const matches = await Promise.all(first.map((match) => matchTexts(match, shardCount, files.readShard)))
      const state = toState(reports, request, matches)
      yield toAnswer(reports, state, 'index', [])
      yield* lookAtAll(state)
    },
  }
}
