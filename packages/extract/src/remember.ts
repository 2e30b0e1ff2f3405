/** Answers that one function keeps. */
const MOST = 4096
/** Characters of the longest text whose answer is kept: a label, a heading, a value. */
const LONGEST = 96

/**
 * A pure function of a text that keeps its answers for short texts: the labels, headings and zeros of the form stand
 * in every report. It keeps 4,096 answers at most, then starts anew; longer texts are asked about each time.
 *
 * @param of must be pure, and its answers immutable: they are shared
 */
export function remember<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return of(text)
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as T
    if (answers.size >= MOST) answers.clear()
    const own = detach(text)
    const answer = of(own)
    answers.set(own, answer)
    return answer
  }
}

/** A copy that holds on to nothing: a piece of a text keeps the whole text in memory as long as it is kept itself. */
function detach(text: string): string {
  const codes: number[] = []
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i))
  return String.fromCharCode(...codes)
}
