/**
 * Every match of a global pattern, in order. `String.matchAll` copies the pattern at each call, and with it what the
 * engine has compiled for it; over the many short texts of a report that costs more than the search.
 */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  const found: RegExpExecArray[] = []
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
