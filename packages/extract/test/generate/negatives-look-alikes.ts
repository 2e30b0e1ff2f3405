import { bytes, tableHtml } from './html.ts'
import { type Body, drawBody } from './identity-bodies.ts'
import { type Random, toRandom } from './random.ts'
import { type Sheet, type Sheets, toSheets } from './sheet.ts'
import { toPrint, toTruth } from './truth.ts'

/** A real report that looks as if it were none. */
export interface LookAlike {
  readonly id: string
  readonly bytes: Uint8Array
}

type Part = string | Sheet

interface Draft {
  readonly body: Body
  readonly name: string
  readonly year: number
  readonly random: Random
  readonly title: string
}

const drawSheets = (random: Random, isBlank = false): Sheets => {
  const truth = toTruth(random)
  const blank = new Map(
    [...truth.prints.keys()].map((key) => [key, { ...toPrint(0, ''), state: 'blank' as const, value: null }]),
  )
  return toSheets(isBlank ? { ...truth, prints: blank } : truth)
}

const filled = ({ body, year, random }: Draft, isBlank = false): readonly Part[] => {
  const { disclosure, requests, proceedings } = drawSheets(random, isBlank)
  return [
    '一、总体情况',
    `${year}年，${body.self}公开信息120条，召开会议2次，上半年信息更新一度放缓，已按通知要求补齐。`,
    ...['二、主动公开政府信息情况', disclosure, '三、收到和处理政府信息公开申请情况', requests],
    ...['四、政府信息公开行政复议、行政诉讼情况', proceedings, '五、存在的主要问题及改进情况', '个别栏目更新偏慢。'],
    ...['六、其他需要报告的事项', '按照政务公开工作要点，本年度没有收取信息处理费。'],
  ]
}

const untabled = (draft: Draft): readonly Part[] => filled(draft).filter((part) => typeof part === 'string')
const end = ({ name, year }: Draft): readonly Part[] => [name, `${year + 1}年1月18日`]

/** Lines that sites print above the title of an article. */
const navigations: readonly [readonly string[], ...(readonly string[])[]] = [
  ['网站支持IPv6'],
  ['无障碍', 'Document', '繁体版'],
  ['政府信息', '公开指南', '政府信息', '公开制度'],
  ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报'],
  ['政府信息公开', '（某某局）'],
  ['正文内容区域请使用tab按钮切换浏览'],
  ['您现在的位置：网站首页 > 政务公开', '2026年3月4日 星期三'],
  ['选择特殊符号', '请输入搜索'],
  ['工作报告', '统计公报', '部门决算', '通知公告'],
]

const kinds: Readonly<Record<string, (draft: Draft) => readonly Part[]>> = {
  'tables-lost': (draft) => [draft.title, ...untabled(draft), ...end(draft)],
  'attachment-only': ({ title }) => [title, '附件下载：年度报告.docx', `附件：${title}.pdf`],
  'attachment-above-links': ({ title, year }) => [
    title,
    `${title}.docx`,
    `附件：${title}.docx`,
    '相关信息',
    ...[1, 2, 3, 4, 5].map((ago) => `${title.replace(String(year), String(year - ago))} ${year - ago + 1}-01-20`),
  ],
  'letter-around-it': (draft) => [
    `${draft.name}关于报送${draft.year}年政府信息公开工作年度报告的函`,
    '县政府办公室：',
    '现将年度报告报送你们。',
    ...filled(draft),
    ...end(draft),
  ],
  'letter-tables-lost': (draft) => [
    `${draft.name}关于报送${draft.year}年政府信息公开工作年度报告的函`,
    '县政府办公室：',
    ...untabled(draft),
    ...end(draft),
  ],
  prose: (draft) => [
    draft.title,
    '按照条例规定，现将有关情况报告如下。',
    '一、概述',
    `${draft.year}年公开信息35条。`,
    '二、主动公开政府信息的情况',
    '通过网站公开20条，通过公开栏公开15条。',
    '三、依申请公开政府信息的情况',
    '未收到申请。',
    '四、收费及减免情况',
    '没有收费。',
    '五、存在的主要问题及改进措施',
    '人手不足。',
    ...end(draft),
  ],
  'prose-of-three-parts': (draft) => [
    draft.title,
    '一、工作开展情况',
    `${draft.year}年，${draft.body.self}全年公开35条信息，没有收到申请。`,
    '二、存在的问题',
    '内容不够丰富。',
    '三、下一步打算',
    '继续做好公开工作。',
    ...end(draft),
  ],
  'one-paragraph': (draft) => [
    draft.title,
    `${draft.year}年，${draft.body.self}公开信息35条，没有收到申请，没有收费，没有行政复议。`,
  ],
  'blank-tables-with-story': (draft) => [draft.title, ...filled(draft, true), ...end(draft)],
  'list-of-other-years': (draft) => [
    '政府信息公开指南',
    '政府信息公开制度',
    '政府信息公开年报',
    ...[1, 2, 3, 4, 5].map((ago) => draft.title.replace(String(draft.year), String(draft.year - ago))),
    draft.title,
    ...filled(draft),
    ...end(draft),
  ],
  'list-tables-lost': (draft) => [
    draft.title,
    ...untabled(draft),
    ...end(draft),
    ...[1, 2, 3, 4, 5].map((ago) => draft.title.replace(String(draft.year), String(draft.year - ago))),
  ],
  'notices-beside-it': (draft) => [
    `关于做好${draft.year - 1}年政府信息公开工作年度报告编制工作的通知`,
    '政务公开工作要点',
    draft.title,
    ...filled(draft),
    ...end(draft),
  ],
  'navigation-above': (draft) => [
    ...draft.random.pick(navigations),
    draft.title,
    ...(draft.random.chance(0.5) ? filled(draft) : untabled(draft)),
    ...end(draft),
  ],
  'short-with-navigation-above': (draft) => [
    ...draft.random.pick(navigations),
    draft.title,
    '一、总体情况',
    `${draft.year}年，${draft.body.self}公开信息35条，收到申请3件，均已办结。`,
    '二、存在问题',
    '人手不足。',
  ],
  'site-name-glued-to-the-title': (draft) => [
    `${draft.body.place?.name ?? '某县'}人民政府门户网站${draft.title}`,
    ...untabled(draft),
    ...end(draft),
  ],
  'interpretation-linked-below': (draft) => [
    draft.title,
    ...untabled(draft),
    ...end(draft),
    `相关解读：${draft.title}解读`,
  ],
  'misspelt-title': (draft) => [
    draft.title.replace(
      '工作年度报告',
      draft.random.pick(['工作告年度报', '工作年度报吿', '工作年底报告', '工年作度报告']),
    ),
    ...untabled(draft),
    ...end(draft),
  ],
  openness: (draft) => [`${draft.name}${draft.year}年度政务公开工作年度报告`, ...untabled(draft), ...end(draft)],
  'no-title': (draft) => [...filled(draft), ...end(draft)],
  'issued-with-a-notice': (draft) => [
    `关于印发${draft.name}${draft.year}年政府信息公开工作年度报告的通知`,
    ...filled(draft),
    ...end(draft),
  ],
}

export const lookAlikeKinds = Object.keys(kinds)

const toText = (parts: readonly Part[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' ? [part] : part.map((row) => row.map(({ text }) => text).join('\t'))))
    .join('\n')

const toHtml = (title: string, parts: readonly Part[]): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div><a href="#">政府信息公开指南</a>
<a href="#">通知公告</a></div><div>${parts.map((part) => (typeof part === 'string' ? `<p>${part}</p>` : tableHtml(part))).join('\n')}</div></body></html>`

/** One report of a kind: the seed decides everything in it. */
export function drawLookAlike(kind: string, seed: number): LookAlike {
  const random = toRandom(seed)
  const body = drawBody(
    random.pick(['department', 'government', 'township', 'provincial', 'zone', 'institution']),
    random,
  )
  const name = body.before + body.full
  const year = 2012 + random.int(13)
  const title = `${name}${year}年政府信息公开工作年度报告`
  const write = kinds[kind]
  if (write === undefined) throw new RangeError(`Cannot draw a report: there is no kind "${kind}"`)
  const parts = write({ body, name, year, random, title })
  const isHtml = random.chance(0.5)
  return {
    id: `${kind}/${seed}/${isHtml ? 'html' : 'text'}`,
    bytes: bytes(isHtml ? toHtml(title, parts) : toText(parts)),
  }
}
