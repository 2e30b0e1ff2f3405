import type { Print, Truth } from './truth.ts'

/** Printed in place of a value that a layout draws, hides or strikes out: a reader sees that something is there. */
export const unreadable = '▣'

/** A number of a cell that stays the same in every document. */
export const hash = (key: string): number => [...key].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) >>> 0, 7)

/** One of several ways, by cell. */
export const wayOf = <T>(key: string | undefined, ways: readonly [T, ...T[]]): T =>
  ways[hash(key ?? '') % ways.length] ?? ways[0]

/** The same report with the values of some cells unreadable; blank cells are left as they are. */
export function withUnreadable(truth: Truth): Truth {
  const gone: Print = { raw: unreadable, state: 'text', value: null }
  const prints = [...truth.prints].map(
    ([key, print]) => [key, print.value !== null && hash(key) % 11 === 0 ? gone : print] as const,
  )
  return { ...truth, prints: new Map(prints) }
}
