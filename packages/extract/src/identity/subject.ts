import type { Line } from '@gongkai/schema'
import { isNamed } from './clauses.ts'
import type { IdentityLookups } from './lookups.ts'
import { isSameBody } from './names.ts'
import { fitsSelf, type SelfWords } from './self.ts'

/** How a sentence begins that says what a body did in the year. */
const OPENS = /(?:^|[。；：])(?:20\d{2}年(?:度|以来)?|本年度|一年来)?[，,]?/gu
/** How such a sentence goes on behind the body. */
const GOES_ON = new RegExp(
  `^(?:政府信息公开工作)?(?:${[
    '坚持|始终|坚决|认真|严格|严守|全面|深入|切实|聚焦|持续|继续|积极|依托|不断|进一步|充分|牢固|扎实|准确|着力|立足',
    '紧紧|紧密|紧扣|紧跟|围绕|贯彻|落实|统筹|规范|健全|加强|(?:高度|十分|非常)重视|按照|根据|结合|主动公开|通过|未收到',
    '以(?:习近平|贯彻|公开|建设|群众|人民|“)|在[^，。]{2,24}(?:领导|指导|支持|部署|要求)下',
  ].join('|')})`,
  'u',
)
const SHORTEST = 2
const LONGEST = 24
/** A body that is told apart without its place: a township, or one whose name says whose it is. */
const IS_LOCAL =
  /^\p{sc=Han}{1,8}(?:镇|乡|街道)(?:(?:人民)?政府|办事处)?$|^[省市区县州旗](?=\p{sc=Han}{2,}(?:局|委|委员会|办公室|中心)$)/u

/** The body that a sentence has for its subject, right behind its opening. */
function subjectAt(text: string, from: number): string | undefined {
  for (let length = SHORTEST; length <= LONGEST; length++) {
    const name = text.slice(from, from + length)
    if (GOES_ON.test(text.slice(from + length, from + length + 40)) && isNamed(name)) return name
  }
  return undefined
}

/** Whether the text can mean a name by 我局 or 我市, and whether the name says which body it is. */
function canReport(name: string, self: SelfWords, lookups: IdentityLookups): boolean {
  const { end } = lookups.placeOf(name)
  if (end === name.length) return self.organs.size === 0 && self.areas.size > 0
  return fitsSelf(name, self) && (end > 0 || IS_LOCAL.test(name))
}

/**
 * The one body that the sentences of a report speak of as its author; undefined where they speak of several.
 *
 * @example `2023年，泾县水利局认真贯彻《条例》。` → 泾县水利局
 */
export function findSubject(lines: readonly Line[], self: SelfWords, lookups: IdentityLookups): string | undefined {
  const names = lines.flatMap(({ kind, text }) => {
    if (kind === 'table_row') return []
    const plain = text.replace(/《[^》]{0,200}》|\s/g, '')
    const starts = [...plain.matchAll(OPENS)].map((match) => match.index + match[0].length)
    return starts.flatMap((start) => subjectAt(plain, start) ?? [])
  })
  const fitting = names.filter((name) => canReport(name, self, lookups))
  const [first, ...others] = fitting.toSorted((a, b) => b.length - a.length)
  return others.every((name) => isSameBody(first ?? '', name, lookups)) ? first : undefined
}
