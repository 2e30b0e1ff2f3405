/** A stream of numbers below 1 that a seed decides (mulberry32). */
export function toRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Random = () => number

export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
export const digitsOf = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 10)).join('')

/** Mobile numbers that nobody has: operators give out no number of eight like digits behind the first three. */
export const toMobile = (random: Random): string => `1${pick(random, [...'3456789'])}${digitsOf(random, 9)}`

const shift = (from: number) => (digit: string) => String.fromCodePoint(from + Number(digit))
const written = (numerals: string) => (digit: string) => [...numerals][Number(digit)] ?? digit

/** Ways to write a digit. */
const scripts: readonly (readonly [name: string, write: (digit: string) => string])[] = [
  ['ordinary', (digit) => digit],
  ['full-width', shift(0xff10)],
  ['circled', written('⓪①②③④⑤⑥⑦⑧⑨')],
  ['circled in black', written('⓿❶❷❸❹❺❻❼❽❾')],
  ['raised', written('⁰¹²³⁴⁵⁶⁷⁸⁹')],
  ['lowered', shift(0x2080)],
  ['mathematical', shift(0x1d7ce)],
  ['Arabic', shift(0x660)],
  ['Devanagari', shift(0x966)],
  ['Chinese', written('〇一二三四五六七八九')],
  ['Chinese with 零', written('零一二三四五六七八九')],
  ['financial', written('零壹贰叁肆伍陆柒捌玖')],
  ['O for 0', written('O123456789')],
  ['o for 0 and l for 1', written('ol23456789')],
  ['keycaps', (digit) => `${digit}\ufe0f\u20e3`],
  ['struck out', (digit) => `${digit}\u0336`],
  ['with a joiner', (digit) => `${digit}\u200d`],
]

const unseen = ['\u200b', '\u00ad', '\u034f', '\ufe00', '\u2060', '\u180b', '\u061c', '\u200e', '\u3164']
const separators = [
  '-',
  ' ',
  '.',
  '·',
  '_',
  '—',
  '－',
  '\u3000',
  '~',
  '*',
  ' - ',
  '\u00a0',
  '•',
  '/',
  '+',
  '–',
  '‐',
  '。',
  '、',
  '，',
]
const groupings = [
  [3, 4, 4],
  [3, 3, 5],
  [4, 3, 4],
  [7, 4],
  [5, 6],
  [3, 8],
  [4, 4, 3],
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
]

const split = (digits: string, lengths: readonly number[]): readonly string[] =>
  lengths.map((length, i) => {
    const from = lengths.slice(0, i).reduce((sum, one) => sum + one, 0)
    return digits.slice(from, from + length)
  })

/** What stands before and behind a number; none of it belongs to a number. */
const frames: readonly (readonly [string, string])[] = [
  ['手机：', ''],
  ['手机', ''],
  ['手 机： ', '。'],
  ['电话：', '，地址：泗县中山路1号'],
  ['联系电话:', ''],
  ['联系方式：', '（微信同号）'],
  ['咨询电话：0557-0000000、', ''],
  ['请拨打', '咨询'],
  ['可致电', '索取'],
  ['Tel: ', ''],
  ['Mobile:', ''],
  ['手机号码为', '。'],
  ['监督电话（', '）'],
  ['微信同号：', ''],
]

/** Frames that say nothing of a number: only one in a piece is told there. */
const bareFrames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['文号：', '号'],
  ['索引号：', ''],
  ['索引号：000014349/', ''],
  ['《汇总表》', '.docx'],
  ['', '转8001'],
  ['', '-8'],
  ['', 'abc'],
  ['已报送', '处理'],
  ['https://www.example.gov.cn/?tel=', ''],
  ['+86', ''],
  ['0086', ''],
  ['(86)', ''],
]

export interface Spelling {
  /** Lines, or cells of one row when `isRow`. */
  readonly texts: readonly string[]
  readonly isRow: boolean
  readonly digits: string
  readonly kind: string
}

const spell = (random: Random, digits: string): readonly [string, string] => {
  const [name, write] = pick(random, scripts)
  return [name, [...digits].map(write).join('')]
}

const withUnseen = (random: Random, text: string): string =>
  [...text].map((one) => (random() < 0.3 ? one + pick(random, unseen) : one)).join('')

/** A mobile number in one of many spellings, as a report prints it. */
export function toSpelling(random: Random): Spelling {
  const digits = toMobile(random)
  const way = Math.floor(random() * 5)
  const lengths = pick(random, groupings)
  if (way === 0) {
    const [before, behind] = pick(random, bareFrames)
    return { texts: [`${before}${digits}${behind}`], isRow: false, digits, kind: `bare ${before}` }
  }
  if (way === 1) {
    const [name, text] = spell(random, digits)
    const [before, behind] = pick(random, frames)
    return {
      texts: [`${before}${random() < 0.3 ? withUnseen(random, text) : text}${behind}`],
      isRow: false,
      digits,
      kind: name,
    }
  }
  if (way === 2) {
    const separator = pick(random, separators)
    const [before, behind] = pick(random, frames)
    const parts = split(digits, lengths).map((part) => spell(() => 0, part)[1])
    return {
      texts: [`${before}${parts.join(separator)}${behind}`],
      isRow: false,
      digits,
      kind: `separated by ${separator}`,
    }
  }
  const parts = split(digits, lengths)
  const label = pick(random, ['手机', '联系电话', '电话：', '手机号码', '联系方式'])
  if (way === 3) return { texts: [label, ...parts], isRow: true, digits, kind: 'cut over cells' }
  const [first = '', ...rest] = parts
  return {
    texts: random() < 0.5 ? [label, first, ...rest] : [`${label}${first}`, ...rest],
    isRow: false,
    digits,
    kind: 'cut over lines',
  }
}

/** Numbers that nobody can be called on, each with the digits that must stay. */
export const toHarmless = (random: Random): string =>
  pick(
    random,
    harmless,
  )({
    random,
    eleven: toMobile(random),
    count: (most) => String(Math.floor(random() * most) + 1),
  })

/** What a harmless number is made of: eleven digits as a mobile has them, and counts. */
interface Harmless {
  readonly random: Random
  readonly eleven: string
  readonly count: (most: number) => string
}

const harmless: readonly ((of: Harmless) => string)[] = [
  ({ random, count }) => `泗政办发〔${2008 + Math.floor(random() * 17)}〕${count(400)}号`,
  ({ random }) =>
    `统一社会信用代码：11${digitsOf(random, 6)}${digitsOf(random, 9)}${pick(random, [...'0123456789XGHJ'])}`,
  ({ random }) => `统一社会信用代码 11${digitsOf(random, 6)}MB${digitsOf(random, 7)}${pick(random, [...'ABCDEFGH'])}`,
  ({ eleven }) => `本年收费金额${eleven}元`,
  ({ eleven }) => `采购总金额：${eleven}.56元`,
  ({ random, eleven }) => `${pick(random, ['投入资金', '总产值', '预算收入'])} ${eleven} 元`,
  ({ eleven }) => `面积${eleven}平方米`,
  ({ eleven }) => `信息条数：${eleven}条`,
  ({ eleven }) => `网站访问量${eleven}次`,
  ({ random }) =>
    `电话：0${pick(random, ['557', '591', '571', '10', '21', '755'])}-${pick(random, [...'2345678'])}${digitsOf(random, 6)}`,
  ({ random }) =>
    `联系电话：(0${pick(random, ['551', '20', '28'])})${pick(random, [...'2345678'])}${digitsOf(random, 7)}`,
  ({ random }) =>
    `办公电话 ${pick(random, [...'2345678'])}${digitsOf(random, 6)}、${pick(random, [...'2345678'])}${digitsOf(random, 6)}`,
  ({ random, count }) =>
    `传真：0${pick(random, ['557', '591'])} ${pick(random, [...'2345678'])}${digitsOf(random, 6)}-${count(900)}`,
  ({ random }) =>
    `分别为 1${pick(random, [...'3456789'])}${digitsOf(random, 1)} ${digitsOf(random, 4)} ${digitsOf(random, 4)} 三项`,
  ({ random }) =>
    `规章 1${pick(random, [...'3456789'])}${digitsOf(random, 1)} ${1000 + Math.floor(random() * 9000)} ${1000 + Math.floor(random() * 9000)}`,
  ({ random }) =>
    `1${pick(random, [...'3456789'])}${digitsOf(random, 1)} ${1000 + Math.floor(random() * 9000)} ${1000 + Math.floor(random() * 9000)}`,
  ({ random }) =>
    `全年公开信息1${pick(random, [...'3456789'])}0、${1000 + Math.floor(random() * 9000)}、${1000 + Math.floor(random() * 9000)}条`,
  ({ random }) =>
    `电话咨询1${pick(random, [...'3456789'])}0、${1000 + Math.floor(random() * 9000)}、${1000 + Math.floor(random() * 9000)}次`,
  ({ random }) => `索引号：${digitsOf(random, 9)}/${2008 + Math.floor(random() * 17)}-${digitsOf(random, 5)}`,
  ({ random, count }) =>
    `发布时间：20${10 + Math.floor(random() * 15)}-0${count(9)}-1${digitsOf(random, 1)} 15:38:0${digitsOf(random, 1)}`,
  ({ random }) => `20${10 + Math.floor(random() * 15)}0130153800`,
  ({ random }) => `网站标识码：${digitsOf(random, 10)}`,
  ({ random }) => `邮编：${digitsOf(random, 6)}`,
  ({ count }) => `地址：泗县中山路${count(300)}号${count(900)}室`,
  ({ count }) => `行政许可 ${count(2000)} ${count(2000)} ${count(2000)} ${count(200)} ${count(20)} 0 0`,
  ({ random, count }) => `拨打${pick(random, ['12345', '12315', '12333', '110'])}热线${count(9000)}次`,
  ({ random }) => `二〇二${pick(random, ['一', '二', '三'])}年一月十${pick(random, ['一', '三', '八'])}日`,
  ({ random }) => `（一）予以公开${pick(random, ['13', '15', '17'])}300000153`,
]

const given = [
  '知秋',
  '南星',
  '见鹿',
  '清荷',
  '萱',
  '晓明',
  '建国',
  '芳',
  '志强',
  '雨桐',
  '明远',
  '海燕',
  '子涵',
  '文博',
  '月',
]
const family = [
  '沈',
  '顾',
  '林',
  '柳',
  '陆',
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '闻人',
  '欧阳',
  '马',
  '高',
  '任',
]
export const toName = (random: Random): string => `${pick(random, family)}${pick(random, given)}`

/** Names of contact persons and applicants, as lines or as rows of cells. */
export function toNamed(random: Random): { readonly texts: readonly (readonly string[])[]; readonly name: string } {
  const name = toName(random)
  const mobile = toMobile(random)
  const line = (text: string) => [[text]]
  const makers: readonly (() => readonly (readonly string[])[])[] = [
    () =>
      line(
        `${pick(random, ['联系人', '经办人', '经办', '承办人', '值班人员', '值班', '填报人', '联络员', '工作人员', '申请人', '承办同志', '信息员', '负责同志'])}${pick(random, ['：', ':', '： '])}${name}`,
      ),
    () => line(`联 系 人：${[...name].join(' ')}`),
    () => line(`${name}${pick(random, ['', '：', ' ', '，', '（', '、手机'])}${mobile}`),
    () => line(`${mobile}${pick(random, ['（', ' ', '，'])}${name}`),
    () => line(`如有疑问，可与${name}联系（地址：云台路1号）。`),
    () => line(`请联系${name} ${mobile}`),
    () => line(`收到${name}${pick(random, ['女士', '先生'])}的依申请书。`),
    () =>
      line(
        `申请人${name}${pick(random, ['向我局提出申请', '不服我局答复', '，住泗县某村', '的申请已答复', '诉我局一案'])}。`,
      ),
    () => line(`${name}诉${pick(random, ['我局', '泗县人民政府', '本机关'])}政府信息公开一案已审结。`),
    () => line(`原告${name}诉我局不履行法定职责一案。`),
    () => line(`收到${name}提出的政府信息公开申请1件。`),
    () => line(`五、存在的主要问题及改进情况（${name} ${mobile}）`),
    () => line(`《汇总表》${name}${mobile}.docx`),
    () => [
      ['序号', '姓名', '科室', '职务'],
      ['1', name, '办公室', '科员'],
    ],
    () => [
      ['单位', pick(random, ['联系人', '经办人', '值班人员']), '备注'],
      ['办公室', name, ''],
    ],
    () => [['规章', mobile, name, '0']],
    () => [['联系人', name]],
    () => [['联系人：'], [name]],
    () => [[name], [mobile]],
    () => [['联系人', '', name, '电话', '0557-0000000']],
  ]
  return { texts: pick(random, makers)(), name }
}

/** Sentences and rows whose names hold public office. */
export function toOfficial(random: Random): { readonly texts: readonly (readonly string[])[]; readonly name: string } {
  const name = toName(random)
  const line = (text: string) => [[text]]
  const makers: readonly (() => readonly (readonly string[])[])[] = [
    () => line(`组　长：${name}（局长）`),
    () => line(`副组长：${name}、${toName(random)}`),
    () => line(`成员：${toName(random)}、${name}、${toName(random)}`),
    () => line(`成立以局长${name}为组长的政务公开领导小组`),
    () => line(`由${name}同志任组长，分管副局长任副组长`),
    () => line(`局长：${name}`),
    () => line(`签发人：${name}`),
    () => line(`县长 ${name}`),
    () => line(`党组书记、局长${name}主持召开会议`),
    () => [['政务公开领导小组成员名单'], ['姓名', '职务', '分工'], [name, '局长', '组长']],
    () => [['政务公开工作领导小组'], ['姓名', '职务', '联系电话'], [name, '局长', '0557-0000000']],
    () => [['信息公开领导小组名单'], ['序号', '姓名', '职务'], ['1', name, '副局长']],
    () => [['领导小组成员如下：'], ['组长', name], ['副组长', toName(random)]],
  ]
  return { texts: pick(random, makers)(), name }
}
