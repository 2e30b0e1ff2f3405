import type { LookupRows } from '@gongkai/schema'
import { anyOf } from '../text/any-of.ts'
import { editDistance } from '../text/edit-distance.ts'
import { remember } from '../text/remember.ts'

/** Number of the section that a line opens, from 1; undefined for a line that opens none. */
export type FindHeading = (text: string) => number | undefined

type HeadingRows = LookupRows['section-headings']

/** Characters of the longest line that is looked at. */
const longest = 45

const numeral =
  /^\s*(?:第?[一二三四五六七八九十]{1,2}(?:部分)?|\d{1,2}|[IVXⅠ-Ⅻ]{1,4}|[㈠-㈩]|[(（][一二三四五六七\d][)）])\s*[、.．,，:：]?\s*/u

/** Characters that one heading has and another has not, without saying anything else; and years. */
const silent = /[\s:：。、，的及和与]|20\d{2}年/g

/** The six headings as the form words them, to know a misspelt one. */
const official = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const

/**
 * Knows the headings of section-headings.csv, with any numeral in front; behind a numeral, one or two wrong characters pass.
 *
 * @example toFindHeading(rows)('五、存在的问题和改进措施') → 5
 */
export function toFindHeading(rows: HeadingRows): FindHeading {
  const wordings = new Map(
    rows.flatMap(({ section, heading }) => (section === 'lead' ? [] : [[toKey(heading), Number(section)] as const])),
  )
  const leads = rows.flatMap(({ section, heading }) => (section === 'lead' ? [heading] : []))
  const lead = new RegExp(`^(?:${anyOf(leads)})`)
  const ends = new Set([...wordings.keys()].map((key) => key.at(-1)))
  const findWording = (key: string): number | undefined => {
    const rest = key.replace(lead, '')
    return wordings.get(key) ?? (rest === key ? undefined : findWording(rest))
  }
  const read = remember((text) => {
    const isNumbered = numeral.test(text)
    const key = toKey(text.replace(numeral, ''))
    // A line that is passed over at once, as most are.
    if (!isNumbered && !ends.has(key.at(-1))) return undefined
    return findWording(key) ?? (isNumbered ? findMisspelt(text.replace(numeral, '')) : undefined)
  })
  return (text) => (text.length > longest ? undefined : read(text))
}

const toKey = (heading: string): string => heading.replace(silent, '')

function findMisspelt(text: string): number | undefined {
  const words = text.replace(/[\s:：。、，]/g, '')
  if (words.length < 8) return undefined
  const near = official.findIndex((heading) => heading.length >= 8 && editDistance(words, heading, 2) <= 2)
  return near < 0 ? undefined : near + 1
}
