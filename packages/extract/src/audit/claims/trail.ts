/** The texts that went before, and what was last said in them. */
export interface Trail<T> {
  readonly add: (text: string) => void
  /** The answer of the last text that has one; undefined when none has. */
  readonly last: () => T | undefined
}

/** A trail of texts that are looked into only when they are asked about, and once. */
export function toTrail<T>(find: (text: string) => T | undefined): Trail<T> {
  let found: T | undefined
  let unread: string[] = []
  return {
    add: (text) => {
      unread.push(text)
    },
    last: () => {
      for (let text = unread.pop(); text !== undefined; text = unread.pop()) {
        const answer = find(text)
        if (answer === undefined) continue
        found = answer
        unread = []
      }
      return found
    },
  }
}
