/** A pattern of words before a figure: `words`, at most `gap` characters, then the figure. */
export const before = (words: string, gap = 10): RegExp => new RegExp(`(?:${words})[^#]{0,${gap}}#`)

/** As `before`, but none of the words of `barrier` may stand between. */
export const nearest = (words: string, barrier: string, gap = 10): RegExp =>
  new RegExp(`(?:${words})(?:(?!${barrier})[^#]){0,${gap}}#`)

/** A pattern of words after a figure: the figure, at most `gap` characters, then `words`. */
export const following = (words: string, gap = 6): RegExp => new RegExp(`#[^#]{0,${gap}}(?:${words})`)

/** Any of the patterns. */
export const either = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map((pattern) => pattern.source).join('|'))
