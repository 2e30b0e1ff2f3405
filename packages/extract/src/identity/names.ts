import { remember } from '../text/remember.ts'
import type { IdentityLookups } from './lookups.ts'
import { isWithin } from './places.ts'

const ORGAN_END = new RegExp(
  `(?:${[
    '局',
    '委员会',
    '委',
    '厅',
    '政府',
    '办公室',
    '政府办',
    '办事处',
    '街道',
    '镇',
    '乡',
    '苏木',
    '中学',
    '小学',
    '幼儿园',
    '党校',
    '基地',
    '总站',
    '法院',
    '检察院',
    '海关',
    '中心',
    '管委会',
    '院',
    '处',
    '所',
    '站',
    '队',
    '公司',
    '大学',
    '学院',
    '学校',
    '银行',
    '署',
    '[省市县区旗盟州]',
    '联合会',
    '总会',
    '协会',
    '学会',
    '工会',
    '红十字会',
    '[商侨文残妇]联',
    '科协',
    '科技部',
    '[\\p{sc=Han}]{2,}部',
    '支队',
    '总队',
    '大队',
    '合作社联合社',
    '开发区',
    '园区',
    '集团',
    '馆',
    '供销社',
    '合作社',
    '林场',
    '农场',
    '房管所',
    // 政府办, 街道办 and the like; 本年度办 is what is left of a cut line.
    '(?<![度理承主协已未待经开申代补督兴举创停不可])办',
  ].join('|')})$`,
  'u',
)
const NOT_A_NAME = new RegExp(
  `^(?:我|本(?:机关|单位|[局委厅办镇乡街级])|全[省市县区]|各|该|其他|请|一是|按照|根据|关于|如[有对需]|可[以向与在直]|由|在[此本]|对[本上照]|将[进继于]|为[进了加全做]|以[便习下上]|及时)|或|${[
    '公开',
    '年报',
    '报告',
    '官网',
    '体育(?!局|和|中心|旅游|总局|委|管理)',
    '博彩',
    '娱乐',
    '直播',
    '附件',
    '下载',
    '首页',
    '联系',
    '主办',
    '网站',
    '编制',
    '情况',
    '信息处理费',
    '各[镇乡街县市区]',
    '本年',
    '反映',
    '意见箱',
    '直接[与向]',
    '通过',
    '请输入',
    '搜索',
    '特殊符号',
    '点击',
    '欢迎',
    '疑问',
    '来信',
    '来电',
    '以及',
    '有关',
    '数量',
    '统计表',
  ].join('|')}`,
)

/** Bodies of the State Council; those that end in 部 have names of their own, as 群团工作部 of a county has not. */
const NATIONAL =
  /^(?:国家|国务院|中华人民共和国|中国(?:人民银行|证券监督|银行保险|民用航空局|气象局|地震局|科学院|社会科学院|工程院)|全国)|^(?:海关总署|审计署|最高人民检察院|新华通讯社)$|^(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|国土资源|生态环境|环境保护|住房和城乡建设|交通运输|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生|退役军人事务|应急管理)部$/

/** Whether a name without its place is that of a central body. */
export const isNational = (name: string): boolean => NATIONAL.test(name)

/** Whether a text can be an issuer's name: Han only, ends like an organ, holds no word of the page around it. */
export const isAgencyName = remember(
  (text) => /^[\p{sc=Han}（）()·]{2,40}$/u.test(text) && ORGAN_END.test(text) && !NOT_A_NAME.test(text),
)

/** The part of a central body's name that begins with a place: 国家税务总局某县税务局 → 某县税务局; other names as they are. */
export function toLocalName(name: string, lookups: IdentityLookups): string {
  const central =
    /^(?:中共(?=.{4})|(?:国家|中国|中华人民共和国)[\p{sc=Han}]{0,14}?(?:总局|总署|局|委员会|银行)(?=.{3}))/u.exec(
      name,
    )?.[0] ?? ''
  const rest = name.slice(central.length)
  return lookups.placeOf(rest).end > 0 ? rest : name
}

/** A name without its place: 兰州市城关区商务局 → 商务局, 市民政局 → 民政局. */
export function toTail(name: string, lookups: IdentityLookups): string {
  const { end } = lookups.placeOf(name)
  const rest = name.slice(end)
  if (rest === '') return name.slice(-1)
  return end > 0 ? rest : rest.replace(/^[市县区旗](?=.{3})(?!场|容|域|委|政(?!府)|民服务)/, '')
}

/** Whether two printed names mean one body: same ending once expanded, and places that do not exclude each other. */
export function isSameBody(a: string, b: string, lookups: IdentityLookups): boolean {
  const [left, right] = [lookups.expandName(a), lookups.expandName(b)]
  if (toTail(left, lookups) !== toTail(right, lookups)) return false
  const [here, there] = [lookups.placeOf(left).divisions, lookups.placeOf(right).divisions]
  if (here.length === 0 || there.length === 0) return true
  return (
    here.some(({ code }) => there.some((other) => other.code === code)) ||
    (left.length !== right.length &&
      here.some(({ code }) =>
        there.some(
          (other) =>
            (isWithin(code, other.code, lookups) && left.startsWith(right)) ||
            (isWithin(other.code, code, lookups) && right.startsWith(left)),
        ),
      ))
  )
}

/** Whether a short name can stand for a body: each of its letters stands in the long one, in order; 教科局, 教育和科学技术局. */
export function isAkin(short: string, long: string, lookups: IdentityLookups): boolean {
  const tail = toTail(long, lookups)
  if (short === '' || short.at(-1) !== tail.at(-1) || short.length < 2) return false
  let at = 0
  for (const letter of short) {
    at = tail.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
