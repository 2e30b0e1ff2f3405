import { findInAll, mostTokens } from '../match.ts'
import { pickTokens, type Token } from '../tokens.ts'

/** Tokens that narrow down enough, so that none with a long list is needed beside them. */
const enough = 3

/** How many reports are left to be looked at. */
const countHeld = (held: Uint8Array): number => held.reduce((sum, isHeld) => sum + isHeld, 0)

/** How the reports with all tokens of a term are found. */
export interface Narrowing {
  readonly read: (token: Token) => Promise<readonly number[]>
  readonly count: number
  /** Tokens whose lists are long, the shorter ones first. */
  readonly common: ReadonlySet<Token>
  /** Whether one more long list is worth its bytes, while so many reports may hold the term. */
  readonly isWorth: (held: number) => boolean
}

/**
 * Reports that hold tokens, each 1. Long lists are read where there are few others, and then one by one as long as they
 * are worth it: a report is looked at before it is shown, so that fewer tokens cost a look and not a hit.
 */
export async function narrow(tokens: readonly Token[], { read, count, common, isWorth }: Narrowing) {
  const rare = pickTokens(
    tokens.filter((token) => !common.has(token)),
    mostTokens,
  )
  const others = [...common].filter((token) => tokens.includes(token))
  const lacking = Math.max(0, enough - rare.length)
  let held = findInAll(await Promise.all([...rare, ...others.slice(0, lacking)].map(read)), count)
  for (const token of others.slice(lacking, mostTokens - rare.length)) {
    if (!isWorth(countHeld(held))) break
    const list = new Set(await read(token))
    held = held.map((isHeld, report) => Number(isHeld === 1 && list.has(report)))
  }
  return held
}
