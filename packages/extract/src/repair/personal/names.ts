import type { Range } from './numbers.ts'

/** What a contact person is called in reports; spaces may stand between the characters. */
const roleWords =
  '联系人员|联系人|联络人|联络员|经办人员|经办人|承办人|具体负责人|填报人|填表人|报送人|制表人|统计人|录入人|录入员|信息员|信息公开专员|公开负责人|单位负责人|分管领导|负责人|责任人|审核人|审签人|签发人|审批人|复核人|责任编辑|责编|撰稿人|撰稿|供稿人|供稿|校对人|校对|审核|编辑|作者|拟稿人|核稿人|监督人|接待人'
const role = `(?:${roleWords
  .split('|')
  .map((word) => [...word].join('\\s*'))
  .join('|')})`
const titled = '(?:先生|女士|同志|小姐|老师|主任|科长|处长|局长|股长|秘书长|副?[主科处局股][任长])?'
const spaced = '\\p{Script=Han}(?: {1,2}\\p{Script=Han}){1,3}(?!\\p{Script=Han})'
const name = `(?:${spaced}|\\p{Script=Han}{2,4}?(?:[·•・]\\p{Script=Han}{1,8}){0,2})`
const after = `(?=\\s*(?:$|[\\s,.，。;；、/|()（）:：\\[\\]【】█\\d+]|联\\s*系|电\\s*话|手\\s*机|座机|办公|邮箱|职务|传真|单位|Tel|先生|女士|同志|小姐))`
const between = '\\s*[、/]\\s*'
const said = `(?:\\s*[(]?(?:姓\\s*名|签\\s*[名字]|名\\s*称)[)]?)?`

/** How a name is printed, and a sign of it that is found sooner than the name. */
interface Wording {
  readonly sign: RegExp
  readonly pattern: RegExp
}

const wordings: readonly Wording[] = [
  {
    // 联系人：张三、李四
    sign: /[:：]/,
    pattern: new RegExp(
      `(?<=${role}${said}\\s*[:：]\\s*)${name}${titled}${after}(?:${between}(?!${role})${name}${titled}${after})*`,
      'gu',
    ),
  },
  {
    // 联系人（张三）
    sign: /[(（]/,
    pattern: new RegExp(`(?<=${role}\\s*[(（]\\s*)${name}${titled}(?=\\s*[)）,，、])`, 'gu'),
  },
  {
    // 联系人张三，电话…; 联系人 张三 138…
    sign: /联\s*系\s*人|联络[人员]|经办人/,
    pattern: new RegExp(
      `(?<=(?:联\\s*系\\s*人|联络[人员]|经办人)${said}\\s*)${name}${titled}(?=\\s*[,，、;；:：(（]?\\s*(?:(?:联\\s*系\\s*|办公\\s*)?电\\s*话|手\\s*机|Tel|█|0\\d{2,3}-?\\d{7}|$))`,
      'giu',
    ),
  },
  {
    // 张三（手机：█）, 张三 █
    sign: /█/,
    pattern:
      /(?<=(?:请\s?(?:与|向|找)|致电|联系)\s?)\p{Script=Han}{2,4}?(?:先生|女士|同志)?(?=\s*[(（]?\s*(?:(?:联系)?电话|手机)?\s*[:：]?\s*█)/gu,
  },
  {
    // Contact: Zhang San
    sign: /[Cc]ontact|联系人/,
    pattern: /(?<=(?:[Cc]ontact(?: [Pp]erson)?|联系人)\s*[:：]\s*)[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}/g,
  },
]

const bodies =
  /局|委|办|处|科|室|中心|政府|街道|部|院|站|股|厅|会$|所$|组$|队$|镇|乡|窗口|本网|网站|管理|公开|信息|电话|单位|人员|政务|时间|日期|浏览|点击|阅读|访问|打印|字[体号]|来源|分享|收藏/
const notNames =
  /^(?:无|暂无|空缺|待定|同上|见附件|详见|附件|姓名|职务|手机|传真|邮箱|地址|签字|签名|盖章|责任|来源|时间|日期|审核|编辑|校对|作者|年度|报告)/

const isName = (found: string): boolean => {
  const bare = found.replace(/\s/g, '').replace(/(?:先生|女士|同志|小姐|老师|副?[主科处局股][任长]|秘书长)$/, '')
  return bare !== '' && !bodies.test(bare) && !notNames.test(bare)
}

/** One character of each word for a person, and what else a name stands beside: most texts have none of them. */
const hint = new RegExp(
  `[${roleWords
    .split('|')
    .map((word) => word.at(-1))
    .join('')}█]|[Cc]ontact`,
)

/**
 * Ranges of the names of contact persons: what stands beside the word for one. The name of a body beside such a word
 * (`联系人：办公室`) is none.
 *
 * @param flat text with full-width digits, letters and signs as ordinary ones, numbers already hidden
 */
export function findNames(flat: string): readonly Range[] {
  if (!hint.test(flat)) return []
  return wordings.flatMap(({ sign, pattern }) => (sign.test(flat) ? [...flat.matchAll(pattern)].flatMap(toRanges) : []))
}

/** One range per name of a list. */
function toRanges(match: RegExpExecArray): readonly Range[] {
  return [...match[0].matchAll(/[^、/]+/g)].flatMap((part) => {
    const lead = part[0].length - part[0].trimStart().length
    const start = match.index + part.index + lead
    return isName(part[0].trim()) ? [{ start, end: start + part[0].trim().length }] : []
  })
}

const roleAlone = new RegExp(`^\\s*${role}${said}\\s*[:：]?\\s*$`)
const nameAlone = new RegExp(`^\\s*${name}${titled}\\s*$`, 'u')

/** Whether a text is nothing but the word for a contact person. */
export const isRole = (flat: string): boolean => flat.length <= 20 && roleAlone.test(flat)

/** Whether a heading stands over a column of names, beside a column of numbers. */
export const isNameHeading = (flat: string): boolean => isRole(flat) || /^\s*姓\s*名\s*$/.test(flat)

/** Whether a text is a name and nothing else. */
export const isBareName = (flat: string): boolean => nameAlone.test(flat) && isName(flat)
