import type { Locale } from '../words/locale.ts'
import type { DraftView } from './draft-view.ts'

/** A draft: its bytes and the name it is shown by. */
export interface Draft {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Where the fixed parts lie: below the base of the site, of one version. */
export interface Opening {
  readonly base: string
  readonly version: string
}

/** What the page asks of its worker. */
export type Question =
  /** Loads what every draft needs. */
  | ({ readonly kind: 'open' } & Opening)
  /** Loads all parts, for every format. */
  | ({ readonly kind: 'prepare' } & Opening)
  | { readonly kind: 'read'; readonly draft: Draft; readonly locale: Locale }

/** What the worker says. */
export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'answer'; readonly view: DraftView }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly message: string }

/** Why there is no answer: a part could not be had, the draft took too long, the reader was stopped, or a fault of ours. */
export type Failure = 'not_loaded' | 'timed_out' | 'stopped' | 'failed'
