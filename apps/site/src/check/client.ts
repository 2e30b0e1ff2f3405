import type { Locale } from '../words/locale.ts'
import type { CarriedView, Comparison } from './carried.ts'
import type { DraftView } from './draft-view.ts'
import type { Draft, Failure, Question, Reply, Stage } from './messages.ts'

/** Why a draft was not read. */
export class CheckError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, message: string = failure) {
    super(message)
    this.name = 'CheckError'
    this.failure = failure
  }
}

/** Where the fixed parts lie, and how long a draft may take. */
interface Settings {
  readonly base: string
  readonly version: string
  readonly milliseconds: number
}

/** The page's end of the line to the worker. */
export interface CheckClient {
  /** Loads the fixed parts of all formats; nothing is loaded twice. @throws {CheckError} */
  readonly prepare: () => Promise<void>
  /** @throws {CheckError} */
  readonly read: (draft: Draft, locale: Locale, tell: Tell) => Promise<DraftView>
  /** Compares with the list of a year, as text. @throws {CheckError} */
  readonly compare: (carried: CarriedView, list: string) => Promise<Comparison>
  /** Ends the reader, whatever it does. */
  readonly stop: () => void
}

/** Hears where the reading stands. */
export type Tell = (stage: Stage) => void

/**
 * Starts the worker with the first draft and keeps it. One draft is read at a time; a worker that takes too long is
 * ended, and the next draft starts another. What a slow network takes is not counted.
 */
export function toClient({ base, version, milliseconds }: Settings): CheckClient {
  let line: Line | undefined
  const end = (failure: Failure) => {
    line?.end(failure)
    line = undefined
  }
  const open = async (): Promise<Line> => {
    line ??= toLine({ kind: 'open', base, version })
    const mine = line
    try {
      await mine.opened
    } catch (error) {
      // What could not be loaded is asked for again with the next draft.
      if (line === mine) end('not_loaded')
      throw error
    }
    return mine
  }
  return {
    async prepare() {
      await (await open()).ask({ kind: 'prepare' })
    },
    async read(draft, locale, tell) {
      tell('loading')
      const { ask } = await open()
      let timer: ReturnType<typeof setTimeout> | undefined
      const take = (stage: Stage) => {
        clearTimeout(timer)
        if (stage === 'reading') timer = setTimeout(() => end('timed_out'), milliseconds)
        tell(stage)
      }
      take('reading')
      try {
        const reply = await ask({ kind: 'read', draft, locale }, take)
        if (reply.kind !== 'answer') throw new CheckError('failed', `unexpected ${reply.kind}`)
        return reply.view
      } finally {
        clearTimeout(timer)
      }
    },
    async compare(carried, list) {
      const reply = await (await open()).ask({ kind: 'compare', carried, list })
      if (reply.kind !== 'compared') throw new CheckError('failed', `unexpected ${reply.kind}`)
      return reply.comparison
    },
    stop: () => end('stopped'),
  }
}

/** A worker and who waits for its next word. */
interface Line {
  readonly opened: Promise<Reply>
  readonly ask: (question: Question, tell?: Tell) => Promise<Reply>
  readonly end: (failure: Failure) => void
}

function toLine(opening: Question): Line {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' })
  let waiting: PromiseWithResolvers<Reply> | undefined
  let hearing: Tell | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'stage') hearing?.(data.stage)
    else if (data.kind === 'failure') waiting?.reject(new CheckError(data.failure, data.message))
    else waiting?.resolve(data)
  })
  // A worker that cannot be loaded says so here, and so does one that dies.
  let isOpen = false
  worker.addEventListener('error', () => waiting?.reject(new CheckError(isOpen ? 'failed' : 'not_loaded')))
  const ask = (question: Question, tell?: Tell): Promise<Reply> => {
    hearing = tell
    waiting = Promise.withResolvers<Reply>()
    worker.postMessage(question)
    return waiting.promise
  }
  const opened = ask(opening).then((reply) => {
    isOpen = true
    return reply
  })
  return {
    opened,
    ask,
    end(failure) {
      worker.terminate()
      waiting?.reject(new CheckError(failure))
    },
  }
}
