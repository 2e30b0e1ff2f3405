import { findAll } from '../../text/find-all.ts'
import { isPerson, toLastPerson } from './persons.ts'
import type { Range } from './ranges.ts'

/** What stands between a name and its number. */
const ownNumber = '的?(?:(?:联系|移动|办公|值班|手机)?(?:电话|方式)|手机|微信|QQ|邮箱|Tel)(?:号码?|同号)?'
const beforeNumber = new RegExp(
  `(?:(\\p{Script=Han}(?: {1,2}\\p{Script=Han}){1,3}|\\p{Script=Han}{1,12}(?:[·•・]\\p{Script=Han}{2,8})?)|([A-Z][A-Za-z]+ [A-Z][A-Za-z]+))[\\s()（）:：,，、|/_-]{0,4}(?:${ownNumber}[\\s:：是为]{0,3})?█`,
  'gu',
)
const ownNumberAtEnd = new RegExp(`${ownNumber}[是为]?$`)
const behindNumber =
  /█[\s()（）:：,，、|/_<《[【-]{0,4}(?:转\s?)?(?:(\p{Script=Han}{1,12})|([A-Z][A-Za-z]+ [A-Z][A-Za-z]+))/gu
/** What stands between the words of a sentence and the name of whom to call. */
const callers = /(?:与|向|找|联系|致电|拨打|是|为|和|及|或|人|员|请|问|由|电话|手机|同志|的)$/
const contactEnglish = /contact|phone|mobile|tel\b|email|office|number|wechat/i

/** Names directly in front of a hidden number, or directly behind one. */
export function findNamesBesideNumbers(flat: string): readonly Range[] {
  if (!flat.includes('█')) return []
  const before = [...flat.matchAll(beforeNumber)].flatMap(({ index, 1: han, 2: english }) => {
    if (english) return contactEnglish.test(english) ? [] : [{ start: index, end: index + english.length }]
    const text = (han ?? '').replace(ownNumberAtEnd, '')
    if (isPerson(text)) return [{ start: index, end: index + text.length }]
    const last = toLastPerson(text)
    const isLed = last !== undefined && (callers.test(text.slice(0, -last.length)) || last.length >= 3)
    return isLed ? [{ start: index + text.length - last.length, end: index + text.length }] : []
  })
  const behind = [...flat.matchAll(behindNumber)].flatMap((match) => {
    const [found, han, english] = match
    const start = match.index + found.length - (han ?? english ?? '').length
    if (english) return contactEnglish.test(english) ? [] : [{ start, end: start + english.length }]
    const titleAt = /(?:先生|女士|同志|老师)/.exec(han ?? '')?.index
    const bare = isPerson(han ?? '') ? (han ?? '') : (han?.slice(0, titleAt) ?? '')
    if (isPerson(bare) || (/转\s?$/.test(found.slice(0, -bare.length)) && bare.length === 1))
      return [{ start, end: start + bare.length }]
    return []
  })
  return [...before, ...behind]
}

const calling =
  /(?<=(?:请|可|直接|及时|应)(?:与|向|找|和|联系|致电|咨询))(\p{Script=Han}{2,8}?)(?:先生|女士|同志|小姐|老师)?(?=联系|咨询|联络|对接|沟通|接洽|索取|[(（\s]*█)/gu
const handling = /(?<=由)(\p{Script=Han}{2,4})(?:同志)?(?=(?:负责|具体)?(?:经办|承办|接待|受理|联系|值班|解答))/gu

/** Whom to turn to: 可与陆萱联系, 由陆萱接待. */
export const findCalled = (flat: string): readonly Range[] =>
  /联系|联络|咨询|对接|沟通|接洽|索取|█|经办|承办|接待|受理|值班|解答/.test(flat)
    ? [calling, handling].flatMap((pattern) =>
        findAll(flat, pattern).flatMap(({ 1: found = '', index }) =>
          isPerson(found) ? [{ start: index, end: index + found.length }] : [],
        ),
      )
    : []

const beforeName = /(?<!\p{Script=Han})(\p{Script=Han}{2,4})[ 、/,]{1,3}█/gu
const behindName = /█[ 、/,]{1,3}(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu

/** Names that stand in one list with a hidden one: 经办人：█ 张三. */
export function findNamesBesideNames(flat: string): readonly Range[] {
  if (!flat.includes('█')) return []
  return [beforeName, behindName].flatMap((pattern) =>
    findAll(flat, pattern).flatMap(({ 0: found, 1: name = '', index }) => {
      const start = index + found.indexOf(name)
      return isPerson(name) ? [{ start, end: start + name.length }] : []
    }),
  )
}
