import { applyEdits, type Piece } from './piece.ts'

/** What stands in place of a brand that took the place of words of the title: something is lost there. */
export const lostWords = '□'

/** A brand of a gambling or streaming site that was found in a document, and what is left in its place. */
export interface Brand {
  readonly text: string
  readonly replacement: '' | typeof lostWords
}

const trade = '体育|娱乐|博彩|电竞|棋牌|真人|彩票|直播'
const door =
  '官网|官方网站|官方|平台|入口|登录|登陆|注册|网址|下载|手机版?|网页版|最新版|在线|国际|中国|有限公司|app|APP'
/** A word of trade or door behind a brand, set off by a bar, a dot or brackets or by nothing. */
const tail = `(?:[|｜·\\-\\s]{0,2}[(（]?(?:${trade}|${door}|综合|[城厅]|[A-Za-z]{2,10}|\\d{1,3}(?=${door}))[)）]?)`

/** Names that occur in reports only where somebody put them. */
const names =
  '开云|云开|米乐|亚博|博亚|凯发|乐鱼|华体会|必威|爱游戏|半岛|新葡京|葡京|威尼斯人|金沙|九游|天博|万博|江南|星空|雷火|火狐|沙巴|太阳城|永利|银河|米兰|明升|澳门|皇冠|竞博|贝博|博鱼|安博|爱博|环球|优博|金年会|南宫|问鼎|麻将胡了'

/** Latin letters, and digits behind them: digits in front may be a number of the text. */
const latin =
  '(?<![\\w.@/-])(?!(?:app|h5|iptv|tv|pc|vr|wifi|www|com|cn|gov|ai|it)(?![a-z\\d]))(?:188bet|365bet|1xbet|22bet|[A-Za-z][A-Za-z\\d]{0,9})'

const patterns: readonly RegExp[] = [
  new RegExp(
    `(?:(?<![A-Za-z\\d])[A-Za-z][A-Za-z\\d]{0,5}|澳门)?(?:${names})(?:[A-Za-z][A-Za-z\\d]{0,9})?${tail}{0,8}`,
    'g',
  ),
  new RegExp(`${latin}(?:${trade}|官网)${tail}{0,8}`, 'gi'),
  new RegExp(`\\p{Script=Han}{2}(?:${trade})[|｜](?:${trade}|${door})${tail}{0,8}`, 'gu'),
]

/** A place name in the title that a trade word ends, where no department of sports or culture can be meant. */
const inTitle = new RegExp(
  `^\\s*(?:20\\d{2}年?)?([\\p{Script=Han}A-Za-z\\d]{2,6}?(?:${trade}|官网)${tail}{0,8})(?=\\p{Script=Han}{2,16}?(?:局|委员会|委|厅|办公室|政府|街道|镇|乡|中心))`,
  'u',
)
const department =
  /(?:教育|文化|卫生|健康|旅游|广电|新闻|科技|教科|[文教卫])体育$|[省市县区州盟旗]体育$|^体育|文化娱乐$/
const sports = /^(?:局|委|和|与|旅游|广电|中心|总局|管理|事业|产业|运动|场馆|学校|总会|教育|文化|新闻|科技|卫生)/

/** A name behind the brand that has its place: nothing is lost there. */
const placed = /^\p{Script=Han}{1,6}[省市县区州旗镇乡]/u

/** The site's own address in place of a place name: `www.….com人民政府`. */
const address =
  /(?<![\w./@-])(?:www\.)?[a-z\d-]{2,30}\.(?:com|net|org|cc|vip|top|xyz|info|co)(?=[省市县区镇乡]?(?:人民政府|\p{Script=Han}{2,8}(?:局|委员会|办公室)))/giu

/** Each sign begins with one of these, which lets most places of a text be passed over at once. */
const first = `(?=[${[trade, names].flatMap((words) => words.split('|').map((word) => word.charAt(0))).join('')}官w.])`
const sign = new RegExp(`${first}(?:${trade}|官网|${names}|www\\.|\\.(?:com|net|cc|vip|top|xyz))`)

/** Whether a text holds a word that brands are made of. */
export const isSuspect = (text: string): boolean => sign.test(text)

/** Brands that mirror sites put into the text, longest first. */
export function findBrands(texts: readonly string[]): readonly Brand[] {
  const found = new Map<string, Brand>()
  const add = (text: string, replacement: Brand['replacement']) => {
    if (!found.has(text)) found.set(text, { text, replacement })
  }
  for (const text of texts) {
    if (!isSuspect(text)) continue
    const brand = isTitle(text) ? inTitle.exec(text)?.[1] : undefined
    const behind = brand === undefined ? '' : text.slice(text.indexOf(brand) + brand.length)
    const isLegal = brand === undefined || department.test(brand) || (sports.test(behind) && !isForeign(brand))
    if (brand !== undefined && !isLegal) add(brand, placed.test(behind) ? '' : lostWords)
    for (const match of text.matchAll(address)) add(match[0], lostWords)
    for (const pattern of patterns)
      for (const match of text.matchAll(pattern)) if (isForeign(match[0])) add(match[0], '')
  }
  return [...found.values()].sort((a, b) => b.text.length - a.text.length)
}

const isTitle = (text: string): boolean =>
  text.length <= 50 && /(?:信息公[开開]|資訊公開).*[报報]告/.test(text) && !/[，。]/.test(text)

const rare = /(?:开云|云开|亚博|博亚|凯发|乐鱼|华体会|必威|爱游戏|新葡京|威尼斯人|金年会|竞博|贝博|博鱼|米乐)/
const hasTrade = new RegExp(`(?:${trade})`)
const hasDoor = new RegExp(`(?:${door})`)
const hasLatin = /[A-Za-z]{2}|[A-Za-z]\d/

/** `江南体育中心`, `银河国际` and `金沙` alone are no brands: a name seen nowhere else, or a trade with a door or Latin letters. */
function isForeign(text: string): boolean {
  if (rare.test(text)) return hasTrade.test(text) || hasDoor.test(text) || hasLatin.test(text)
  if (hasTrade.test(text)) return hasDoor.test(text) || hasLatin.test(text)
  return hasLatin.test(text) && hasDoor.test(text)
}

/** Takes the brands of a document out of one piece of text. */
export function cutBrands(piece: Piece, brands: readonly Brand[]): Piece {
  return brands.reduce((current, { text, replacement }) => {
    const edits = []
    for (let at = current.text.indexOf(text); at >= 0; at = current.text.indexOf(text, at + text.length))
      edits.push({ start: at, end: at + text.length, replacement })
    return applyEdits(current, 'spam', edits)
  }, piece)
}
