import { toByteReader, toByteWriter } from '../bytes.ts'
import { type IndexFiles, readToken } from '../match.ts'
import { asShortForm, inName, inTitle, type NamedReport, nowhere, toHead, toNumberKey } from '../names.ts'
import { decodeList } from '../postings.ts'
import type { Term } from '../query.ts'
import { type Token, toTermTokens } from '../tokens.ts'
import { narrow } from './narrow.ts'

/** Texts of a report by whose parts a name, a place or a key is found; its title stands apart. */
export const toNameTexts = ({ names, id, codes, english, documentNumber }: NamedReport): readonly string[] => [
  ...names,
  id,
  ...codes,
  ...english,
  documentNumber,
]

/** Reports that hold a token in their names, and those that hold it in their title alone. */
interface NameLists {
  readonly names: readonly number[]
  readonly titles: readonly number[]
}

/** Writes both lists of a token as one. */
export function joinLists(names: Uint8Array, titles: Uint8Array): Uint8Array {
  const writer = toByteWriter(names.length + titles.length + 2)
  writer.varint(names.length)
  writer.bytes(names)
  writer.bytes(titles)
  return writer.done()
}

/** Reads what `joinLists` wrote. @throws {RangeError} when the bytes end before the first list does */
export function splitLists(joined: Uint8Array): readonly [names: Uint8Array, titles: Uint8Array] {
  const reader = toByteReader(joined)
  const names = reader.bytes(reader.varint())
  return [names, reader.rest()]
}

/** One way in which `findInNames` finds a term: each report that it finds so holds all of the tokens. */
interface Way {
  readonly tokens: readonly Token[]
  /** Where the term then stands. */
  readonly standing: number
  readonly isInTitles: boolean
}

/** All ways in which `findInNames` may find a term. */
function toWays({ text, isPhrase }: Term): readonly Way[] {
  const head = isPhrase ? '' : toHead(text)
  const number = toNumberKey(text)
  const isHan = /^\p{Script=Han}{3,}$/u.test(head)
  const characters = [...new Set(Array.from({ length: head.length }, (_, i) => head.charCodeAt(i)))]
  const way = (tokens: readonly Token[], standing: number): readonly Way[] =>
    tokens.length > 0 ? [{ tokens, standing, isInTitles: standing === inTitle }] : []
  // The best ways first: what they find need not be told from it by the others.
  return [
    ...way(toTermTokens(text), inName),
    ...way(toTermTokens(head), inName),
    ...way(toTermTokens(number), inName),
    ...(isHan ? way(characters, asShortForm) : []),
    ...way(toTermTokens(text), inTitle),
  ]
}

async function readLists(token: Token, files: IndexFiles, count: number): Promise<NameLists> {
  const joined = await readToken(token, files)
  if (!joined) return { names: [], titles: [] }
  const [names, titles] = splitLists(joined)
  return { names: decodeList(names, count), titles: decodeList(titles, count) }
}

/** Files of an index whose tokens with long lists are known, the shorter ones first. */
export interface RankedFiles extends IndexFiles {
  readonly common: ReadonlySet<Token>
}

/** Blocks that are loaded for nothing at the price of a long list. */
const fewBlocks = 3

/**
 * Where a term stands at best in the names and the title of each report, by the index alone: not worse than
 * `findInNames` says.
 */
export async function findAtBest(term: Term, files: RankedFiles, count: number): Promise<Uint8Array> {
  const best = new Uint8Array(count)
  const found = () => best.reduce((sum, standing) => sum + Number(standing > 0), 0)
  for (const { tokens, standing, isInTitles } of toWays(term)) {
    const read = async (token: Token) => {
      const { names, titles } = await readLists(token, files, count)
      return isInTitles ? names.concat(titles) : names
    }
    // Characters that stand in order are rare among names that hold them all; pairs are not.
    const isWorth = (held: number) => standing === asShortForm && held > found() + fewBlocks
    const held = await narrow(tokens, { read, count, common: files.common, isWorth })
    held.forEach((isHeld, i) => {
      if (isHeld === 1 && best[i] === nowhere) best[i] = standing
    })
  }
  return best
}
