/** Characters from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A kind of personal number: a cheap sign that one may be there, where it stands, and when it is something else. */
interface Kind {
  readonly sign: RegExp
  readonly pattern: RegExp
  /** Whether what was found is no personal number, by the text before and after it. */
  readonly isOther: (found: string, before: string, after: string) => boolean
}

const contact =
  /电\s*话|手\s*机|移\s*动|联\s*系|联\s*络|咨\s*询|热\s*线|传\s*真|号\s*码|微\s*信|短\s*信|Tel|Phone|Mobile|Contact|█/i
/** Codes of bodies and documents, which are as long as personal numbers. */
const code = /信用代码|索\s*引\s*号|标识码|组织机构|机构代码|备案|许可证|文\s*号|编\s*号|流水号|订单|ISBN|ICP/i
const card = /身\s*份\s*证|证件号/
/** What only numbers of the form or amounts stand beside. */
const amount =
  /金额|收费|总额|现行有效|制发|废止|经费|资金|[¥￥$]|规章|规范性文件|行政许可|行政处罚|行政强制|结转|新收|予以公开|部分公开|不予|无法提供|总计|合计|投资|产值/
const unit = /^\s?(?:[.．]\d|[,，]\d{3}|万|亿|元|件|项|次|份|条|人次|人|户|个|篇|平方|公里|吨|%|％)/

const separator = '[ \\-./]?'
const country = '(?:\\(?(?:\\+|00)?86\\)?[ \\-]{0,2})?'
const lead = '(?:(?<![\\w.%=])|(?<=tel|phone|mobile))'
const groups = [
  `1[3-9]\\d${separator}\\d{4}${separator}\\d{4}`,
  `1[3-9]\\d${separator}\\d{3}${separator}\\d{5}`,
  `1[3-9]\\d{2}${separator}\\d{3}${separator}\\d{4}`,
  `1[3-9]\\d{3}${separator}\\d{6}`,
]
const end = '(?![\\dA-Za-z])(?![-/]\\d)'

const last = (text: string, length: number): string => text.slice(-length)

/** Groups between spaces are also how three numbers of a table are printed: only a leading zero or a word of contact tells. */
function isThreeNumbers(found: string, before: string): boolean {
  if (!/\d[ ]\d/.test(found.replace(/^.{0,3}86\)?[ -]+/, ''))) return false
  return !contact.test(last(before, 24)) && !/ 0/.test(found) && !/[\p{Script=Han}a-z]\s*$/iu.test(before)
}

const kinds: readonly Kind[] = [
  {
    sign: /\d{6}/,
    pattern:
      /(?<![\dA-Za-z])\d{6}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])(?!\/\d)/g,
    isOther: (_, before) => code.test(last(before, 16)) && !card.test(last(before, 16)),
  },
  {
    sign: card,
    pattern: /(?<=(?:身\s*份\s*证|证件号)[^\d]{0,12})(?:\d{17}[\dXx]|\d{15})(?!\d)/g,
    isOther: () => false,
  },
  {
    sign: /1[ ]?[3-9]/,
    pattern: new RegExp(`${lead}${country}(?:${groups.join('|')})${end}`, 'gi'),
    isOther: (found, before, after) =>
      unit.test(after) ||
      code.test(last(before, 10)) ||
      (/\d[-/]$/.test(before) && !contact.test(last(before, 24))) ||
      (amount.test(last(before, 40)) && !contact.test(last(before, 24))) ||
      isThreeNumbers(found, before),
  },
  {
    // Digits one by one: only where a word announces a number.
    sign: /1 ?[3-9] \d/,
    pattern: /(?<=(?:电\s*话|手\s*机(?:号码?)?|微\s*信)\s*[:：]?\s*)1 ?[3-9](?: ?\d){9}(?! ?\d)/g,
    isOther: () => false,
  },
  {
    sign: /@|\(at\)|\[at\]|#/i,
    pattern:
      /[\w.+-]{1,64}\s?(?:@|[([]at[)\]])\s?[\w-]{1,64}(?:\s?\.\s?[\w-]{1,32}){1,4}|[\w.+-]{1,64}#(?:163|126|qq|sina|sohu|gmail|foxmail|hotmail|outlook|139|189|yeah)\.(?:com|cn|net)/gi,
    isOther: () => false,
  },
  {
    // The sign between name and host got lost.
    sign: /邮\s*箱|邮\s*件|mail/i,
    pattern:
      /(?<=(?:邮\s*箱|邮\s*件|mail)[^\w]{0,6})[\w.+-]{2,40}(?:163|126|qq|sina|sohu|gmail|foxmail|hotmail|outlook|139|189|yeah)\.(?:com|cn|net)/gi,
    isOther: () => false,
  },
  {
    sign: /q\s?q|扣\s?扣|企鹅号/i,
    pattern:
      /(?<=(?:q\s?q|扣\s?扣|企鹅)(?:交流|工作|咨询)?(?:群|号|号码|群号|群号码|[(]群[)])?\s*(?:[:：是为]|\s)?\s*)\d{5,12}(?!\d)(?!\s?[万元件项次份条人个])/gi,
    isOther: () => false,
  },
  {
    sign: /微\s*信|we\s?chat|weixin|\bvx\b/i,
    pattern:
      /(?<=(?:微\s*信|we\s?chat|weixin|\bvx)(?:\s*(?:号|号码|群|群号|id|账号|帐号|联系))?\s*[:：是为]?\s*)(?=[\w-]*\d|[\w-]*_|(?<=[:：]\s*)[a-z])[a-z\d][\w-]{4,19}(?![\w-])(?!\.)(?!\s?[万元件项次份条人个])/gi,
    isOther: (_, before) => /(?:官方|政务|政府|本局|本委|我局|单位|公众)(?:的)?微\s*信[^，。；\s]{0,6}$/.test(before),
  },
]

/** What every number, address and id has: few texts of a report have as many letters or digits side by side. */
const hint = /[@#]|[([][Aa][Tt][)\]]|[\w.+-]{5}|\d{3}[ /]\d{3}|\d(?: ?\d){6}/

/**
 * Ranges of mobile numbers, identity numbers, mail addresses, QQ and WeChat ids.
 *
 * Office telephones, codes of bodies and documents and amounts are none of them. Of a mail address nobody can
 * tell whose it is, one below gov.cn included: all are hidden.
 *
 * @param flat text with full-width digits, letters and signs as ordinary ones
 */
export function findNumbers(flat: string): readonly Range[] {
  if (!hint.test(flat)) return []
  return kinds.flatMap(({ sign, pattern, isOther }) =>
    sign.test(flat)
      ? [...flat.matchAll(pattern)].flatMap((match) => {
          const range = { start: match.index, end: match.index + match[0].length }
          return isOther(match[0], flat.slice(0, range.start), flat.slice(range.end)) ? [] : [range]
        })
      : [],
  )
}

/** Whether digits that stand in several cells are one personal number. */
export const isPersonalNumber = (digits: string): boolean =>
  /^1[3-9]\d{9}$/.test(digits) ||
  /^\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits)

/** Whether a text names a row of the form or an amount: the digits behind it are no telephone. */
export const announcesAmount = (flat: string): boolean => flat.length <= 40 && amount.test(flat) && !contact.test(flat)

const announced = new RegExp(`电\\s*话|手\\s*机|联\\s*系\\s*方\\s*式|${card.source}`)

/** Whether a cell announces a telephone or identity number. */
export const announcesNumber = (flat: string): boolean => flat.length <= 20 && announced.test(flat)
