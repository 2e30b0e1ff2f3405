import { numeralCharacters, readNumeral } from '../../text/chinese-numerals.ts'
import { toExact } from './exact.ts'

/** What a figure counts: cases and documents, occasions, money in yuan, shares, or something no table holds. */
export type Measure = 'count' | 'times' | 'yuan' | 'percent' | 'other'

/** How far the number of a table may lie from a figure that is not exact. */
export type Approximation = 'exact' | 'rounded' | 'about' | 'above' | 'below'

/** A number with its unit, at its place in a text. */
export interface Figure {
  readonly start: number
  readonly end: number
  /** Cases and documents as counted, money in yuan, shares in per cent. */
  readonly value: number
  readonly measure: Measure
  /** As printed; empty where the number stands alone. */
  readonly unit: string
  readonly approximation: Approximation
  /** The number in digits, and the power of ten that 万 or 亿 multiply it by. */
  readonly digits: string
  readonly factor: number
  /** Written in Chinese numerals. */
  readonly isNumeral: boolean
}

const measures: Readonly<Record<string, Measure>> = {
  件: 'count',
  宗: 'count',
  起: 'count',
  条: 'count',
  份: 'count',
  项: 'count',
  个: 'count',
  封: 'count',
  例: 'count',
  笔: 'count',
  次: 'times',
  件次: 'times',
  条次: 'times',
  人次: 'other',
  元: 'yuan',
  '%': 'percent',
  '％': 'percent',
}

/** Units that no table counts in; they end the words before a figure all the same. */
const otherUnits = [
  '人次',
  '场次',
  '场',
  '期',
  '篇',
  '人',
  '名',
  '部',
  '户',
  '家',
  '天',
  '小时',
  '类',
  '批',
  '幅',
  '页',
]
const units = ['件次', '条次', ...otherUnits, ...'件宗起条份项个封例笔次元%％'].join('|')
/** A unit that goes on as another word: 个工作日, 个百分点, 条例. */
const notUnit = '(?!(?<=个)(?:工作日|百分点|月|小时|方面|部分|阶段|步骤|环节)|例)'
const after = `\\s{0,2}(万|亿)?(余|多|来)?\\s{0,2}(${units})${notUnit}(余|多|左右|上下|以上|以下)?`
const arabic = `(?<![\\d.]|\\d,)(?:\\d{1,3}(?:,\\d{3}){1,4}(?!\\d)|\\d{1,12}(?![\\d]))(?:\\.\\d{1,8})?`
const chinese = `(?<![${numeralCharacters}])[${numeralCharacters}]{1,12}`
const share = `(百分之)([${numeralCharacters}]{1,6}|\\d{1,3}(?:\\.\\d{1,4})?)`
/** A number that ends its clause without a unit: 均为0, 共计：12. */
const unitless = `(?<=[为是：:])(\\d{1,7}|零)(?=[，,。；;、）)]|$)`
/** Every figure begins with one of these, which lets most places of a text be passed over at once. */
const first = `(?=[\\d${numeralCharacters}])`
const figurePattern = new RegExp(`${first}(?:(?:(${arabic})|(${chinese}))${after}|${share}|${unitless})`, 'g')

/** Words directly before a number that make it an ordinal, a range or one of a kind. */
const notCounted = /(?:第|每|逐|同|任|另|上|下|前|后|数|几|[壹贰叁肆伍陆柒捌玖拾佰仟]|\d\s{0,1}[-—~～至到])\s{0,1}$/
/** Words that say about, above or below, directly before a number. */
const approximating = /(?:(约|大概|左右|约为)|(超过|超|逾|突破|多达)|(?:近|接近|不足|不到))$/

/** Finds the figures of a text in order. Linear in its length: every part of the pattern is bounded. */
export function findFigures(text: string): readonly Figure[] {
  const found: Figure[] = []
  const halfWidth = text.replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  for (const match of halfWidth.matchAll(figurePattern)) {
    const before = halfWidth.slice(Math.max(0, match.index - 4), match.index)
    const figure = notCounted.test(before) ? undefined : toFigure(match, before)
    if (figure) found.push(figure)
  }
  return found
}

function toFigure(match: RegExpExecArray, before: string): Figure | undefined {
  const { 1: digits, 2: written, 3: scale, 4: more, 5: unit = '', 6: beyond, 8: share, 9: lone } = match
  const numeral = written ?? (lone === '零' ? lone : undefined)
  const printed = (digits ?? share ?? lone ?? '').replaceAll(',', '')
  const isNumeral = numeral !== undefined || (share !== undefined && !/\d/.test(share))
  const bare = isNumeral ? readNumeral(numeral ?? share ?? '') : Number(printed)
  if (bare === undefined || (numeral === '一' && unit === '起')) return undefined
  const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1
  return {
    start: match.index,
    end: match.index + match[0].length,
    value: toExact(bare * factor),
    unit,
    measure: share !== undefined ? 'percent' : lone !== undefined ? 'count' : (measures[unit] ?? 'other'),
    approximation: toApproximation(before, more ?? beyond, scale !== undefined || printed.includes('.')),
    digits: isNumeral ? String(bare) : printed,
    factor,
    isNumeral,
  }
}

function toApproximation(before: string, word: string | undefined, isRounded: boolean): Approximation {
  if (word === '左右' || word === '上下') return 'about'
  if (word === '以下') return 'below'
  if (word !== undefined) return 'above'
  const said = approximating.exec(before)
  if (said === null) return isRounded ? 'rounded' : 'exact'
  return said[1] !== undefined ? 'about' : said[2] !== undefined ? 'above' : 'below'
}

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

/** Value of one unit of the last printed place: 1 for 120, 1000 for 3.2万. */
export const placeOf = ({ digits, factor }: Figure): number => toExact(factor / 10 ** decimalsOf(digits))

/** Value of one unit of the last place that is not a trailing zero: 10 for 120余, 100 for 300余. */
export function stepOf(figure: Figure): number {
  const { digits } = figure
  let zeros = 0
  if (decimalsOf(digits) === 0) while (digits.at(-1 - zeros) === '0') zeros++
  return zeros === digits.length ? placeOf(figure) : placeOf(figure) * 10 ** zeros
}
