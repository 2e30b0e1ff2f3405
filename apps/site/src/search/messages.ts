import type { Locale } from '../words/locale.ts'
import type { Answer, Request } from './engine.ts'
import type { Suggestion } from './suggest.ts'

/** What the page asks of its worker. Answers carry the number of what they answer. */
export type Question =
  | { readonly kind: 'open'; readonly base: string; readonly version: string }
  | { readonly kind: 'search'; readonly id: number; readonly request: Request }
  | { readonly kind: 'list'; readonly id: number; readonly request: Request; readonly locale: Locale }
  | { readonly kind: 'suggest'; readonly id: number; readonly typed: string }

/** Why there is no answer: files are of another build, hold what they should not, or could not be had. */
export type Failure = 'outdated' | 'unreadable' | 'failed'

/** What the worker says. */
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer; readonly total: number }
  | { readonly kind: 'file'; readonly id: number; readonly csv: string }
  | { readonly kind: 'suggestions'; readonly id: number; readonly list: readonly Suggestion[] }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure; readonly message: string }
