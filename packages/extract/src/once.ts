/**
 * A pure function of an object that keeps its answer as long as the object is kept: what is said of a form or of the
 * cells of a report is worked out at the first question.
 *
 * @param of its objects must not change, and its answers are shared
 */
export function once<K extends object, T extends object>(of: (key: K) => T): (key: K) => T {
  const answers = new WeakMap<K, T>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = of(key)
    answers.set(key, answer)
    return answer
  }
}
