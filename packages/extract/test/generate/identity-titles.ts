import type { Random } from './random.ts'

/** What a title names; a part that is not printed is the empty string. */
export interface TitleParts {
  readonly agency: string
  readonly year: number
}

/** A way of wording a title. */
export interface TitlePattern {
  readonly id: string
  readonly write: (parts: TitleParts) => string
  /** Whether the year stands in it. */
  readonly hasYear: boolean
}

const pattern = (id: string, write: TitlePattern['write'], hasYear = true): TitlePattern => ({ id, write, hasYear })

const numerals = '〇一二三四五六七八九'
export const toNumerals = (year: number): string => [...String(year)].map((digit) => numerals[Number(digit)]).join('')

export const titlePatterns: readonly [TitlePattern, ...TitlePattern[]] = [
  pattern('standard', ({ agency, year }) => `${agency}${year}年政府信息公开工作年度报告`),
  pattern('standard-2', ({ agency, year }) => `${agency}${year}年政府信息公开工作年度报告`),
  pattern('doubled-year', ({ agency, year }) => `${agency}${year}年度政府信息公开工作年度报告`),
  pattern('no-work', ({ agency, year }) => `${agency}${year}年政府信息公开年度报告`),
  pattern('work-report', ({ agency, year }) => `${agency}${year}年政府信息公开工作报告`),
  pattern('short-work-report', ({ agency, year }) => `${agency}${year}年信息公开工作报告`),
  pattern('yearly-work-report', ({ agency, year }) => `${agency}${year}年政府信息公开年度工作报告`),
  pattern('affairs', ({ agency, year }) => `${agency}${year}年度政务信息公开工作开展年度报告`),
  pattern('openness', ({ agency, year }) => `${agency}${year}年政务公开工作年度报告`),
  pattern('information', ({ agency, year }) => `${agency}${year}年信息公开年度报告`),
  pattern('year-first', ({ agency, year }) => `${year}年${agency}政府信息公开工作年度报告`),
  pattern('year-first-2', ({ agency, year }) => `${year}年度${agency}政府信息公开年报`),
  pattern('year-middle', ({ agency, year }) => `${agency}政府信息公开工作${year}年度报告`),
  pattern('year-behind', ({ agency, year }) => `${agency}政府信息公开工作年度报告（${year}年度）`),
  pattern('year-behind-2', ({ agency, year }) => `${agency}政府信息公开年度报告(${year}年)`),
  pattern('no-sign', ({ agency, year }) => `${agency}${year}政府信息公开工作年度报告`),
  pattern('spaces', ({ agency, year }) => `${agency} ${year} 年政府信息公开工作年度报告`),
  pattern('spaces-2', ({ agency, year }) => `${agency}  ${year}年 政府信息公开工作年度报告`),
  pattern('numerals', ({ agency, year }) => `${agency}${toNumerals(year)}年政府信息公开工作年度报告`),
  pattern('about', ({ agency, year }) => `${agency}关于${year}年度政府信息公开工作年度报告`),
  pattern('about-work', ({ agency, year }) => `${agency}关于${year}年政府信息公开工作情况的报告`),
  pattern('submit', ({ agency, year }) => `${agency}关于报送${year}年政府信息公开工作年度报告的公告`),
  pattern('publish', ({ agency, year }) => `${agency}关于公布${year}年政府信息公开工作年度报告的公告`),
  pattern('own-level', ({ agency, year }) => `${agency}${year}年本级政府信息公开工作年度报告`),
  pattern('yearbook', ({ agency, year }) => `${agency}${year}年政府信息公开年报`),
  pattern('no-year', ({ agency }) => `${agency}政府信息公开工作年度报告`, false),
  pattern('no-year-2', ({ agency }) => `${agency}政府信息公开年度报告`, false),
  pattern('dash', ({ agency, year }) => `${agency}政府信息公开工作年度报告-${year}年`),
  pattern('attachment', ({ agency, year }) => `附件：${agency}${year}年政府信息公开工作年度报告`),
]

/** A title over one to three lines: between agency and year, at a word, or anywhere. */
export function breakTitle(title: string, agency: string, random: Random): readonly string[] {
  const way = random.int(8)
  if (way < 4) return [title]
  const cut = (at: number): readonly string[] => [title.slice(0, at).trim(), title.slice(at).trim()]
  const work = title.indexOf('公开')
  if (way === 4 && title.startsWith(agency) && agency.length > 3) return cut(agency.length)
  if (way === 5 && work > 0) return cut(work)
  if (way === 6 && work > 0 && title.startsWith(agency) && agency.length > 3)
    return [agency, ...[title.slice(agency.length, work + 2), title.slice(work + 2)].map((part) => part.trim())]
  const at = title.length - 4
  return title.endsWith('报告') ? cut(at) : [title]
}

/** Further copies of the title around the full one: without its year, its second half, with 年 for 年度. */
export function copiesOf(title: string, { agency, year }: TitleParts, random: Random): readonly string[] {
  const copies = [
    `${agency}政府信息公开工作年度报告`,
    `${year}年政府信息公开工作年度报告`,
    title.replace('年度', '年'),
    title,
    '政府信息公开工作年度报告',
  ] as const
  return random.chance(0.35) ? [random.pick(copies)] : []
}
