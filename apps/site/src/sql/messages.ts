import type { SqlPrimitive } from 'squirreling'

/** What the page asks of its worker. */
export interface Question {
  readonly sql: string
  /** Full address of the folder of the dataset. */
  readonly base: string
  /** Bytes of each file by name, so that none is asked for twice. */
  readonly sizes: Readonly<Record<string, number>>
  readonly limit: number
}

/** What the worker answers: rows, or why there are none. */
export type Reply =
  | {
      readonly kind: 'answer'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly SqlPrimitive[])[]
      readonly hasMore: boolean
    }
  | { readonly kind: 'failure'; readonly words: string }
