import type { Locale } from '../words/locale.ts'
import type { Answer, Request } from './engine.ts'
import type { Failure, Question, Reply } from './messages.ts'
import type { Suggestion } from './suggest.ts'

/** What happens when the worker answers; answers to what is no longer asked are left out. */
interface Listeners {
  readonly onAnswer: (answer: Answer, total: number) => void
  readonly onSuggestions: (list: readonly Suggestion[]) => void
  readonly onFile?: (csv: string) => void
  readonly onFailure: (failure: Failure) => void
}

/** The page's end of the line to the worker. */
export interface SearchClient {
  readonly search: (request: Request) => void
  readonly suggest: (typed: string) => void
  /** Asks for every report that answers, as a file; it comes by `onFile`. */
  readonly list: (request: Request, locale: Locale) => void
}

/** Starts the worker and has it read the catalogue. */
export function toClient(base: string, version: string, listeners: Listeners): SearchClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const say = (question: Question) => worker.postMessage(question)
  const latest = { search: 0, suggest: 0, list: 0 }
  const hear = {
    answer: (reply) => {
      if (reply.id === latest.search) listeners.onAnswer(reply.answer, reply.total)
    },
    suggestions: (reply) => {
      if (reply.id === latest.suggest) listeners.onSuggestions(reply.list)
    },
    file: (reply) => {
      if (reply.id === latest.list) listeners.onFile?.(reply.csv)
    },
    failure: ({ failure }) => listeners.onFailure(failure),
  } satisfies { readonly [K in Reply['kind']]: (reply: Extract<Reply, { kind: K }>) => void }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    // The table has one entry a kind, of that kind; TypeScript does not follow the pair.
    const listen = hear[data.kind] as (reply: Reply) => void
    listen(data)
  })
  worker.addEventListener('error', () => listeners.onFailure('failed'))
  say({ kind: 'open', base, version })
  return {
    search: (request) => say({ kind: 'search', id: ++latest.search, request }),
    list: (request, locale) => say({ kind: 'list', id: ++latest.list, request, locale }),
    suggest: (typed) => say({ kind: 'suggest', id: ++latest.suggest, typed }),
  }
}
