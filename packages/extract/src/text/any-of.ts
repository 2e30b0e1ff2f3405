/**
 * Words as the source of a pattern that finds any of them, the longest first, so that none hides another; of no words
 * it is a pattern that finds nothing.
 *
 * @example anyOf(['官方', '官方网站']) → '官方网站|官方'
 */
export const anyOf = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : words
        .toSorted((a, b) => b.length - a.length)
        .map((word) => RegExp.escape(word))
        .join('|')
