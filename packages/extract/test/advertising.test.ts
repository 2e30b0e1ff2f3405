import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { toCleanDocument } from '../src/document/clean-document.ts'
import { checkText } from '../src/document/document-faults.ts'
import type { Block } from '../src/types.ts'
import { type Random, toRandom } from './generate/random.ts'

const { repairer } = loadLookups()

/** What becomes of some paragraphs: their text, and whether advertising was named. */
function clean(...texts: readonly string[]) {
  const blocks = texts.map((text): Block => ({ kind: 'paragraph', text, offset: 0 }))
  const document = toCleanDocument(blocks, repairer)
  const issues = checkText(document, repairer.isDoubtful).filter(({ code }) => code === 'spam_present')
  return { text: document.lines.map((line) => line.text).join('\n'), issues, repairs: document.repairs }
}

test.each([
  [
    '按照《666金豹app_666金豹体育@关于印发2020年政务公开工作要点的通知》和《手机彩票网2020年政务公开工作要点》要求编制。',
    '按照《关于印发2020年政务公开工作要点的通知》和《2020年政务公开工作要点》要求编制。',
  ],
  ['发布时间:2021-01-28 14:11 信息来源:老虎机游戏:云台县政府', '发布时间:2021-01-28 14:11 信息来源::云台县政府'],
  ['全年公开信息120条，88飞虎棋牌_88飞虎app@受理申请3件。', '全年公开信息120条，受理申请3件。'],
  ['时时彩平台官网2023年政府信息公开工作年度报告', '2023年政府信息公开工作年度报告'],
  ['共收到申请12件时时彩，办结12件。', '共收到申请12件，办结12件。'],
  ['日韩精品一区二区三区在线观看', ''],
])('advertising is cut out of %j, and no figure or date with it', (text, left) => {
  const cleaned = clean(text)
  expect(cleaned.text).toBe(left)
  expect(cleaned.issues).toHaveLength(1)
  expect(cleaned.repairs.some(({ kind }) => kind === 'spam')).toBe(true)
})

test.each([['通过kzbet公开信息12条。'], ['通过888金龙体育公开信息12条。'], ['邀请群众参加投注，公开信息12条。']])(
  'what may be advertising is named and stays: %j',
  (text) => {
    expect(clean(text)).toEqual({
      text,
      repairs: [],
      issues: [expect.objectContaining({ code: 'spam_present', line: 1, severity: 'info' })],
    })
  },
)

const hans = ['金', '豹', '飞', '虎', '天', '鸿', '盛', '宝', '龙', '凤', '富', '赢'] as const
const letters = ['b', 'k', 'z', 'x', 'q', 'm', 'v', 'h'] as const
const trades = ['体育', '娱乐', '棋牌', '电竞', '博彩', '真人'] as const
const entrances = ['官网', '平台', '登录', '入口', '注册', '网址', '下载', '手机版'] as const
const words = [
  '时时彩',
  '六合彩',
  '老虎机',
  '百家乐',
  '北京赛车',
  '幸运飞艇',
  '分分彩',
  '龙虎斗',
  '足球投注',
  '体育投注',
  '手机彩票网',
  '在线博彩',
] as const

const times = (count: number, make: () => string) => Array.from({ length: count }, make).join('')

/** Advertising of brands that nobody has: letters, digits and Han with words of the trade. */
const insertions: readonly [(random: Random) => string, ...((random: Random) => string)[]] = [
  (r) => times(2 + r.int(3), () => r.pick(letters)) + r.pick(trades) + r.pick(entrances),
  (r) => `${times(2, () => r.pick(letters))}${10 + r.int(900)}${r.pick(trades)}`,
  (r) => {
    const name = `${100 + r.int(900)}${times(2, () => r.pick(hans))}`
    return `${name}app_${name}${r.pick(trades)}@`
  },
  (r) => `${100 + r.int(900)}${times(2, () => r.pick(hans))}${r.pick(trades)}`,
  (r) => `${r.pick(words)}${r.chance(0.5) ? r.pick(entrances) : ''}`,
  (r) => `${r.pick(entrances)}${r.pick(words)}`,
  (r) => times(3 + r.int(3), () => r.pick(letters)),
  (r) => `${times(2, () => r.pick(letters))}${100 + r.int(900)}`,
  (r) => `${r.pick(['开云', '乐鱼', '华体会', '爱游戏', '必赢'])}${r.pick(trades)}${r.pick(entrances)}`,
]

/** Where it stands: in front of a title, of a name, in a sentence, beside a date. */
const settings: readonly [(advert: string) => string, ...((advert: string) => string)[]] = [
  (advert) => `全年通过${advert}公开政府信息128条，受理申请17件，办结17件。`,
  (advert) => `二是${advert}加强政策解读，发布解读材料36篇。`,
  (advert) => `发布时间：2024-01-18 来源：${advert}：云台县水务局`,
  (advert) => `按照《${advert}2023年政务公开工作要点》要求，公开信息52条。`,
  (advert) => `依申请公开方面，${advert}答复申请9件，比上年增长12.5%。`,
]

const digitsOf = (text: string): string => text.replace(/[^\d.%-]/g, '')

test('300 invented insertions are cut or named, and what stands around them stays', () => {
  const random = toRandom(19)
  const missed: string[] = []
  const harmed: string[] = []
  for (let i = 0; i < 300; i++) {
    const [advert, setting] = [random.pick(insertions)(random), random.pick(settings)]
    const source = setting(advert)
    const { text, issues } = clean(source)
    if (issues.length === 0) missed.push(source)
    if (!digitsOf(text).includes(digitsOf(setting('')).slice(0, 8)) || text.length < setting('').length - 2)
      harmed.push(`${source} → ${text}`)
  }
  expect(missed).toEqual([])
  expect(harmed).toEqual([])
})

const things = [
  '12345热线',
  '12345政务服务便民热线',
  '5G基站',
  'i深圳',
  '粤省事APP',
  '政务APP',
  '手机APP',
  '微信公众号',
  '政府官网',
  '门户网站登录入口',
  'APP下载二维码',
  '官网登录方式',
  '在线直播',
  'IPTV直播',
  '4K超高清直播',
  '体育彩票公益金',
  '福利彩票公益金',
  '体彩公益金',
  '彩票网点',
  '体育彩票投注站',
  '棋牌室',
  '娱乐场所',
  '互联网上网服务营业场所',
  '体育场馆',
  '体育公园',
  '全民健身中心',
  '电竞产业',
  'PM2.5',
  'A4纸',
  'H5页面',
  'VR看房',
  'LED屏',
  'AI客服',
  '4A级景区',
  'G20峰会',
  'S205国道',
  'X105县道',
  'H7N9防控',
  '3D打印',
  '政务新媒体平台',
  '一网通办平台',
  '“一件事”平台',
  'e网通办',
  '12315平台',
  '12348法律服务网',
  'pdf文件',
  'word版本',
  'wps文档',
  'excel表格',
  'OFD版式',
  'QQ群',
  '教育体育局',
  '文化和旅游体育局',
  '融媒体直播间',
  '政务直播',
  '在线访谈',
  '在线观看人数',
  '“澳门中华总商会”',
  '六合区',
  '江南水务',
  '银河社区',
  '金沙江路',
  '半岛湾',
  '南宫村',
  '环球金融中心',
  '皇冠山',
  '太阳城小区',
  '官方微博',
  '客户端下载量',
] as const
const verbs = ['全年通过', '依托', '围绕', '及时公布', '优化', '加强', '检查', '建设'] as const
const ends = [
  '公开信息120条。',
  '发布政策解读36篇。',
  '受理咨询1,204件次。',
  '，群众满意度98.5%。',
  '工作，公开信息19条。',
  '相关信息56条，点击量2万次。',
  '3个，较上年增加1个。',
] as const
const starts = ['', '2023年，', '一是', '（三）', '我局', '县政府办公室'] as const
const fought = [
  '打击利用六合彩赌博违法行为12起',
  '查处老虎机5台',
  '开展网络赌场专项整治3次',
  '依法取缔非法博彩网站7个',
  '收缴百家乐赌具2套',
  '宣传防范网络赌博、时时彩诈骗',
] as const

test('of 500 genuine phrases none is cut, and at most ten are named', () => {
  const random = toRandom(23)
  const cut: string[] = []
  const named: string[] = []
  for (let i = 0; i < 500; i++) {
    const phrase = random.chance(0.1)
      ? `${random.pick(starts)}${random.pick(fought)}。`
      : `${random.pick(starts)}${random.pick(verbs)}${random.pick(things)}${random.pick(ends)}`
    const { text, issues, repairs } = clean(phrase)
    if (text !== phrase || repairs.some(({ kind }) => kind === 'spam' || kind === 'mirror'))
      cut.push(`${phrase} → ${text}`)
    if (issues.length > 0) named.push(phrase)
  }
  expect(cut).toEqual([])
  expect(named.length, named.join('\n')).toBeLessThanOrEqual(10)
})
