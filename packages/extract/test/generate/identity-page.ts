import { type Day, pageDate, toIso } from './identity-dates.ts'
import type { Random } from './random.ts'

/** A printed line, or a row of a table that the page lays its data out in. */
export type Printed = string | readonly string[]

/** What a page says about its document. */
export interface PageData {
  readonly published: Day | null
  readonly publisher: string | null
  readonly index: string | null
  readonly document: string | null
}

/** Lines around the title, and what a reader should take from them. */
export interface Box {
  readonly above: readonly Printed[]
  readonly below: readonly Printed[]
  readonly publishedOn: string | null
  readonly publisher: string | null
  readonly index: string | null
  readonly document: string | null
}

type Pairs = readonly (readonly [label: string, value: string])[]

const shells = ['', '', '无文号', '〔〕号', '无'] as const
const dateLabels = [
  '发布日期',
  '发布时间',
  '公开日期',
  '发文日期',
  '生成日期',
  '信息提供日期',
  '日期',
  '发布日期',
] as const
const spaced = (label: string): string => (label.length === 3 ? [...label].join(' ') : label)

function pairsOf(data: PageData, random: Random): Pairs {
  const date = data.published === null ? '' : pageDate(data.published, random)
  return [
    ['索引号', data.index ?? random.pick(['', '/2021-None'])],
    ['信息分类', '政府信息公开年报'],
    [random.pick(['发布机构', '发布机构', '发文机关', '公开主体', '发布单位']), data.publisher ?? ''],
    [random.pick(dateLabels), date],
    [random.pick(['文号', '发文字号']), data.document ?? random.pick(shells)],
    ['有效性', '有效'],
  ]
}

const perLine = (pairs: Pairs): readonly string[] => pairs.map(([label, value]) => `${label}：${value}`)

/** Ways to print label and value pairs; a label without value stays. */
const shapes = {
  lines: perLine,
  spaced: (pairs) => pairs.map(([label, value]) => `${spaced(label)}：${value}`),
  'half-width': (pairs) => pairs.map(([label, value]) => `${label}: ${value}`),
  'one-line': (pairs) => [perLine(pairs).join('  ')],
  'two-a-line': (pairs) => [0, 2, 4].map((at) => perLine(pairs.slice(at, at + 2)).join('    ')),
  rows: (pairs) => [0, 2, 4].map((at) => pairs.slice(at, at + 2).flatMap(([label, value]) => [`${label}：`, value])),
  'spaced-rows': (pairs) => pairs.map(([label, value]) => [spaced(label), value]),
  'head-row': (pairs) => [pairs.map(([label]) => label), pairs.map(([, value]) => value)],
  'label-above': (pairs) => pairs.flatMap(([label, value]) => (value === '' ? [`${label}：`] : [`${label}：`, value])),
  bullets: (pairs) => [
    ...pairs.filter(([, value]) => value !== '').map(([label]) => `${label}：`),
    ...pairs.filter(([, value]) => value !== '').map(([, value]) => `• ${value}`),
  ],
  glued: (pairs) => [pairs.map(([label, value]) => (value === '' ? label : `${label} ${value} `)).join('')],
  tight: (pairs) =>
    pairs
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `${label}${/^\d/.test(value) ? '' : '：'}${value}`),
  pipes: (pairs) => [pairs.map(([label, value]) => `${label}：${value}`).join(' | ')],
} as const satisfies Readonly<Record<string, (pairs: Pairs) => readonly Printed[]>>

export const boxShapes = Object.keys(shapes) as readonly (keyof typeof shapes)[]

export function toBox(data: PageData, shape: keyof typeof shapes, random: Random): Box {
  return {
    above: shapes[shape](pairsOf(data, random)),
    below: [],
    publishedOn: data.published === null ? null : toIso(data.published),
    publisher: data.publisher,
    index: data.index,
    document: data.document,
  }
}

type Line = (date: string, source: string) => string

/** The line that a page prints under a title: a date, a source, buttons. */
const subtitles: readonly [Line, ...Line[]] = [
  (date, source) => `发布时间：${date} 来源：${source} 浏览次数：12 字体：[大 中 小]`,
  (date, source) => `发布日期：${date} 来源：${source} 【字体：大 中 小】`,
  (date, source) => `${date} 来源：${source}`,
  (date) => `发布日期：[${date}]`,
  (date, source) => `作者：本站原创 | 来源：${source} | 时间：${date} 点击数：- 分享到：`,
  (date, source) => `信息来源：${source} 发布时间：${date}`,
  (date) => `【编辑日期：${date}】【字体：大 中 小】`,
  (date, source) => `[${date}] 作者：${source} 点击：35`,
  (date, source) => `时间:${date} 来源:${source} 打印`,
  (date) => `发布时间：${date}   访问量：12`,
  (date, source) => `来源：${source} 时间：${date} 浏览：次`,
  (date) => date,
  (date) => `（${date}）`,
]

/** A page with nothing but a line under its title. */
export function toSubtitle(published: Day, source: string, random: Random): Box {
  const line = random.pick(subtitles)
  const text = line(pageDate(published, random), source)
  return {
    above: [],
    below: [text],
    publishedOn: toIso(published),
    publisher: text.includes(source) ? source : null,
    index: null,
    document: null,
  }
}

/** What a site prints above its article: clock, path, names of other columns. */
export const chrome = (site: string, random: Random): readonly string[] =>
  [
    `今天是2026年3月4日 星期三`,
    `当前位置：首页 > 政务公开 > 政府信息公开年报`,
    `您所在的位置： 网站首页 > ${site} > 政府信息公开年报`,
    '点击收听年报语音朗读',
    '无障碍浏览',
    `欢迎访问${site}门户网站！`,
  ].filter(() => random.chance(0.25))
