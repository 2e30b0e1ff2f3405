/** Answers that one function keeps. A piece of a text keeps its whole document in memory, so they are few. */
const MOST = 1000
/** Characters of the longest text whose answer is kept: a label, a heading, a value. */
const LONGEST = 96

/**
 * A pure function of a text that keeps its answers for short texts: the labels, headings and zeros of the form stand
 * in every report. It keeps 1,000 answers at most, then starts anew; longer texts are asked about each time.
 *
 * @example const read = remember(parse); read('0') === read('0') → true
 * @param of must be pure, and its answers immutable: they are shared
 */
export function remember<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return of(text)
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as T
    if (answers.size >= MOST) answers.clear()
    const answer = of(text)
    answers.set(text, answer)
    return answer
  }
}
