/**
 * Every match of a pattern with the flag `g`. Most texts hold none, and `matchAll` begins with a copy of its pattern:
 * of one made of hundreds of words that takes longer than the search.
 *
 * @example findAll('准予3件，不予2件', /\d/g).map(([digit]) => digit) → ['3', '2']
 */
export const findAll = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]
