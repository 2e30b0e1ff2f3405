import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A question of the relevance file: what readers type, and which reports must answer it. */
export interface Question {
  readonly query: string
  readonly must: readonly string[]
  readonly mustNot: readonly string[]
  /** The report that has to stand first; empty where the order does not matter. */
  readonly first: string
  readonly why: string
}

export const toIds = (text = ''): readonly string[] => text.split(' ').filter((id) => id !== '')

/** The relevance file beside this module. */
export const readQuestions = (): readonly Question[] =>
  readFileSync(join(import.meta.dirname, 'relevance.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [query = '', must, mustNot, first = '', why = ''] = row.split('\t')
      return { query, must: toIds(must), mustNot: toIds(mustNot), first, why }
    })
