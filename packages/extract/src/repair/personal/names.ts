import { findAll } from '../../text/find-all.ts'
import { findApplicants } from './applicants.ts'
import { isPerson } from './persons.ts'
import type { Range } from './ranges.ts'

/** What a contact person is called in reports; spaces may stand between the characters. */
const roleWords =
  '联系人员|联系人|联系同志|联络人|联络员|联络同志|对接人|经办人员|经办人|经办同志|经办|承办人员|承办人|承办同志|承办|具体负责人|填报人员|填报人|填表人|报送人|上报人|制表人|统计人|录入人|录入员|信息员|管理员|信息公开专员|公开负责人|单位负责人|分管领导|负责人|负责同志|责任人|委托代理人|代理人|审核人|审批人|复核人|核对人|责任编辑|责编|撰稿人|撰稿|供稿人|供稿|校对人|校对|审核|编辑|作者|拟稿人|核稿人|起草人|监督人|接待人员|接待人|咨询人|受理人员|受理人|接线员|记录人|工作人员|值班人员|值班人|值班员|值班同志|值班|姓名|申请人|复议申请人|当事人|被申请人|原告|上诉人|起诉人|投诉人|举报人|信访人|来信人|来访人|收件人'
const role = `(?:${roleWords
  .split('|')
  .map((word) => [...word].join('\\s{0,4}'))
  .join('|')})`
const titled = '(?:先生|女士|同志|小姐|老师|主任|科长|处长|局长|股长|秘书长|副?[主科处局股][任长])?'
const spaced = '\\p{Script=Han}(?: {1,2}\\p{Script=Han}){1,3}(?!\\p{Script=Han})'
const name = `(?:${spaced}|\\p{Script=Han}{2,4}?(?:[·•・]\\p{Script=Han}{1,8}){0,2})`
const latin = "(?:[A-Z][A-Za-z'-]+(?:[ ,]{1,2}[A-Z][A-Za-z'-]*){1,3}|[A-Z]{3,20})(?![A-Za-z])"
const after = `(?=\\s*(?:$|[\\s,.，。;；、/|()（）:：\\[\\]【】<>《》█\\d+]|联\\s*系|电\\s*话|手\\s*机|座机|办公|邮箱|职务|传真|单位|Tel|先生|女士|同志|小姐))`
const between = '\\s{0,4}[、/,]\\s{0,4}'
const said = `(?:\\s{0,4}[(]?(?:姓\\s{0,4}名|签\\s{0,4}[名字]|名\\s{0,4}称|[及和与、/]?其?(?:联系)?(?:电话|方式|手机)(?:号码?)?|[及和与、/]职务)[)]?)?`
/** `：`, or a dash in its place. */
const colon = '\\s{0,4}(?:[:：]|[-=]{1,2})\\s{0,8}'

/** A name that its surname has to tell; see `toRanges`. */
const strict = `(?<strict>${name}${titled})(?!\\p{Script=Han})`

/** How a name is printed, and a sign of it that is found sooner than the name. */
interface Wording {
  readonly sign: RegExp
  readonly pattern: RegExp
}

const wordings: readonly Wording[] = [
  {
    // 联系人：张三、李四
    sign: /[:：=-]/,
    pattern: new RegExp(
      `(?<=${role}${said}${colon})${name}${titled}${after}(?:${between}(?!${role})${name}${titled}${after})*`,
      'gu',
    ),
  },
  {
    // 联系人：SHEN ZHIQIU
    sign: /[A-Z]{2}|[A-Z][a-z]/,
    pattern: new RegExp(`(?<=${role}${said}(?:${colon}|\\s{1,4}))${latin}`, 'gu'),
  },
  {
    // 联系人（张三）
    sign: /[(（[【]/,
    pattern: new RegExp(`(?<=${role}\\s{0,4}[(（\\[【]\\s{0,4})${name}${titled}(?=\\s*[)）\\]】,，、])`, 'gu'),
  },
  {
    // 经办/张三, 【经办】张三, 联系人为张三
    sign: /[】\])）/|是为系]/,
    pattern: new RegExp(
      `(?<=${role}\\s{0,2}(?:[】\\])）/|]|(?<=[人员])[是为系])\\s{0,2}[:：]?\\s{0,2})${strict}`,
      'gu',
    ),
  },
  {
    // 咨询电话：张三，0557-…
    sign: /电\s*话|手\s*机|热线|联系方式/,
    pattern: new RegExp(
      `(?<=(?:电\\s{0,4}话|手\\s{0,4}机|热线|联系方式)[:：]\\s{0,4})${strict}(?=[\\s,，(（、:：/]{0,3}[\\d█])`,
      'gu',
    ),
  },
  {
    // 电话：0557-…（张三）
    sign: /\d\s?[(（]/,
    pattern: new RegExp(`(?<=(?:电\\s{0,4}话|热线)[:：]?\\s{0,2}[\\d -]{7,14}[(（])${strict}(?=[)）])`, 'gu'),
  },
  {
    // 联系人张三，电话…; 联系人 张三 138…
    sign: /联\s*系\s*人|联络[人员]|经办人|值班人?员/,
    pattern: new RegExp(
      `(?<=(?:联\\s{0,4}系\\s{0,4}人|联络[人员]|经办人|值班人?员)${said}\\s{0,4})${name}${titled}(?=\\s*[,，、;；:：(（]?\\s*(?:(?:联\\s*系\\s*|办公\\s*)?电\\s*话|手\\s*机|Tel|█|0\\d{2,3}-?\\d{7}|$))`,
      'giu',
    ),
  },
  {
    // Contact: Zhang San; contact person: gu nanxing
    sign: /[Cc]ontact|CONTACT/,
    pattern:
      /(?<=contact(?: persons?| name)?\s{0,4}[:：]\s{0,4})(?!(?:us|tel|phone|mobile|email|e-mail|the|our|office|department|information|address|number)\b)[a-z][a-z'-]+(?: [a-z][a-z'-]+){1,3}(?![a-z])/gi,
  },
]

const bodies =
  /局|委|办|处|科|室|中心|政府|街道|部|院|站|股|厅|会$|所$|组$|队$|镇|乡|窗口|本网|网站|管理|公开|信息|电话|单位|人员|政务|时间|日期|浏览|点击|阅读|访问|打印|字[体号]|来源|分享|收藏|公司|学校|企业|机构/
const notNames =
  /^(?:无|暂无|空缺|待定|同上|见附件|详见|附件|姓名|职务|手机|传真|邮箱|地址|签字|签名|盖章|责任|来源|时间|日期|审核|编辑|校对|作者|年度|报告|自然人|法人|商业|科研|社会|法律|其他|合计|总计|本人|情况|类型|类别|数量|性别|年龄|身份|要求|提出|申请|认为|不服|可以|应当|是否|必须|需要|通过|均|按)|(?:时间|日期|来源|浏览|点击|字号|次数|方式|内容|职责|分工|备注|序号|职称|量|数)$/

const isName = (found: string): boolean => {
  const bare = found.replace(/\s/g, '').replace(/(?:先生|女士|同志|小姐|老师|副?[主科处局股][任长]|秘书长)$/, '')
  return bare !== '' && !bodies.test(bare) && !notNames.test(bare)
}

const latinWords =
  /^(?:QQ|TEL|FAX|APP|EMAIL|E-MAIL|PDF|WORD|EXCEL|WPS|HTTP|HTTPS|WWW|GDP|PPT|ID|NULL|NONE|ADMIN|OFFICE|MOBILE|PHONE)$/i

/** How each word for a person ends, and what else a name stands beside: most texts have none of them. */
const roleEnds = new Set(roleWords.split('|').map((word) => [...word].slice(-2).join('\\s{0,4}')))
const hint = new RegExp(`${[...roleEnds].join('|')}|[█话线]|[Cc]ontact|CONTACT`)

/**
 * Ranges of the names of contact persons and applicants: what stands beside the word for one, or beside a hidden
 * number. The name of a body beside such a word (`联系人：办公室`) is none.
 *
 * @param flat folded text, numbers already hidden
 */
export function findNames(flat: string): readonly Range[] {
  const named = hint.test(flat)
    ? wordings.flatMap(({ sign, pattern }) => (sign.test(flat) ? findAll(flat, pattern).flatMap(toRanges) : []))
    : []
  return [...named, ...findApplicants(flat)]
}

/** One range per name of a list. */
function toRanges(match: RegExpExecArray): readonly Range[] {
  if (match.groups?.['strict'] !== undefined && !isPerson(match[0])) return []
  if (/^[A-Za-z]/.test(match[0]))
    return latinWords.test(match[0]) ? [] : [{ start: match.index, end: match.index + match[0].length }]
  return [...match[0].matchAll(/[^、/,]+/g)].flatMap((part) => {
    const lead = part[0].length - part[0].trimStart().length
    const start = match.index + part.index + lead
    return isName(part[0].trim()) ? [{ start, end: start + part[0].trim().length }] : []
  })
}

const roleAlone = new RegExp(`^\\s*${role}${said}\\s*[:：]?\\s*$`)
const nameAlone = new RegExp(`^\\s*(?:${name}${titled}|${latin})\\s*$`, 'u')

/** Whether a text is nothing but the word for a contact person. */
export const isRole = (flat: string): boolean => flat.length <= 20 && roleAlone.test(flat)

/** Whether a heading stands over a column of names. */
export const isNameHeading = (flat: string): boolean => isRole(flat)

/** Whether a heading stands over names of whoever sits in a group, as well as over those of contact persons. */
export const isPlainNameHeading = (flat: string): boolean =>
  /^\s*(?:姓\s*名|负责人|负责同志|分管领导|责任人)\s*$/.test(flat)

/** Whether a text is a name and nothing else. */
export const isBareName = (flat: string): boolean =>
  nameAlone.test(flat) && (/^\s*[A-Z]/.test(flat) ? !latinWords.test(flat.trim()) : isName(flat))
