import { findInNames, type NamedReport, nowhere } from './names.ts'
import { decodeList } from './postings.ts'
import type { Term } from './query.ts'
import { decodeShard, toShard } from './shards.ts'
import { isOneToken, pickTokens, type Token, toTermTokens } from './tokens.ts'

/** Whether a text holds a term: no, perhaps (it holds its parts, so that the text must be looked at), yes. */
const [absent, perhaps, present] = [0, 1, 2]

/**
 * Whether a report answers. What holds the parts of a term mostly holds the term, so that where a text must be looked
 * at, a report with the parts of a wanted term likely answers, and one with those of an unwanted term hardly.
 */
export const verdicts = { no: 0, unlikely: 1, likely: 2, yes: 3 } as const

/** One term held against every report, by position in the catalogue. */
export interface TermMatch {
  readonly term: Term
  /** absent, perhaps or present, by report. */
  readonly inText: Uint8Array
  /** Where in names and title it stands. */
  readonly inNames: Uint8Array
  /**
   * Reports whose names were compared, each 1. Of another, `inNames` says where the term stands at best. Missing where
   * the names of all were compared.
   */
  readonly compared?: Uint8Array
}

/** The files of the index: how many, of which build, and the way to one by its number. */
export interface IndexFiles {
  readonly shardCount: number
  readonly version: number
  readonly readShard: (shard: number) => Promise<Uint8Array>
}

/** Files of the index that one term may open: what is not narrowed down by them is looked at. */
export const mostTokens = 6

/** A term held against names and titles, which the catalogue holds; of the texts nothing is known yet. */
export function matchNames(term: Term, named: readonly NamedReport[]): TermMatch {
  return {
    term,
    inText: new Uint8Array(named.length).fill(absent),
    inNames: Uint8Array.from(named, (report) => findInNames(report, term)),
  }
}

/** The list of a token as its file holds it; undefined where no report holds the token. */
export async function readToken(token: Token, { shardCount, version, readShard }: IndexFiles) {
  return decodeShard(await readShard(toShard(token, shardCount)), version).get(token)
}

/** Reports that stand in all of some lists, each 1. */
export function findInAll(lists: readonly (readonly number[])[], count: number): Uint8Array {
  const tally = new Uint8Array(count)
  for (const list of lists) for (const report of list) tally[report] = (tally[report] ?? 0) + 1
  return tally.map((held) => Number(held === lists.length))
}

/** The reports of a token. */
export async function readList(token: Token, files: IndexFiles, count: number): Promise<readonly number[]> {
  const list = await readToken(token, files)
  return list ? decodeList(list, count) : []
}

/** What the index says of a term: a text that holds its tokens holds it perhaps, or surely where it is a single one. */
export function toTextMatch(match: TermMatch, held: Uint8Array): TermMatch {
  const found = isOneToken(match.term.text, toTermTokens(match.term.text)) ? present : perhaps
  return { ...match, inText: held.map((isHeld) => (isHeld ? found : absent)) }
}

/** The same, held against the texts by the index: every report with the term is found. */
export async function matchTexts(match: TermMatch, files: IndexFiles): Promise<TermMatch> {
  const count = match.inText.length
  const tokens = pickTokens(toTermTokens(match.term.text), mostTokens)
  const lists = await Promise.all(tokens.map((token) => readList(token, files, count)))
  return toTextMatch(match, findInAll(lists, count))
}

function textOf({ inText, inNames, compared }: TermMatch, report: number): number {
  const own = inText[report] ?? absent
  if (inNames[report] === nowhere) return own
  return compared && compared[report] === 0 ? Math.max(own, perhaps) : present
}

const wantedVerdicts = [verdicts.no, verdicts.likely, verdicts.yes]
const unwantedVerdicts = [verdicts.yes, verdicts.unlikely, verdicts.no]

/** Whether a report answers to all terms together. */
export function judge(matches: readonly TermMatch[], report: number): number {
  return matches.reduce((least, match) => {
    const table = match.term.isWanted ? wantedVerdicts : unwantedVerdicts
    return Math.min(least, table[textOf(match, report)] ?? verdicts.no)
  }, verdicts.yes as number)
}

/** How well a report answers: names before titles before texts. */
export function rank(matches: readonly TermMatch[], report: number): number {
  return matches.reduce((sum, { term, inNames }) => sum + (term.isWanted ? (inNames[report] ?? nowhere) : 0), 0)
}

/** Whether the text of a report is needed to judge it, given what the index and the names say. */
export const isOpen = (match: TermMatch, report: number): boolean => textOf(match, report) === perhaps
