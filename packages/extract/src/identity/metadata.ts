import type { Line } from '@gongkai/schema'
import type { Metadatum } from '../types.ts'
import { findDate, toDigits } from './dates.ts'
import { isAgencyName } from './names.ts'

/** Values the page itself gives, by field; the first printed non-empty value counts. */
export interface PageFields {
  readonly values: ReadonlyMap<FieldName, string>
  /** Numbers of the lines they were read from. */
  readonly lines: readonly number[]
}

const LABELS = {
  indexNumber: ['索引号', '信息索引号'],
  documentNumber: ['文号', '发文字号', '发文文号', '文件编号'],
  publisher: [
    '发布机构',
    '发布机关',
    '发布单位',
    '发文机构',
    '发文机关',
    '发文单位',
    '公开主体',
    '制作单位',
    '信息提供单位',
  ],
  source: ['信息来源', '来源', '文章来源', '稿件来源'],
  author: ['作者'],
  published: ['发布日期', '发布时间', '公开日期', '公开时间', '编辑日期', '信息提供日期', '上传时间'],
  dated: ['时间', '日期', '生成日期', '发文日期'],
  written: ['成文日期'],
  title: ['标题', '信息名称', '名称'],
  siteCode: ['网站标识码'],
  other: [
    '信息分类',
    '主题分类',
    '分类',
    '体裁',
    '时效',
    '有效性',
    '是否有效',
    '主题词',
    '关键词',
    '浏览次数',
    '点击',
    '点击数',
    '点击量',
    '阅读次数',
    '字体',
    '字号',
    '打印',
    '更新时间',
    '责任编辑',
    '备案号',
    '公安备案',
    '主办',
    '承办',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type FieldName = keyof typeof LABELS

const META_NAMES: Readonly<Record<string, FieldName>> = {
  articletitle: 'title',
  pubdate: 'published',
  publishdate: 'published',
  contentsource: 'source',
  author: 'author',
  siteidcode: 'siteCode',
  publisher: 'publisher',
  indexnumber: 'indexNumber',
  documentnumber: 'documentNumber',
}

const fieldOf = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.map((label): [string, FieldName] => [label, toField(field)]),
  ),
)
const spaced = (label: string): string => [...label].join('\\s*')
/** Every label begins with one of these, which lets most places of a line be passed over at once. */
const FIRST = [...new Set([...fieldOf.keys()].map((label) => label.charAt(0)))].join('')
const LABEL = new RegExp(
  `(?=[${FIRST}])(?:${[...fieldOf.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')})`,
  'g',
)
const SEPARATORS = /^[\s:：|•·【】[\]，,]+|[\s:：|•·【】[\]，,]+$/g
/** A line that begins with a date and its time of day, in brackets or not: `2024-01-28 10:05`, `[2024.01.28]`, `（2024年1月28日）`. */
const BARE_DATE =
  /^[（([【]?\s*(20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*(?:\d{1,2}[:时]\d{2}(?:[:分](?:\d{2})?秒?)?)?\s*[）)\]】]?(?=\s|$)(?!.*星期)/
const BULLET = /^[•·●▪◆]\s*/
/** Fields whose value may stand right behind the label: 发布日期2024-01-20. */
const NUMERIC: ReadonlySet<FieldName> = new Set(['siteCode', 'indexNumber', 'published', 'dated', 'written'])
const LONGEST_LINE = 300
const NUMBER_SHELL = /None|null|^无/i

function toField(name: string): FieldName {
  if (name in LABELS) return name as FieldName
  throw new RangeError(`Cannot map label: "${name}" is not a field`)
}

interface Label {
  readonly field: FieldName
  readonly start: number
  readonly end: number
}

/** Labels of a line: at its start, after a separator or another label, and followed by a colon, a space, a label or nothing. */
function findLabels(text: string): readonly Label[] {
  const labels: Label[] = []
  for (const match of text.matchAll(LABEL)) {
    const end = match.index + match[0].length
    const opens =
      match.index === 0 || /[\s:：|•【[，,]/.test(text[match.index - 1] ?? '') || labels.at(-1)?.end === match.index
    const field = fieldOf.get(match[0].replace(/\s/g, ''))
    if (opens && field !== undefined) labels.push({ field, start: match.index, end })
  }
  return labels.filter(
    ({ field, end }, i) =>
      /^\s*[:：\t|]|^\s*$|^[】\]]/.test(text.slice(end)) ||
      labels[i + 1]?.start === end ||
      labels.length > 1 ||
      (NUMERIC.has(field) && /^\s*\d/.test(text.slice(end))),
  )
}

const toCells = (text: string): readonly string[] => text.split(/[\t|]/).map((cell) => cell.trim())

/** A row of labels over a row of values, e.g. 索引号 | 发布机构 | 生成日期. */
function readHeadRow(text: string, below: string): FieldPairs {
  if (!/[\t|]/.test(text)) return []
  const heads = toCells(text).map((cell) => fieldOf.get(cell.replace(/\s/g, '')))
  const values = toCells(below)
  if (heads.filter((head) => head !== undefined).length < 2 || values.length < 2) return []
  if (heads.some((head, i) => head === undefined && toCells(text)[i] !== '') || findLabels(below).length > 1) return []
  return heads.flatMap((head, i): [FieldName, string][] => (head === undefined ? [] : [[head, values[i] ?? '']]))
}

type FieldPairs = readonly (readonly [FieldName, string])[]

function readLine(text: string): FieldPairs {
  const labels = findLabels(text)
  return labels.map(({ field, end }, i) => [field, text.slice(end, labels[i + 1]?.start).replace(SEPARATORS, '')])
}

/** A label alone on its line, its value alone on the next. */
function readLabelAbove(own: FieldPairs, text: string, below: string): FieldPairs {
  const [pair, ...others] = own
  const isAlone = pair !== undefined && pair[1] === '' && others.length === 0 && /[:：]\s*$/.test(text)
  if (!isAlone) return []
  const isValue =
    below !== '' &&
    below.length <= 60 &&
    !/[:：]\s*$/.test(below) &&
    !BULLET.test(below) &&
    findLabels(below).length === 0
  return isValue ? [[pair[0], below.trim()]] : []
}

function readBareLine(text: string): FieldPairs {
  if (/^[•·\s]*[\dA-Za-z-]{5,}\/20\d{2}-\d{4,}$/.test(text)) return [['indexNumber', text.replace(/^[•·\s]+/, '')]]
  if (DOCUMENT_NUMBER.test(text)) return [['documentNumber', text]]
  if (!/^[（([【]?\s*(?:20|二)/.test(text)) return []
  const digits = toDigits(text)
  const dated = BARE_DATE.exec(digits)
  const rest = dated === null ? '' : digits.slice(dated[0].length).trim()
  const isWhole = dated !== null && (rest === '' || findLabels(rest).length > 0)
  return isWhole ? [['published', dated[1] ?? ''], ...readLine(rest)] : []
}

const DATE_FIELDS = ['published', 'dated', 'written'] as const
const DOCUMENT_NUMBER = /^[（(]?[\p{sc=Han}]{2,12}\s*[〔[【﹝(（]\s*20\d{2}\s*[〕\]】﹞)）]\s*\d+\s*号[）)]?$/u

/** What a value without its label can be; the labels above decide which date and which name it is. */
function fieldOfValue(value: string, labels: readonly FieldName[]): FieldName | undefined {
  const among = (fields: readonly FieldName[]): FieldName | undefined => fields.find((field) => labels.includes(field))
  if (DOCUMENT_NUMBER.test(value)) return among(['documentNumber'])
  if (findDate(value) !== null && value.length < 24) return among(DATE_FIELDS)
  if (/^[\dA-Za-z/-]{6,40}$/.test(value)) return among(['indexNumber'])
  return isAgencyName(value) ? among(['publisher', 'source', 'author']) : undefined
}

/** Labels printed one below the other, their values below them as bullets; empty values leave no bullet. */
function readBullets(
  lines: readonly Line[],
  read: readonly FieldPairs[],
): readonly (readonly [FieldName, string, number])[] {
  if (!lines.some(({ text }) => BULLET.test(text))) return []
  const labels = read.flatMap((pairs) =>
    pairs.every(([, value]) => value === '') ? pairs.map(([field]) => field) : [],
  )
  if (labels.length < 2) return []
  return lines.flatMap(({ text, line }) => {
    if (!BULLET.test(text)) return []
    const value = text.replace(BULLET, '').trim()
    const field = fieldOfValue(value, labels)
    return field === undefined ? [] : [[field, value, line] as const]
  })
}

/**
 * Reads the values a page prints about its document.
 *
 * @param lines the lines before the first section, and the lines after the last (site footer)
 */
export function readPageFields(lines: readonly Line[], metadata: readonly Metadatum[]): PageFields {
  const around = metadata.flatMap(({ name, value }, i): Line[] =>
    name === 'page' ? [{ line: -1 - i, kind: 'paragraph', section: null, text: value }] : [],
  )
  const printed = [...around, ...lines]
  const read = printed.map(({ text }) => (text.length > LONGEST_LINE ? [] : readLine(text)))
  const values = new Map<FieldName, string>()
  const numbers: number[] = []
  const keep = (field: FieldName, value: string): void => {
    if (value !== '' && !NUMBER_SHELL.test(value) && !values.has(field)) values.set(field, value)
  }
  printed.forEach(({ text, line }, i) => {
    if (text.length > LONGEST_LINE) return
    const own = read[i] ?? []
    const next = printed[i + 1]
    const twoLines = [readHeadRow(text, next?.text ?? ''), readLabelAbove(own, text, next?.text ?? '')].find(
      (pairs) => pairs.length > 0,
    )
    const pairs = twoLines ?? [readBareLine(text), own].find((found) => found.length > 0) ?? []
    if (pairs.length > 0) numbers.push(...(twoLines === undefined ? [line] : [line, next?.line ?? line]))
    for (const [field, value] of pairs) keep(field, value)
  })
  for (const [field, value, line] of readBullets(printed, read)) {
    numbers.push(line)
    keep(field, value)
  }
  for (const { name, value } of metadata) {
    const field = META_NAMES[name.toLowerCase()]
    const isGeneric = /^本[网站]/.test(value.trim()) && field !== undefined && values.has(field)
    if (field !== undefined && value.trim() !== '' && !isGeneric) values.set(field, value.trim())
  }
  return { values, lines: [...new Set(numbers)].filter((line) => line > 0) }
}
