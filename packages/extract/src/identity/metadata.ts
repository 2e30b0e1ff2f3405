import type { Line } from '@gongkai/schema'
import type { Metadatum } from '../types.ts'
import { findDate, toDigits } from './dates.ts'
import { isAgencyName } from './names.ts'
import type { FieldName, PageLabels } from './page-labels.ts'

/** Values the page itself gives, by field; the first printed non-empty value counts. */
export interface PageFields {
  readonly values: ReadonlyMap<FieldName, string>
  /** Numbers of the lines they were read from. */
  readonly lines: readonly number[]
}

const META_NAMES: Readonly<Record<string, FieldName>> = {
  articletitle: 'title',
  pubdate: 'published',
  publishdate: 'published',
  contentsource: 'source',
  author: 'author',
  siteidcode: 'site_code',
  publisher: 'publisher',
  indexnumber: 'index_number',
  documentnumber: 'document_number',
}

const SEPARATORS = /^[\s:：|•·【】[\]，,]+|[\s:：|•·【】[\]，,]+$/g
/** A line that begins with a date and its time of day, in brackets or not: `2024-01-28 10:05`, `[2024.01.28]`, `（2024年1月28日）`. */
const BARE_DATE =
  /^[（([【]?\s*(20\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*(?:\d{1,2}[:时]\d{2}(?:[:分](?:\d{2})?秒?)?)?\s*[）)\]】]?(?=\s|$|[（(\p{sc=Han}])(?!.*星期)/u
/** A body and the day on which its page came out; in a signature the day is written with 年. */
const NAME_AND_DAY = /^(\p{sc=Han}{3,30})\s+(20\d{2}-\d{1,2}-\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u
const BULLET = /^[•·●▪◆]\s*/
const LONGEST_LINE = 300
const NUMBER_SHELL = /None|null|^无/i

const toCells = (text: string): readonly string[] => text.split(/[\t|]/).map((cell) => cell.trim())

/** A row of labels over a row of values, e.g. 索引号 | 发布机构 | 生成日期. */
function readHeadRow(text: string, below: string, labels: PageLabels): FieldPairs {
  if (!/[\t|]/.test(text)) return []
  const heads = toCells(text).map((cell) => labels.fieldOf.get(cell.replace(/[\s:：]/g, '')))
  const values = toCells(below)
  if (heads.filter((head) => head !== undefined).length < 2 || values.length < 2) return []
  if (heads.some((head, i) => head === undefined && toCells(text)[i] !== '') || labels.find(below).length > 1) return []
  return heads.flatMap((head, i): [FieldName, string][] => (head === undefined ? [] : [[head, values[i] ?? '']]))
}

type FieldPairs = readonly (readonly [FieldName, string])[]

function readLine(text: string, known: PageLabels): FieldPairs {
  const labels = known.find(text)
  return labels.map(({ field, end }, i) => [field, text.slice(end, labels[i + 1]?.start).replace(SEPARATORS, '')])
}

/** What the value of a field looks like, where no colon says that the line above is its label. */
const SHAPES: Partial<Record<FieldName, (value: string) => boolean>> = {
  published: (value) => findDate(value) !== null && value.length < 24,
  dated: (value) => findDate(value) !== null && value.length < 24,
  written: (value) => findDate(value) !== null && value.length < 24,
  updated: (value) => findDate(value) !== null && value.length < 24,
  publisher: isAgencyName,
  index_number: (value) => /^[\dA-Za-z/-]{6,40}$/.test(value),
}

/** A label alone on its line, its value alone on the next; without a colon, the value has to look like one. */
function readLabelAbove(own: FieldPairs, text: string, below: string, labels: PageLabels): FieldPairs {
  const [pair, ...others] = own
  if (pair === undefined || pair[1] !== '' || others.length > 0) return []
  const value = below.replace(BULLET, '').trim()
  const isMarked = /[:：]\s*$/.test(text) && !BULLET.test(below)
  if (!isMarked && SHAPES[pair[0]]?.(value) !== true) return []
  const isValue = value !== '' && value.length <= 60 && !/[:：]\s*$/.test(value) && labels.find(value).length === 0
  return isValue ? [[pair[0], value]] : []
}

/** A text without the blanks, brackets and strokes around it. */
function withoutEdges(text: string): string {
  const start = text.search(/[^\s（(|]/)
  let end = text.length
  while (/[\s|（()）]/.test(text.charAt(end - 1))) end--
  return start < 0 ? '' : text.slice(start, end)
}

function readBareLine(text: string, labels: PageLabels): FieldPairs {
  if (/^[•·\s]*[\dA-Za-z-]{5,}\/20\d{2}-\d{4,}$/.test(text)) return [['index_number', text.replace(/^[•·\s]+/, '')]]
  if (DOCUMENT_NUMBER.test(text)) return [['document_number', text]]
  const [, name = '', day] = NAME_AND_DAY.exec(text) ?? []
  if (day !== undefined && isAgencyName(name))
    return [
      ['source', name],
      ['published', day],
    ]
  if (!/^[（([【]?\s*(?:20|二)/.test(text)) return []
  const digits = toDigits(text)
  const dated = BARE_DATE.exec(digits)
  if (dated === null) return []
  const rest = withoutEdges(digits.slice(dated[0].length))
  // Right behind the day only a label may stand: 2024年1月18日来源:某局.
  const isGlued = rest !== '' && !/\s/.test(digits.charAt(dated[0].length))
  const first = labels.find(rest)[0]
  const isWhole = rest === '' || (isGlued ? first?.start === 0 : first !== undefined)
  return isWhole ? [['published', dated[1] ?? ''], ...readLine(rest, labels)] : []
}

const DATE_FIELDS = ['published', 'dated', 'written'] as const
const DOCUMENT_NUMBER = /^[（(]?[\p{sc=Han}]{2,12}\s*[〔[【﹝(（]\s*20\d{2}\s*[〕\]】﹞)）]\s*\d+\s*号[）)]?$/u

/** What a value without its label can be; the labels above decide which date and which name it is. */
function fieldOfValue(value: string, labels: readonly FieldName[]): FieldName | undefined {
  const among = (fields: readonly FieldName[]): FieldName | undefined => fields.find((field) => labels.includes(field))
  if (DOCUMENT_NUMBER.test(value)) return among(['document_number'])
  if (findDate(value) !== null && value.length < 24) return among(DATE_FIELDS)
  if (/^[\dA-Za-z/-]{6,40}$/.test(value)) return among(['index_number'])
  return isAgencyName(value) ? among(['publisher', 'source', 'author']) : undefined
}

/** Labels printed one below the other, their values below them as bullets; empty values leave no bullet. */
function readBullets(lines: readonly Line[], known: PageLabels): readonly (readonly [FieldName, string, number])[] {
  if (!lines.some(({ text }) => BULLET.test(text))) return []
  const labels = lines.flatMap(({ text }) => {
    const pairs = text.length > LONGEST_LINE ? [] : readLine(text, known)
    return pairs.every(([, value]) => value === '') ? pairs.map(([field]) => field) : []
  })
  if (labels.length < 2) return []
  return lines.flatMap(({ text, line }) => {
    if (!BULLET.test(text)) return []
    const value = text.replace(BULLET, '').trim()
    const field = fieldOfValue(value, labels)
    return field === undefined ? [] : [[field, value, line] as const]
  })
}

/** Fields whose value ends by itself, so that text may be glued behind it. */
const ENDING: ReadonlySet<FieldName> = new Set(['published', 'dated', 'written', 'index_number', 'document_number'])
/** Where the data that is glued to a paragraph stands. */
const OPENING = 80

/** What the first characters of a paragraph say of the page: 2024年1月16日 来源: …本报告根据…. */
function readOpening(text: string, labels: PageLabels): FieldPairs {
  const opening = text.slice(0, OPENING)
  const pairs = [readBareLine(opening, labels), labels.find(opening)[0]?.start === 0 ? readLine(opening, labels) : []]
  return (pairs.find((found) => found.length > 0) ?? []).filter(([field]) => ENDING.has(field))
}

/** The fields of one line, and whether the next line was needed to read them. */
interface LineReading {
  readonly pairs: FieldPairs
  readonly isOverTwo: boolean
}

function readFields(text: string, below: string, labels: PageLabels): LineReading {
  const own = readLine(text.replace(BULLET, ''), labels)
  const twoLines = [readHeadRow(text, below, labels), readLabelAbove(own, text, below, labels)].find(
    (pairs) => pairs.length > 0,
  )
  if (twoLines !== undefined) return { pairs: twoLines, isOverTwo: true }
  return { pairs: [readBareLine(text, labels), own].find((found) => found.length > 0) ?? [], isOverTwo: false }
}

const around = (metadata: readonly Metadatum[]): readonly Line[] =>
  metadata.flatMap(({ name, value }, i): Line[] =>
    name === 'page' ? [{ line: -1 - i, kind: 'paragraph', section: null, text: value }] : [],
  )

/**
 * Reads the values a page prints about its document.
 *
 * @param lines the lines before the first section, and the lines after the last (site footer)
 */
export function readPageFields(lines: readonly Line[], metadata: readonly Metadatum[], labels: PageLabels): PageFields {
  const printed = [...around(metadata), ...lines]
  const values = new Map<FieldName, string>()
  const numbers: number[] = []
  const keep = (field: FieldName, value: string): void => {
    if (value !== '' && !NUMBER_SHELL.test(value) && !values.has(field)) values.set(field, value)
  }
  printed.forEach(({ text, line }, i) => {
    if (text.length > LONGEST_LINE) {
      for (const [field, value] of readOpening(text, labels)) keep(field, value)
      return
    }
    const next = printed[i + 1]
    const { pairs, isOverTwo } = readFields(text, next?.text ?? '', labels)
    if (pairs.length > 0) numbers.push(...(isOverTwo ? [line, next?.line ?? line] : [line]))
    for (const [field, value] of pairs) keep(field, value)
  })
  for (const [field, value, line] of readBullets(printed, labels)) {
    numbers.push(line)
    keep(field, value)
  }
  readMeta(metadata, values)
  return { values, lines: [...new Set(numbers)].filter((line) => line > 0) }
}

/** What meta tags say goes before what is printed, unless it is 本站. */
function readMeta(metadata: readonly Metadatum[], values: Map<FieldName, string>): void {
  for (const { name, value } of metadata) {
    const field = META_NAMES[name.toLowerCase()]
    const isGeneric = /^本[网站]/.test(value.trim()) && field !== undefined && values.has(field)
    if (field !== undefined && value.trim() !== '' && !isGeneric) values.set(field, value.trim())
  }
}
