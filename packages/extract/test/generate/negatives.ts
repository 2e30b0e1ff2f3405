import type { ReasonCode } from '@gongkai/schema'
import { bytes, tableHtml } from './html.ts'
import { type Body, drawBody } from './identity-bodies.ts'
import type { Random } from './random.ts'
import { toRandom } from './random.ts'
import { type Sheet, type Sheets, toSheets } from './sheet.ts'
import { type Truth, toPrint, toTruth } from './truth.ts'

/** A document that looks like a yearly report and is none, with the reasons that say so rightly. */
export interface Negative {
  readonly id: string
  readonly reasons: readonly ReasonCode[]
  readonly bytes: Uint8Array
}

interface Draft {
  readonly body: Body
  readonly name: string
  readonly year: number
  readonly random: Random
}

/** Lines of a document; a sheet stands for its table. */
type Part = string | Sheet
interface Kind {
  readonly reasons: readonly ReasonCode[]
  readonly write: (draft: Draft) => readonly Part[]
}

const report = (name: string, year: number): string => `${name}${year}年政府信息公开工作年度报告`

function sheets(random: Random, change: (truth: Truth) => Truth = (truth) => truth): Sheets {
  return toSheets(change(toTruth(random)))
}

const blank = (truth: Truth): Truth => ({
  ...truth,
  prints: new Map(
    [...truth.prints.keys()].map((key) => [key, { ...toPrint(0, ''), state: 'blank' as const, value: null }]),
  ),
})

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const

const form = ({ random }: Draft): readonly Part[] => {
  const { disclosure, requests, proceedings } = sheets(random, blank)
  return [
    headings[0],
    headings[1],
    disclosure,
    headings[2],
    requests,
    headings[3],
    proceedings,
    headings[4],
    headings[5],
  ]
}

const asking = [
  '各乡镇人民政府，县政府各部门：',
  '为做好年度报告编制发布工作，现将有关事项通知如下。',
  '一、报告内容',
  '年度报告应当包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等内容。',
  '二、时间要求',
  '请于1月31日前在政府网站公布，并报送电子版。',
] as const

const paragraphs = [
  '坚持把这项工作摆上重要位置，全年召开专题会议4次。',
  '制定年度计划，明确责任科室，逐项抓好落实。',
  '下一步，将继续完善制度，补齐短板。',
] as const

const other = (title: (draft: Draft) => string, reasons: readonly ReasonCode[] = ['other_report']): Kind => ({
  reasons,
  write: (draft) => [
    title(draft),
    '一、工作开展情况',
    ...paragraphs,
    '二、存在的问题',
    '个别环节衔接不够。',
    draft.name,
  ],
})

const kinds: Readonly<Record<string, Kind>> = {
  'blank-form': {
    reasons: ['blank_form'],
    write: (draft) => [
      draft.random.pick([
        '政府信息公开工作年度报告格式',
        '（单位名称）　　年政府信息公开工作年度报告',
        report(draft.name, draft.year),
      ]),
      ...form(draft),
    ],
  },
  'format-notice': {
    reasons: ['notice', 'blank_form'],
    write: (draft) => [
      `关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知`,
      '各省、自治区、直辖市人民政府办公厅：',
      '现将年度报告格式印发给你们，请遵照执行。',
      '附件：政府信息公开工作年度报告格式',
      ...form(draft),
    ],
  },
  notice: {
    reasons: ['notice'],
    write: ({ name, year }) => [
      `${name}关于做好${year}年政府信息公开工作年度报告编制和发布工作的通知`,
      ...asking,
      name,
      `${year}年12月19日`,
    ],
  },
  'notice-broken': {
    reasons: ['notice'],
    write: ({ name, year }) => [
      name,
      `关于做好${year}年政府信息公开工作年度报告`,
      '编制和发布工作的通知',
      `泾政办函〔${year}〕21号`,
      ...asking,
    ],
  },
  'notice-submit': {
    reasons: ['notice'],
    write: ({ year }) => [`关于报送${year}年度政府信息公开工作年度报告的通知`, ...asking],
  },
  circular: {
    reasons: ['notice', 'other_report'],
    write: ({ name, year }) => [
      `${name}关于${year}年政府信息公开工作年度报告编制公布情况的通报`,
      '各单位：',
      '现将检查情况通报如下。大部分单位按时公布了年度报告，3个单位逾期。',
      '望各单位认真整改。',
    ],
  },
  'work-points': other(({ name, year }) => `${name}${year}年政务公开工作要点`, ['plan']),
  'work-plan': other(({ name, year }) => `${name}${year}年政务公开工作计划`, ['plan']),
  'plan-with-open-names': {
    reasons: ['plan'],
    write: ({ year, random }) => [
      `${random.pick(['××', 'XX', '**'])}镇${year}年政务公开工作${random.pick(['计划', '方案', '要点'])}`,
      '一、工作目标',
      '把该公开的及时公开。',
      '二、工作安排',
      '明确专人负责。',
    ],
  },
  assessment: other(({ name, year }) => `${name}${year}年政府信息公开工作第三方评估报告`, ['study']),
  'school-year': other(({ name, year }) => `${name}${year - 1}-${year}学年信息公开工作年度报告`),
  environment: other(({ name, year }) => `${name}${year}年环境信息公开工作年度报告`),
  paper: {
    reasons: ['study'],
    write: ({ name, year, random }) => [
      random.pick(['论文摘要', `基层政府依申请公开的实证分析`, '摘要']),
      `${random.pick(['本文以', '本文选取', '本文通过'])}${name}${year - 3}—${year}年政府信息公开工作年度报告考察申请数量的变化。`,
      '研究发现，申请逐年增加。',
    ],
  },
  'guide-without-the-word-above': {
    reasons: ['guide'],
    write: ({ name, random }) => [
      `为方便公众获取${name}的政府信息，${random.pick(['制定', '编制'])}本${random.pick(['指南', '目录', '制度'])}。`,
      '一、主动公开政府信息',
      '（一）公开范围',
      '机构职能、年度报告等。',
      '二、依申请公开政府信息',
      '（一）受理机构',
    ],
  },
  'interpretation-of-the-report': {
    reasons: ['interpretation'],
    write: ({ name, year, random }) => [
      random.pick([
        `【政策解读】${report(name, year)}解读`,
        `${report(name, year)}解读`,
        `关于《${report(name, year)}》的解读`,
        `${name}${year}年政府信息公开工作年度报告政策问答`,
      ]),
      `1、《${report(name, year)}》依据什么编制？`,
      '依据条例编制。',
      '2、有哪些内容？',
      '报告分六个部分，全年公开信息120条，收到申请8件。',
      ...(random.chance(0.5) ? [report(name, year)] : []),
    ],
  },
  'picture-story-of-the-report': {
    reasons: ['interpretation'],
    write: ({ name, year, random }) => [
      `${random.pick(['图解：', '一图读懂｜', '一图看懂 ', '数说：'])}${report(name, year)}`,
      '主动公开120条',
      '收到申请8件',
    ],
  },
  'points-letter': {
    reasons: ['letter'],
    write: ({ name, year }) => [
      `${name}关于${year}年政务公开工作要点落实情况的函`,
      '县政府办公室：',
      '根据要求，现将我局落实情况函告如下。',
      '一、主动公开情况',
      '全年公开信息120条。',
      '特此函告。',
      name,
    ],
  },
  'rule-of-law': other(({ name, year }) => `${name}${year}年度法治政府建设情况报告`),
  'rule-of-law-yearly': other(({ name, year }) => `${name}${year}年法治政府建设年度报告`),
  accounts: other(({ name, year }) => `${name}${year}年度部门决算公开报告`),
  budget: other(({ name, year }) => `${name}${year}年部门预算公开说明`),
  'government-work': other(({ year }) => `${year}年政府工作报告`),
  website: other(({ name, year }) => `${name}${year}年政府网站工作年度报表`),
  enforcement: other(({ name, year }) => `${name}${year}年行政执法统计年报`),
  'half-year': {
    reasons: ['partial_year'],
    write: (draft) => [
      `${draft.name}${draft.year}年上半年政府信息公开工作报告`,
      ...['一、总体情况', '上半年公开信息60条。', '二、主动公开政府信息情况'],
      ...(draft.random.chance(0.5) ? [sheets(draft.random).disclosure] : []),
      draft.name,
    ],
  },
  quarter: {
    reasons: ['partial_year', 'statistics'],
    write: ({ name, year, random }) => [
      `${name}${year}年第${random.pick(['一', '二', '三', '四'])}季度政府信息公开情况统计表`,
      '主动公开信息35条。',
      '收到申请2件。',
    ],
  },
  statistics: {
    reasons: ['statistics'],
    write: ({ name, year }) => [
      `${name}${year}年政府信息依申请公开情况统计`,
      '一、收到申请情况',
      '收到申请1499件，其中网络申请1303件。',
      '二、申请答复情况',
      '完成答复1453件。',
    ],
  },
  'model-text': {
    reasons: ['guide'],
    write: ({ year, random }) => [
      `${year}年政府信息公开工作年度报告范文（精选3篇）`,
      '下面是小编整理的范文，供参考。',
      '一、总体情况',
      '**局全年公开信息***条。',
      headings[1],
      ...(random.chance(0.5) ? [sheets(random).disclosure] : []),
    ],
  },
  template: {
    reasons: ['guide', 'blank_form'],
    write: ({ year }) => [`${year}年政府信息公开工作年度报告模板`, ...headings, 'XX单位', '20XX年X月X日'],
  },
  guide: {
    reasons: ['guide'],
    write: ({ name }) => [
      `${name}政府信息公开指南`,
      '为方便公众获取信息，编制本指南。',
      '一、公开范围',
      '见目录。',
      '二、受理机构',
      '办公室。',
    ],
  },
  catalogue: {
    reasons: ['guide'],
    write: ({ name }) => [`${name}政府信息公开目录`, '机构职能', '政策文件', '财政信息', '年度报告'],
  },
  rules: {
    reasons: ['guide', 'other_report', 'unrelated'],
    write: ({ name }) => [
      `${name}政府信息公开工作年度报告制度`,
      '第一条　为总结工作，制定本制度。',
      '第二条　各科室应当报送材料。',
    ],
  },
  column: {
    reasons: ['column_page'],
    write: ({ name, year }) => [
      '当前位置：首页 > 政务公开 > 政府信息公开年报',
      '政府信息公开年报',
      ...[0, 1, 2, 3, 4, 5].map((ago) => `${report(name, year - ago)} ${year - ago + 1}-01-20`),
      '首页 上一页 1 2 下一页 尾页',
    ],
  },
  'column-bodies': {
    reasons: ['column_page'],
    write: ({ year, random }) => [
      '政府信息公开年报',
      ...[1, 2, 3, 4, 5, 6, 7].flatMap(() => {
        const body = drawBody('department', random)
        return [report(body.before + body.full, year), `${year + 1}-01-20`]
      }),
      '共 7 条 第 1/1 页',
    ],
  },
  english: {
    reasons: ['summary'],
    write: ({ year }) => [
      `Annual Report on Government Information Disclosure of ${year}`,
      'This report is prepared in accordance with the Regulations on Disclosure of Government Information.',
      'I. Overview',
      'The county disclosed 1,204 items of information on its website and answered 35 requests.',
      'II. Requests for information',
      'All requests were answered within the time limit. 12 were granted in full.',
    ],
  },
  news: other(
    ({ name, year }) => `${name}召开${year}年度政府信息公开年报编制工作培训会`,
    ['unrelated', 'other_report', 'notice'],
  ),
  interpretation: other(
    ({ name, year }) => `一图读懂：${name}${year}年政府工作报告`,
    ['interpretation', 'other_report'],
  ),
}

export const negativeKinds = Object.keys(kinds)

const toText = (parts: readonly Part[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' ? [part] : part.map((row) => row.map(({ text }) => text).join('\t'))))
    .join('\n')

function toHtml(parts: readonly Part[], site: string): string {
  const [title = '', ...rest] = parts.map((part) => (typeof part === 'string' ? part : tableHtml(part)))
  const nav = ['首页', '政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报'].map(
    (text) => `<a href="#">${text}</a>`,
  )
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}-${site}</title><meta name="ArticleTitle" content="${title.replace(/<[^>]*>/g, '')}"></head>
<body><div class="nav">${nav.join('')}</div><div class="article"><h1>${title}</h1>${rest.map((part) => (part.startsWith('<table') ? part : `<p>${part}</p>`)).join('\n')}</div></body></html>`
}

/** One negative of a kind: the seed decides everything in it. */
export function drawNegative(kind: string, seed: number): Negative {
  const random = toRandom(seed)
  const body = drawBody(random.pick(['department', 'government', 'township', 'provincial', 'zone', 'office']), random)
  const draft: Draft = { body, name: body.before + body.full, year: 2012 + random.int(13), random }
  const chosen = kinds[kind]
  if (chosen === undefined) throw new RangeError(`Cannot draw a negative: there is no kind "${kind}"`)
  const parts = chosen.write(draft)
  const isHtml = random.chance(0.5)
  return {
    id: `${kind}/${seed}/${isHtml ? 'html' : 'text'}`,
    reasons: chosen.reasons,
    bytes: bytes(isHtml ? toHtml(parts, `${body.place?.name ?? ''}人民政府`) : toText(parts)),
  }
}

/** Negatives of every kind in turn. */
export const drawNegatives = (count: number, seed: number): readonly Negative[] =>
  Array.from({ length: count }, (_, i) => drawNegative(negativeKinds[i % negativeKinds.length] ?? '', seed + i))
