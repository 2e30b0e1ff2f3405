import { limits, Unreadable } from '../../limits.ts'

/** Elements that nothing but their own end tag closes, or the end of what they stand in. */
const nesting = new Set(
  'a abbr address article aside b big blockquote center code del details dir div em fieldset figure font footer form header i ins main menu nav ol pre s section small span strike strong sub sup table tt u ul'.split(
    ' ',
  ),
)

/**
 * Holds a page to the number of elements that may stay open, before it is parsed: the parser asks every open element
 * at each tag, so that a page of open tags would cost it the square of its length.
 *
 * @throws {Unreadable} `limit_exceeded`
 */
export function checkOpenElements(source: string): void {
  if (hasFewTags(source)) return
  const open = new Map<string, number>()
  let total = 0
  for (const [, slash, tag = ''] of source.matchAll(/<(\/?)([a-z]{1,10})(?=[\s/>])/gi)) {
    const name = tag.toLowerCase()
    if (!nesting.has(name)) continue
    const before = open.get(name) ?? 0
    if (slash && before === 0) continue
    open.set(name, before + (slash ? -1 : 1))
    total += slash ? -1 : 1
    if (total > limits.openElements) {
      throw new Unreadable('limit_exceeded', `more than ${limits.openElements} elements are open at once`)
    }
  }
}

/** Whether a page has no more tags than may be open: nothing is to be counted then. */
function hasFewTags(source: string): boolean {
  let at = -1
  for (let tags = 0; tags <= limits.openElements; tags++) {
    at = source.indexOf('<', at + 1)
    if (at < 0) return true
  }
  return false
}
