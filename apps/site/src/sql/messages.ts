/** A value of a result. */
export type Value = string | number | boolean | null

/** What a query came to: at most as many rows as were asked for. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Value[])[]
  /** Whether there are rows beyond these. */
  readonly hasMore: boolean
}

/** A file of the dataset as the page knows it. */
export interface TableFile {
  /** Full address. */
  readonly address: string
  /** In bytes. */
  readonly size: number
}

/** The files of each table, by its name. */
export type TableFiles = Readonly<Record<string, readonly TableFile[]>>

/** What the page asks of an engine: to get ready, or to answer. */
export type Question =
  | { readonly kind: 'start'; readonly engine: string }
  | {
      readonly kind: 'ask'
      readonly sql: string
      readonly files: TableFiles
      /** The most rows that are returned. */
      readonly limit: number
      /** Full address of the program of the engine, for the engine that has one. */
      readonly engine: string
    }

/** What an engine is at: bytes that it has of a file, or the query itself. */
export type Progress =
  | { readonly kind: 'loading'; readonly name: string; readonly loaded: number }
  | { readonly kind: 'asking' }

/**
 * Why there is no result: this browser runs no WebAssembly, a file could not be had, the engine broke, the query asks for
 * what is not of this site, or the engine refuses it in its own words.
 */
export type Failure = 'refused' | 'not_loaded' | 'broken' | 'elsewhere' | 'engine'

/** What an engine says. */
export type Reply =
  | Progress
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'answer' } & Answer)
  | { readonly kind: 'failure'; readonly failure: Failure; readonly words: string }

/** Whoever is told what an engine is at. */
export type Say = (progress: Progress) => void
