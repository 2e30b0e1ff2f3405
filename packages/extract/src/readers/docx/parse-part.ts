import { type CheerioAPI, load } from 'cheerio/slim'
import { checkPart } from './check-part.ts'
import { usePrefixes } from './namespaces.ts'

/**
 * Parses one part of the archive, strictly. Whatever prefixes it declares, its elements come out under the usual ones.
 *
 * @param name the part, for messages
 * @example `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>` → `<w:p/>`
 * @throws {Unreadable} `damaged` or `limit_exceeded`
 */
export function parsePart(name: string, xml: string): CheerioAPI {
  const { hasUsualPrefixes } = checkPart(name, xml)
  const $ = load(xml, { xml: { encodeEntities: 'utf8' } })
  const root = $.root()[0]
  if (root && !hasUsualPrefixes) usePrefixes(root)
  return $
}
