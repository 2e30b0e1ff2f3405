import type { Locale } from '../words/locale.ts'
import type { CarriedView, Comparison } from './carried.ts'
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
  | { readonly kind: 'prepare' }
  | { readonly kind: 'read'; readonly draft: Draft; readonly locale: Locale }
  /** Compares what a draft carries in with the list of a year, as text. */
  | { readonly kind: 'compare'; readonly carried: CarriedView; readonly list: string }

/** Where the reading of a draft stands: the parts of its format are being loaded, or it is being read. */
export type Stage = 'loading' | 'reading'

/** What the worker says. */
export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'answer'; readonly view: DraftView }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly message: string }

/**
 * Why there is no answer: a part could not be had, the draft took too long, the reader was stopped, the list of a year
 * could not be had or is none, or a fault of ours.
 */
export type Failure = 'not_loaded' | 'timed_out' | 'stopped' | 'no_answer' | 'no_list' | 'failed'
