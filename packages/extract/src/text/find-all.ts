/**
 * Every match of a pattern with the flag `g`. `matchAll` begins with a copy of its pattern: of one made of hundreds of
 * words that takes longer than the search.
 *
 * @example findAll('准予3件，不予2件', /\d/g).map(([digit]) => digit) → ['3', '2']
 */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  if (text.search(pattern) < 0) return found
  pattern.lastIndex = 0
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    found.push(one)
    // A match of no length would be found again.
    if (one[0] === '') pattern.lastIndex = one.index + ((text.codePointAt(one.index) ?? 0) > 0xffff ? 2 : 1)
  }
  return found
}
