import { toByteReader, toByteWriter } from '../bytes.ts'
import { findInAll, type IndexFiles, mostTokens, readToken } from '../match.ts'
import { asShortForm, inName, inTitle, type NamedReport, toHead, toNumberKey } from '../names.ts'
import { decodeList } from '../postings.ts'
import type { Term } from '../query.ts'
import { pickTokens, type Token, toTermTokens } from '../tokens.ts'

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
  return [
    ...way(toTermTokens(text), inTitle),
    ...(isHan ? way(characters, asShortForm) : []),
    ...way(toTermTokens(text), inName),
    ...way(toTermTokens(head), inName),
    ...way(toTermTokens(number), inName),
  ]
}

async function readLists(token: Token, files: IndexFiles, count: number): Promise<NameLists> {
  const joined = await readToken(token, files)
  if (!joined) return { names: [], titles: [] }
  const [names, titles] = splitLists(joined)
  return { names: decodeList(names, count), titles: decodeList(titles, count) }
}

/**
 * Where a term stands at best in the names and the title of each report, by the index alone: not worse than
 * `findInNames` says.
 */
export async function findAtBest(term: Term, files: IndexFiles, count: number): Promise<Uint8Array> {
  const best = new Uint8Array(count)
  for (const { tokens, standing, isInTitles } of toWays(term)) {
    const picked = pickTokens(tokens, mostTokens, files.common)
    const lists = await Promise.all(picked.map((token) => readLists(token, files, count)))
    const held = findInAll(
      lists.map(({ names, titles }) => (isInTitles ? names.concat(titles) : names)),
      count,
    )
    held.forEach((isHeld, i) => {
      if (isHeld && (best[i] ?? 0) < standing) best[i] = standing
    })
  }
  return best
}
