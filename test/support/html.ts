/** An element of a page: its attributes and what stands in it. */
export interface Element {
  readonly attributes: Readonly<Record<string, string>>
  readonly inner: string
}

const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
}
const toPlain = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#3[489]);/g, (sign) => signs[sign] ?? sign)

const toAttributes = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, toPlain(value)]),
  )

/** The elements of a name in their order; one that stands within another of its name is not found. */
export function findElements(html: string, name: string): readonly Element[] {
  const found = html.matchAll(new RegExp(`<${name}((?:\\s[^>]*)?)>(.*?)</${name}>`, 'gs'))
  return [...found].map(([, attributes = '', inner = '']) => ({ attributes: toAttributes(attributes), inner }))
}

/** The words of an element without its tags. */
export const toWords = (inner: string): string => toPlain(inner.replaceAll(/<[^>]*>/g, '')).trim()

/** Places where a keyboard stops on a page, in the widest sense: what is in a closed `details` is behind its summary. */
export function countStops(html: string): number {
  const open = html.replaceAll(
    /<details(?:\s[^>]*)?>(.*?)<\/details>/gs,
    (_, inner: string) => /<summary.*?<\/summary>/s.exec(inner)?.[0] ?? '',
  )
  const tags = open.match(/<(?:a [^>]*href=|summary|button|input|select|[a-z]+ [^>]*tabindex="0")[^>]*>/g) ?? []
  return tags.filter((tag) => !tag.includes('tabindex="-1"')).length
}
