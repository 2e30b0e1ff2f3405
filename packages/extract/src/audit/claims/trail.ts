/** What was told last of something, each time by an answer that is asked for only when it is needed. */
export interface Trail<T> {
  readonly add: (answer: () => T | undefined) => void
  /** The last answer that says something. */
  readonly last: () => T | undefined
}

/** A trail that nothing is told on yet. */
export function toTrail<T>(): Trail<T> {
  let found: T | undefined
  let unasked: (() => T | undefined)[] = []
  return {
    add: (answer) => {
      unasked.push(answer)
    },
    last: () => {
      for (let ask = unasked.pop(); ask !== undefined; ask = unasked.pop()) {
        const answer = ask()
        if (answer === undefined) continue
        found = answer
        unasked = []
      }
      return found
    },
  }
}
