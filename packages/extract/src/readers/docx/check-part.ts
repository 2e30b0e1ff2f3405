import { SaxesParser } from 'saxes'
import { limits, Unreadable } from '../../limits.ts'
import { isUsual } from './namespaces.ts'

/** What is counted, so that no tree is built of what would not fit. */
const counted: ReadonlyMap<string, number> = new Map([
  ['w:tc', limits.cells],
  ['w:p', limits.lines],
])

/**
 * Holds a part to what XML and the limits allow, before a parser that repairs sees it: no document type and so no entity,
 * no tag left open, nothing too deep or too much.
 *
 * @returns whether its namespaces have their usual prefixes
 * @throws {Unreadable} `damaged` or `limit_exceeded`
 */
export function checkPart(name: string, xml: string): { readonly hasUsualPrefixes: boolean } {
  const parser = new SaxesParser()
  const counts = new Map<string, number>()
  let depth = 0
  let characters = 0
  let hasUsualPrefixes = true
  const check = (found: number, limit: number, what: string): void => {
    if (found > limit) throw new Unreadable('limit_exceeded', `more than ${limit} ${what} in ${name}`)
  }
  parser.on('error', (error) => {
    throw new Unreadable('damaged', `${name} is not well-formed (${error.message.split('\n')[0] ?? ''})`)
  })
  parser.on('doctype', () => {
    throw new Unreadable('damaged', `${name} declares a document type`)
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    check(++depth, limits.depth, 'nested elements')
    const limit = counted.get(tag)
    if (limit !== undefined) {
      const count = (counts.get(tag) ?? 0) + 1
      counts.set(tag, count)
      check(count, limit, `of ${tag}`)
    }
    for (const attribute in attributes) {
      if (attribute.startsWith('xmlns')) hasUsualPrefixes &&= isUsual(attribute, attributes[attribute] ?? '')
    }
  })
  parser.on('closetag', () => {
    depth--
  })
  parser.on('text', (text) => {
    characters += text.length
    check(characters, limits.characters, 'characters')
  })
  parser.write(xml).close()
  return { hasUsualPrefixes }
}
