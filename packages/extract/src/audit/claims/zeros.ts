import type { Figure } from './figures.ts'
import { toWords } from './matching-text.ts'
import { carriedForward, carriedIn, reading, received } from './readings.ts'
import type { Reading } from './types.ts'

/** A statement that there was none. */
export interface Zero {
  readonly figure: Figure
  /** What there was none of: several where 行政复议、行政诉讼 are named together. */
  readonly readings: readonly (readonly Reading[])[]
  readonly head: string
  readonly words: string
}

const none =
  /未(?:曾|有)?(?:制发|制定|出台|印发|收到|接到|接收到?|受理|新收|发生|出现|产生|引发|涉及|收取)|没有(?:制发|制定|出台|收到|接到|受理|发生|出现|产生|收取|被)?|无人|无(?![法正论效关障误偿线疑需须纸形愧缝不])|(?<![一二三四五六七八九十百千])零(?=申请|复议|诉讼|结转)/g

/** Words that may stand between a negation and what is denied without narrowing it. */
const neutral =
  /等|处理|答复|规章|行政规范性文件|规范性文件|信息处理费|费用|以及|政府信息|信息公开|公开信息|主动公开|政府|信息|公开|依法|依|申请|任何|有关|相关|关于|涉及|公众|公民|群众|社会|自然人|个人|法人|其他组织|或者|向|对|因|由于|由|针对|引起|引发|导致|产生|发生|出现|被|提起|提出|提交|递交|收到|我[局厅委办镇乡区县市省州旗院所队]|我(?:街道|单位|中心|机关|部门)|本(?:机关|单位|部门|级|局|厅|委|办|镇|乡|街道|年度?)|工作|行政|复议|诉讼|起诉|案件|事件|事项|情况|情形|现象|问题|方面|投诉|举报|申诉|纠纷|上年度?|下年度?|遗留|结转|继续|办理|未办结|新收|新|到|过|的|和|与|及|或|而|件|案|类|、|至|本年|全年/g

const proceeding = (zh: string, en: string, ...rows: readonly string[]): readonly Reading[] => [
  reading(`${zh}总计`, `Total of ${en}`, ...rows.map((row) => `${row}.total`)),
]

/** What can be denied, the special first: words and what they count. */
const denied: readonly (readonly [RegExp, readonly Reading[]])[] = [
  [/信息处理费/, []],
  [
    /规范性文件/,
    [reading('行政规范性文件本年制发件数', 'Normative documents made', 'disclosure.normative_documents.made')],
  ],
  [/复议/, proceeding('行政复议', 'reconsiderations', 'reconsideration')],
  [/诉讼|起诉/, proceeding('行政诉讼', 'lawsuits', 'litigation.direct', 'litigation.after_reconsideration')],
  [/上年.{0,8}(?:结转|遗留|申请)|遗留/, [carriedIn]],
  [/结转.{0,4}下年|下年.{0,6}(?:结转|办理)/, [carriedForward]],
  [/信息公开.{0,4}申请|公开申请|依申请公开|申请公开|公众.{0,8}申请|^(?:过|到)?申请、?$/, received],
]

/** Place of words that deny in a sentence. */
export interface Denial {
  readonly start: number
  readonly end: number
}

/** Finds every denial of a sentence, whatever it denies. */
export const findDenials = (text: string): readonly Denial[] =>
  [...text.matchAll(none)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }))

/** What a sentence says there was none of; a denial that words narrow is passed over. */
export function toZeros(text: string, denials: readonly Denial[], year: number | null): readonly Zero[] {
  return denials.flatMap(({ start, end }) => {
    const object = /^[^，,。；;：:（(#零.]*/.exec(text.slice(end, end + 60))?.[0] ?? ''
    const words = toWords(object, year)
    if (/\d|[一二三四五六七八九十]件/.test(words) || words.replace(neutral, '').length > 0) return []
    const hits = denied.filter(([pattern]) => pattern.test(words)).map(([, readings]) => readings)
    const isCase = /复议|诉讼|起诉/.test(words)
    const readings = isCase ? hits.filter((hit) => hit !== received) : hits.slice(0, 1)
    if (readings.length === 0) return []
    const head = toWords(text.slice(Math.max(0, start - 160), start), year)
    return [{ figure: toFigure(start, end + object.length), readings, head, words }]
  })
}

const toFigure = (start: number, end: number): Figure => ({
  start,
  end,
  value: 0,
  measure: 'count',
  unit: '',
  approximation: 'exact',
  digits: '0',
  factor: 1,
  isNumeral: true,
})
