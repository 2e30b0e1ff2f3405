import { toEditions } from '@gongkai/schema'
import { anyOf } from '../../text/any-of.ts'
import { toFolded } from './folded.ts'

/** What stands around a number: by it a count is told from a telephone. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

const contactWords =
  '电\\s*话|手\\s*机|移\\s*动|联\\s*系|联\\s*络|咨\\s*询|热\\s*线|传\\s*真|号\\s*码|[微V威薇]\\s*信|短\\s*信|拨\\s*打|致\\s*电|来\\s*电|值\\s*班|Tel|Phone|Mobile|Contact|Cell|█'
const contact = new RegExp(contactWords, 'i')
/** A word that nothing but a telephone number can follow. */
const announcing =
  /(?:电\s*话|手\s*机|联系方式|号\s*码|传\s*真|[微V]\s*信|短\s*信|拨\s*打|致\s*电|Tel|Phone|Mobile|Cell)(?:号码?|同号|及微信)?\s*(?:[:;,.]|为|是|至)?[\s(+]*$/i
/** Codes of bodies and documents, which are as long as personal numbers. */
const code = /信用代码|索\s*引\s*号|标识码|组织机构|机构代码|备案|许可证|文\s*号|编\s*号|流水号|订单|ISBN|ICP/i
export const card = /身\s*份\s*证|证\s*件\s*号|ID\s?card/i
export const bank = /银\s*行\s*卡|卡\s*号|账\s*号|帐\s*号|账\s*户|存\s*折/

/** What only amounts of money stand beside. */
const money = /金额|收费|总额|经费|资金|[¥￥$]|投资|产值|采购|预算|决算|收入|支出/
/** Rows of 表三: seven numbers of one may stand there glued together. */
const requestRow = /结转|新收|予以公开|部分公开|不予|无法提供|总计|合计|其他处理/
/** Labels of shorter rows are words of any sentence: 其他, 总计. */
const shortestRow = 4
const rows = toEditions('requests')
  .flatMap(({ blocks }) => blocks.flatMap((block) => block.rows))
  .map(({ label }) => toFolded(label.zh).text)
  .filter((label) => label.length >= shortestRow)
/** A row of 表三 as it stands where all cells are glued: the digits right behind it are its numbers. */
const rowAtEnd = new RegExp(`(?:${anyOf([...new Set(rows)])})$`)
const counted =
  /现行有效|制发|废止|规章|规范性文件|行政许可|行政处罚|行政强制|信息条?数|访问|浏览|点击|阅读|关注|粉丝|面积|人口|总量|总数|数量/
const amount = new RegExp(`${money.source}|${requestRow.source}|${counted.source}`)
const unit =
  /^\s?(?:[.．]\d|[万亿元件项次份条人户个篇批宗起笔封场期台套卷页字本册亩株米吨辆头只家类种%％]|平方|立方|公里|千|m[23]|KB)/i
/** Words that say that several numbers are listed. */
const listed = /(?:分别|各有|各为|依次|合计|共计|共有|共|计|达|为)[^。;\d]{0,4}$/
const listedBehind = /^\s*(?:[一二两三四五六七八九十]+|\d+)?[项类件条次个份人种篇批]/

const last = (text: string, length: number): string => text.slice(-length)

/** Whether a word of contact stands shortly before. */
export const isContact = ({ before }: Surroundings): boolean => contact.test(last(before, 24))

/** Whether the number is announced: `手机：`, `拨打`. */
export const isAnnounced = ({ before }: Surroundings): boolean => announcing.test(last(before, 24))

/** Whether a code of a body or document stands there, and no identity card. */
export const isCode = ({ before }: Surroundings): boolean =>
  code.test(last(before, 16)) && !card.test(last(before, 16)) && !bank.test(last(before, 8))

/** Whether it counts or costs something: its unit behind it, or the word for it in front. */
export function isAmount(around: Surroundings): boolean {
  if (/^\.\d{1,2}(?!\d)/.test(around.after)) return true
  if (isAnnounced(around)) return false
  if (rowAtEnd.test(last(around.before, 40))) return true
  return unit.test(around.after) || (amount.test(last(around.before, 40)) && !isContact(around))
}

/** Whether the numbers are told as a list. */
export const isListed = ({ before, after }: Surroundings): boolean =>
  unit.test(after) || listedBehind.test(after) || listed.test(last(before, 12))

/** Whether it stands in the path of an address, where pages are numbered; what a key names stands behind a sign. */
export const isInPath = ({ before }: Surroundings): boolean =>
  /(?:https?:\/\/|www\.)[\w.:/?&%=+-]*[/_\-a-z]$/i.test(last(before, 200))

/** Whether digits and capitals around it are one unified social credit code of 18 characters. */
export function isCreditCode({ before, after }: Surroundings, found: string): boolean {
  const token = `${/[\dA-Z]*$/.exec(last(before, 20))?.[0]}${found}${/^[\dA-Z]*/.exec(after.slice(0, 20))?.[0]}`
  return (
    token.length === 18 && /[A-Z]/.test(token.slice(0, 17)) && /^[1-9A-Y][1-9]\d{6}[\dA-HJ-NPQRTUWXY]{10}$/.test(token)
  )
}

/** Whether a text names an amount of money, or a row of 表三, whose numbers may stand glued: no telephone is behind it. */
export const announcesAmount = (flat: string): boolean =>
  flat.length <= 40 && (money.test(flat) || requestRow.test(flat)) && !contact.test(flat)

/** Whether a text names an amount of money. */
export const announcesMoney = (flat: string): boolean => flat.length <= 40 && money.test(flat) && !contact.test(flat)

const announced = new RegExp(`电\\s*话|手\\s*机|联\\s*系\\s*方\\s*式|${card.source}|${bank.source}`, 'i')

/** Whether a cell announces a telephone, identity or card number. */
export const announcesNumber = (flat: string): boolean => flat.length <= 20 && announced.test(flat)
