import type { Frame } from './frames.ts'
import { toWords } from './matching-text.ts'
import type { Topic } from './types.ts'

/** Words directly before a figure that make it a change, a target or one case of a rule. */
const lead = [
  /(?:增长|增加|增幅|新增加|上升|提高|提升|减少|下降|降低|降幅|下滑|回落|多出|少于|多于|翻|涨|增|降|减)(?:了|约|近|到|至|为|达|幅|率|量)?.{0,2}$/,
  /(?:较|(?<!占)比(?![例重])|同比|环比|相比|对比)[^，]*$/,
  /计划|力争|目标|预计|拟|争取|确保|不少于|不低于|至少|每年|每月|每周|每季|每日|同一申请人|标准|按照每|平均|日均|月均|人均/,
  /以来|历年|近[两三四五六七八九十]年|自条例|至今|连续/,
]

/** Words directly after a figure that make it no count of a year. */
const tail = /^(?:以下|以内|以上的|\/|每|的增|的降|增长|增加|减少|下降|百分点)/

/** Periods of a part of the year, and other years; dates are taken out before. */
const period = /本年|全年|上年|下年|往年|某年|同期|上半年|下半年|[一二三四]季度|前三季度|\d{1,2}月份?|当月|本月/g
/** Clauses whose years are not the period of what follows: carrying over, and comparing. */
const passing = /结转|遗留|转入|转至|顺延|延至|承接|接续|未办结|继续办理|较|(?<!占)比(?![例重])|条例/

/** Whether a figure is a change, a target, a condition or a rate, so that it claims nothing of a cell. */
export function isPassedOver(frame: Frame): boolean {
  return lead.some((pattern) => pattern.test(frame.lead)) || tail.test(frame.tail)
}

/** Whether the figure counts the report's year: false for other years and parts of a year. */
export function isOfYear(frame: Frame, isAcrossYears: boolean): boolean {
  const clauses = `${frame.head()}${isAcrossYears ? '' : frame.lead}`
    .replace(/\d{1,2}月\d{1,2}日|1月?[-—~～至到]12月份?|12月底|12月末/g, '')
    .split(/[，,、：:（(]/)
  for (const clause of clauses.reverse()) {
    if (passing.test(clause)) continue
    const last = [...clause.matchAll(period)].at(-1)?.[0]
    if (last !== undefined) return last === '本年' || last === '全年'
  }
  return true
}

const foreign =
  '建议|提案|议案|热线|12345|留言|咨询|来信|来访|来电|诉求|工单|信箱|信访|投诉|举报|意见|培训|会议|座谈|讲座|发布会|访谈|解读|微博|微信|公众号|抖音|新媒体|视频|稿件|栏目|动态|简报|公报|问卷|办件|服务事项|他项|政务服务|舆情|网民|市民|普法|案例|监测|检查|整改'
/** Topics with their words, the special before the general. */
const topics: readonly (readonly [Topic, string])[] = [
  ['both', '复议[、和与及或以]{1,2}[^，。#]{0,8}诉讼'],
  ['direct', '未经(?:行政)?复议|直接起诉'],
  ['after_reconsideration', '复议后'],
  ['reconsideration', '复议'],
  ['litigation', '诉讼|起诉|应诉'],
  ['documents', '规范性文件'],
  ['rules', '规章(?!制度)'],
  ['requests', '申请'],
  ['disclosure', '主动公开'],
  ['foreign', foreign],
]
const topicPattern = new RegExp(topics.map(([, words]) => `(${words})`).join('|'), 'g')

/** What the last topic word of a text says it is about. */
export function findTopic(text: string): Topic | undefined {
  return toTopic([...text.matchAll(topicPattern)].at(-1))
}

/** What a sentence is about as a whole; carrying over to the next year is said of requests alone. */
export function findSentenceTopic(text: string, year: number | null): Topic | undefined {
  const words = toWords(text, year)
  return findTopic(words) ?? (/结转[^，。#]{0,4}下年/.test(words) ? 'requests' : undefined)
}

/** What the first topic word of a text says it is about. */
export function findFirstTopic(text: string): Topic | undefined {
  topicPattern.lastIndex = 0
  return toTopic(topicPattern.exec(text) ?? undefined)
}

function toTopic(match: RegExpExecArray | undefined): Topic | undefined {
  return match && topics.find((_, i) => match[i + 1] !== undefined)?.[0]
}
