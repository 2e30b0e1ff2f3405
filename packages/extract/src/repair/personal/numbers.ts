import { findAll } from '../../text/find-all.ts'
import { findCards, isIdentity } from './cards.ts'
import { findRuns, manyDigits, type Run } from './digit-runs.ts'
import { findMobiles, isMobile } from './mobile.ts'
import type { Range } from './ranges.ts'

/** A kind of address or id: a cheap sign that one may be there, where it stands, and when it is something else. */
interface Kind {
  readonly sign: RegExp
  readonly pattern: RegExp
  /** Whether what was found is nobody's, by the text before it. */
  readonly isOther?: (before: string) => boolean
}

const isOfBody = (before: string): boolean =>
  /(?:官方|政务|政府|本局|本委|我局|单位|公众)(?:的)?[微V]\s*信[^，,。;；\s]{0,6}[\s:：]*$/i.test(before)
const place = '[^，,。;；:\\n█]'

const kinds: readonly Kind[] = [
  {
    sign: /@|\(at\)|\[at\]|#/i,
    pattern:
      /[\w.+-]{1,64}\s?(?:@|[([]at[)\]])\s?[\w-]{1,64}(?:\s?\.\s?[\w-]{1,32}){1,4}|[\w.+-]{1,64}#(?:163|126|qq|sina|sohu|gmail|foxmail|hotmail|outlook|139|189|yeah)\.(?:com|cn|net)/gi,
  },
  {
    // The sign between name and host got lost.
    sign: /邮\s*箱|邮\s*件|mail/i,
    pattern:
      /(?<=(?:邮\s*箱|邮\s*件|mail)[^\w]{0,6})[\w.+-]{2,40}(?:163|126|qq|sina|sohu|gmail|foxmail|hotmail|outlook|139|189|yeah)\.(?:com|cn|net)/gi,
  },
  {
    sign: /q\s?q|扣\s?扣|企鹅号/i,
    pattern:
      /(?<=(?:q\s?q|扣\s?扣|企鹅)(?:交流|工作|咨询)?(?:群|号|号码|群号|群号码|[(]群[)])?\s{0,4}(?:[:：是为]|\s)?\s{0,4})\d(?:[ -]?\d){4,11}(?!\d)(?!\s?[万元件项次份条人个])/gi,
  },
  {
    sign: /[微V威薇]\s*信|we\s?chat|weixin|\bvx\b|\bwx\b/i,
    pattern:
      /(?<=(?:[微V威薇]\s{0,2}信|we\s?chat|weixin|\bvx|\bwx)(?:\s{0,4}(?:号|号码|群|群号|id|账号|帐号|联系|同号))?\s{0,4}[:：是为]?\s{0,4})(?=[\w-]{0,19}[\d_]|(?<=[:：号d]\s{0,4})[a-z])(?!公众)[a-z\d][\w-]{4,19}(?![\w-])(?!\.)(?!\s?[万元件项次份条人个])/gi,
    isOther: isOfBody,
  },
  {
    sign: /护\s*照|通行证|台胞证|军官证|驾驶证|驾照|社保卡|医保卡|passport/i,
    pattern:
      /(?<=(?:护\s{0,2}照|通行证|台胞证|军官证|驾驶证|驾照|社保卡|医保卡|passport)(?:号码?|编号|no\.?)?[\s:：为是]{0,4})[a-z]{0,2}[ -]?\d(?:[ -]?\d){5,17}(?!\d)(?!\s?[万元件项次份条人个本张])/gi,
  },
  {
    // 家庭住址：…; an office is at an 地址.
    sign: /住\s*址|家庭地址|家住|现住|居住|户籍|，住|,住|通讯住处/,
    pattern: new RegExp(
      `(?<=(?:(?:家庭|居住|现|常|户籍)?住\\s{0,4}址|家庭地址|居住地址?|户籍所?在?地(?:址)?|户籍地)(?:\\s{0,4}[:：为是]|\\s)\\s{0,4})${place}{2,60}|(?<=(?:家住|现住|居住[在于]|[,，]住))(?![房宅建所])${place}{2,40}?(?:[号室户组栋幢村]|楼|单元)(?:${place}{0,12}[室户号])?`,
      'gu',
    ),
  },
  {
    // A flat of a block, where no office is: …小区3号楼2单元501室.
    sign: /单元/,
    pattern:
      /(?:(?<![\p{Script=Han}\d])|(?<=[是在于住]))[\p{Script=Han}\d]{0,30}?\d{1,3}[号栋幢座]?楼?[\d\p{Script=Han}]{0,4}?[\d一二三四五六]{1,2}单元\s?\d{2,4}[室户号]?/gu,
    isOther: (before) => /(?:办公|邮寄|单位|机关|联系|受理|接收)?地\s*址\s*[:：]?$|办公[^。]{0,10}$/.test(before),
  },
]

/** What every number, address and id has: few texts of a report have as many letters or digits side by side. */
const hint = /[@#]|[([][Aa][Tt][)\]]|[\w.+-]{5}|住|单元|[照证卡]|passport/iu

/** Digits that a personal number has at least, signs between them not counted. */
const fewest = 11

/**
 * Ranges of mobile, identity and card numbers, mail addresses, QQ and WeChat ids and homes.
 *
 * Office telephones, postal addresses of offices, codes of bodies and documents and amounts are none of them. Of a
 * mail address nobody can tell whose it is, one below gov.cn included: all are hidden.
 *
 * @param flat folded text
 */
export function findNumbers(flat: string): readonly Range[] {
  const numbers = manyDigits.test(flat) ? findRuns(flat, fewest).flatMap(findInRun) : []
  if (!hint.test(flat)) return numbers
  const others = kinds.flatMap(({ sign, pattern, isOther }) =>
    sign.test(flat)
      ? findAll(flat, pattern).flatMap((match) =>
          isOther?.(flat.slice(Math.max(0, match.index - 40), match.index))
            ? []
            : [{ start: match.index, end: match.index + match[0].length }],
        )
      : [],
  )
  return [...numbers, ...others]
}

const findInRun = (run: Run): readonly Range[] => [...findCards(run), ...findMobiles(run)]

/** Whether digits that stand in several cells or lines are one personal number. */
export const isPersonalNumber = (digits: string): boolean => isMobile(digits) || isIdentity(digits)
