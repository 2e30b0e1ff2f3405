/** Signs that a terminal obeys or does not show: controls, marks of direction, signs without width, half characters. */
const unprintable = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu
const mostCharacters = 80
const mostListed = 40
const mostNear = 12

/**
 * A value as a message shows it: text in quotes, on one line, cut where it is long.
 *
 * @example quote('2023-02-30') → "2023-02-30"; quote(undefined) → nothing; quote([1]) → a list
 */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  const [...characters] = value.slice(0, 2 * mostCharacters + 1)
  const shown = characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : value
  return `"${shown.replace(unprintable, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)}"`
}

/** What a value may be, for a message: all of it, or of very many those that begin most like what was found. */
export function listAllowed(allowed: readonly string[], found: string): string {
  if (allowed.length <= mostListed) return allowed.join(', ')
  const near = allowed.toSorted((a, b) => countShared(b, found) - countShared(a, found)).slice(0, mostNear)
  return `${near.join(', ')}, … (${allowed.length} in all)`
}

/** Characters that two texts share from their beginning. */
function countShared(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count += 1
  return count
}
