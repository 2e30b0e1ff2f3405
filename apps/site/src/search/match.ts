import { findInNames, type NamedReport, nowhere } from './names.ts'
import { decodeList } from './postings.ts'
import type { Term } from './query.ts'
import { decodeShard, toShard } from './shards.ts'
import { pickTokens, toTermTokens } from './tokens.ts'

/** Whether a report answers: no, perhaps (its text must be looked at), yes. */
export const no = 0
export const perhaps = 1
export const yes = 2

/** One term held against every report, by position in the catalogue. */
export interface TermMatch {
  readonly term: Term
  /** no, perhaps or yes for the text of a report. */
  readonly inText: Uint8Array
  /** Where in names and title it stands. */
  readonly inNames: Uint8Array
}

/** A file of the index by number. */
export type ReadShard = (shard: number) => Promise<Uint8Array>

/** Files of the index that one term may open: what is not narrowed down by them is looked at. */
const mostTokens = 8

/** A term held against names and titles, which the catalogue holds; of the texts nothing is known yet. */
export function matchNames(term: Term, named: readonly NamedReport[]): TermMatch {
  return {
    term,
    inText: new Uint8Array(named.length).fill(no),
    inNames: Uint8Array.from(named, (report) => findInNames(report, term)),
  }
}

async function readList(token: string, shardCount: number, readShard: ReadShard, count: number) {
  const list = decodeShard(await readShard(toShard(token, shardCount))).get(token)
  return list ? decodeList(list, count) : []
}

/**
 * The same, held against the texts by the index: every report with the term is found; one that only holds its
 * parts is perhaps found, unless the term is a single token.
 */
export async function matchTexts(match: TermMatch, shardCount: number, readShard: ReadShard): Promise<TermMatch> {
  const count = match.inText.length
  const tokens = pickTokens(toTermTokens(match.term.text), mostTokens)
  const lists = await Promise.all(tokens.map((token) => readList(token, shardCount, readShard, count)))
  const tally = new Uint8Array(count)
  for (const list of lists) for (const report of list) tally[report] = (tally[report] ?? 0) + 1
  const found = tokens[0] === match.term.text ? yes : perhaps
  return { ...match, inText: tally.map((held) => (held === tokens.length ? found : no)) }
}

const textOf = ({ inText, inNames }: TermMatch, report: number): number =>
  inNames[report] === nowhere ? (inText[report] ?? no) : yes

/** Whether a report answers to all terms together. */
export function judge(matches: readonly TermMatch[], report: number): number {
  return matches.reduce((least, match) => {
    const held = textOf(match, report)
    return Math.min(least, match.term.isWanted ? held : yes - held)
  }, yes)
}

/** How well a report answers: names before titles before texts. */
export function rank(matches: readonly TermMatch[], report: number): number {
  return matches.reduce((sum, { term, inNames }) => sum + (term.isWanted ? (inNames[report] ?? nowhere) : 0), 0)
}

/** Whether the text of a report is needed to judge it, given what the index and the names say. */
export const isOpen = (match: TermMatch, report: number): boolean => textOf(match, report) === perhaps
