import type { LookupRows } from '@gongkai/schema'

/** Today’s date, which pages print over their text. */
const today = /^今天是\d{4}年.{0,12}$/
/** Characters of the longest line that is looked at. */
const longest = 40

/**
 * Tells page furniture, which belongs to no report, by the rows of furniture.csv: buttons, site maps, links to other
 * pages. Brackets and a colon at the end are passed over.
 *
 * @example toFurniture([{ word: '返回顶部', before: '6', after: '0', … }])('【点此 返回顶部】') → true
 */
export function toFurniture(rows: LookupRows['furniture']): (text: string) => boolean {
  const words = rows.map(({ word, before, after }) => `.{0,${before}}${RegExp.escape(word)}.{0,${after}}`)
  const furniture = new RegExp(`^(?:${words.join('|') || '(?!)'})：?$`)
  return (text) => {
    if (text.length > longest) return false
    const bare = text
      .replaceAll(/\s*[【】]\s*/g, '')
      .replaceAll(':', '：')
      .trim()
    return furniture.test(bare) || today.test(text.trim())
  }
}
