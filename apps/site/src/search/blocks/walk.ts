import { isCounted } from '../hits.ts'
import { rank, verdicts } from '../match.ts'
import { isChosen } from './filter.ts'
import { load, type State } from './state.ts'
import { byNewest, type Stock } from './stock.ts'

/** Reports whose blocks are loaded together while the best are picked. */
const loadSize = 4

const { no } = verdicts

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
export async function* walk(state: State, stock: Stock): AsyncGenerator<number> {
  const { request, matches, order, verdicts: held } = state
  if (request.order === 'best' && matches.length > 0) return yield* walkBest(state, stock)
  for (let from = 0; from < order.length; from += loadSize) {
    const places = order.slice(from, from + loadSize)
    await load(state, stock, places)
    yield* places.filter((place) => held[place] !== no)
  }
}
