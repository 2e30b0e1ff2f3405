/** A name in braces, `{count}`; with the words for one and for any other number, `{count:row is|rows are}`. */
export const placePattern = /\{(\w+(?::[^{}|]*\|[^{}|]*)?)\}/

/**
 * What stands in a place of a text: the value of its name, or the word that goes with that number.
 *
 * @param place what stands between the braces
 * @returns undefined if there is no such value
 * @example fillPlace('count:row|rows', { count: 1 }) // 'row'
 */
export function fillPlace<T>(place: string, values: Readonly<Record<string, T>>): T | string | undefined {
  const [, name = '', forms] = /^(\w+)(?::(.*))?$/.exec(place) ?? []
  const value = values[name]
  if (value === undefined || forms === undefined) return value
  const [one, many] = forms.split('|')
  return String(value) === '1' ? one : many
}
