import type { Question, Reply } from './messages.ts'

/** Opens the worker of an engine. */
export type OpenWorker = () => Worker

/** The page's end of the line to an engine, which answers one question at a time. */
export class Line {
  private worker: Worker | undefined
  private readonly open: OpenWorker
  private readonly hear: (reply: Reply) => void

  constructor(open: OpenWorker, hear: (reply: Reply) => void) {
    this.open = open
    this.hear = hear
  }

  ask(question: Question): void {
    this.worker ??= this.start()
    this.worker.postMessage(question)
  }

  /** Ends the engine, whatever it does; the next question starts another. */
  end(): void {
    this.worker?.terminate()
    this.worker = undefined
  }

  private start(): Worker {
    const worker = this.open()
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.hear(data))
    // A worker that cannot be loaded says so here, and so does one that dies.
    worker.addEventListener('error', ({ message }) =>
      this.hear({ kind: 'failure', failure: 'not_loaded', words: message ?? '' }),
    )
    return worker
  }
}
