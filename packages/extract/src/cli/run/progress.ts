/** Where progress is shown. */
export interface Screen {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** Counts documents and says how far the run is. */
export interface Progress {
  readonly add: () => void
  readonly end: () => void
}

const everyMilliseconds = { terminal: 200, log: 15_000 } as const

/**
 * Shows rate and time left: one line that is rewritten on a terminal, a plain line now and then elsewhere.
 *
 * @param now the clock, in milliseconds
 */
export function showProgress(total: number, screen: Screen, now: () => number): Progress {
  const startedAt = now()
  const interval = screen.isTTY ? everyMilliseconds.terminal : everyMilliseconds.log
  let shownAt = startedAt
  let done = 0
  const show = (): void => {
    const text = describe(done, total, now() - startedAt)
    screen.write(screen.isTTY ? `\r\u001b[2K${text}` : `${text}\n`)
  }
  return {
    add: () => {
      done++
      if (now() - shownAt < interval) return
      shownAt = now()
      show()
    },
    end: () => {
      if (screen.isTTY) screen.write('\r\u001b[2K')
    },
  }
}

function describe(done: number, total: number, elapsed: number): string {
  const perSecond = done / Math.max(0.001, elapsed / 1000)
  const seconds = Math.ceil((total - done) / Math.max(0.001, perSecond))
  const left = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  return `${done} of ${total} files, ${perSecond.toFixed(perSecond < 10 ? 1 : 0)} per second, ${left} left`
}
