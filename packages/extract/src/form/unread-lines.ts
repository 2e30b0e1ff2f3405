import { type Form, fold, forms, type Line } from '@gongkai/schema'
import { remember } from '../text/remember.ts'
import type { CleanLine, IssueNote } from '../types.ts'
import type { LabelBook } from './labels.ts'
import type { FormReading } from './reading.ts'
import { toGluedParts } from './rows/glued.ts'
import { isValueLike } from './value.ts'

/** Lines that the forms print around their rows, or that a page puts between them; they hold nothing to read. */
const ignored: readonly RegExp[] = [
  /^信息内容$|^申请人情况$|^法人或其[他它]组织$|^总计$|^指标$|^项目$|^类别$|^序号$|^合计$/,
  /^[(（【]?第?二十条第?(?:[(（]?[一二三四五六七八九十]?[)）]?项?)?[)）】]?$/,
  /^三?[、.．]?本年度办理结果$|^[(（][一二三四五六七][)）](?:不予公开|无法提供|不予处理|其[他它]处理)$|^(?:不予公开|无法提供|不予处理|其[他它]处理)$/,
  /^[(（]?本列数据的?勾稽关系|^第[一二]项加第[一二]项之和|^等于第三项加第四项之和/,
  /^[(（]?单位[:：]?(?:件|项|个|条|万元|元)[、/件项个条万元]*[)）]?$/,
  /^[(（]?(?:注|备注|说明|注释)[:：]?/,
  /^[(（]?(?:该|本|此|这)部分.{0,10}表格?.{0,8}[)）]?$|^[(（]?(?:具体|详细)?(?:情况|数据|内容)?(?:详见|见|如)下表[)）:：]*$|(?:情况|信息公开.{0,8})(?:统计)?表[)）:：]*$/,
  /^[(（][一二三四五六七八九十]{1,2}[)）].{2,24}(?:情况|数量)$|^20\d{2}年(?:度)?$/,
  /^表[一二三四\d]|^附[表件]?[:：\d一二三]?|^[(（]?续表[)）]?$/,
  /^[-—–]?\s*(?:第\s*)?\d{1,3}\s*(?:页)?\s*[-—–]$|^第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?$|^\d{1,3}\s*\/\s*\d{1,3}$/,
  /^[\s|\-—–_:：.·•*=+]+$/,
]

/** Folded text of everything that the forms print as a label, to know a piece of a broken one. */
const printed = toPrinted()

function toPrinted(): string {
  const all = Object.values(forms).flatMap((byEdition) => Object.values(byEdition) as readonly Form[])
  const labels = all.flatMap((form) =>
    form.blocks.flatMap((block) => [
      block.heading?.zh ?? '',
      ...block.columns.map((column) => column.label.zh),
      ...block.rows.flatMap((row) => [row.group?.zh ?? '', `${row.numeral ?? ''}${row.label.zh}`]),
    ]),
  )
  const more = ['申请人情况', '法人或其他组织', '三、本年度办理结果', '信息内容', '第二十条第（一）项']
  return [...new Set([...labels, ...more])].map(toBare).join('|')
}

function toBare(text: string): string {
  return fold(text).replace(/[^\p{Script=Han}a-z\d]/gu, '')
}

/** Heads of the applicants in one row, run together. */
const joinedHeads = /^申请人情况|自然人|法人或其他组织(?=总计|$|商业)|(?<=组织)总计$/g

/** What is known of a document when its unread lines are looked for. */
interface Reading {
  readonly lines: readonly Line[]
  readonly source: readonly CleanLine[]
  readonly readings: readonly FormReading[]
  readonly notes: readonly IssueNote[]
}

/**
 * Every line within the tables that was neither read, nor named by an issue, nor is knowingly ignored; a row with a
 * label that no form has and values behind it is `row_unmapped`, anything else `line_unread`. Lines of
 * sections two to four count, and where headings are lost the lines between the first and the last that was read.
 * Full sentences are the narrative's, which is read apart.
 */
export function findUnread({ lines, source, readings, notes }: Reading, book: LabelBook): readonly IssueNote[] {
  const read = toReadLines(readings)
  if (read.size === 0) return []
  const noted = new Set(notes.flatMap((note) => note.line ?? []))
  const within = toRange(lines, read)
  let isNoted = false
  return source.flatMap((line, i): readonly IssueNote[] => {
    const place = lines[i]
    isNoted = noted.has(line.line) || (isNoted && partsOf(line).every((part) => isValueLike(part)))
    if (!place || !within(place) || isNoted || read.has(line.line) || isIgnored(place.text)) return []
    const parts = partsOf(line)
    const isValues = parts.every((part) => isValueLike(part))
    const unread = isValues ? parts.filter((part) => !isIgnored(part)) : parts.filter((part) => !isPassed(part, book))
    const first = unread[0]?.slice(0, 40)
    if (first === undefined) return []
    const isRow = line.kind === 'row' && !isValueLike(first) && parts.some((part) => isValueLike(part))
    const detail = { zh: `“${first}”`, en: `"${first}"` }
    return [{ code: isRow ? 'row_unmapped' : 'line_unread', severity: 'warning', line: line.line, detail }]
  })
}

function toReadLines(readings: readonly FormReading[]): ReadonlySet<number> {
  const read = new Set<number>()
  for (const { lines, cells } of readings) {
    for (const line of lines) read.add(line)
    for (const { line } of cells.values()) read.add(line)
  }
  return read
}

function toRange(lines: readonly Line[], read: ReadonlySet<number>): (line: Line) => boolean {
  const first = Math.min(...read)
  const last = Math.max(...read)
  const hasHeading = (number: number) => lines.some((line) => line.kind === 'heading' && line.section === number)
  const isWhole = hasHeading(2) && hasHeading(5)
  return ({ line, section, kind }) =>
    (kind === 'paragraph' || kind === 'table_row') &&
    (isWhole ? section !== null && section >= 2 && section <= 4 : line > first && line < last)
}

function partsOf(line: CleanLine): readonly string[] {
  const parts = line.kind === 'paragraph' ? toGluedParts(line.text) : line.cells.map((cell) => cell.text)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const isIgnored = remember((text) => {
  const bare = text.normalize('NFKC').replace(/\s/g, '')
  return ignored.some((pattern) => pattern.test(bare))
})

/** Labels, pieces of labels, sentences and what the list names; a row label without a value has its own issue. */
function isPassed(text: string, book: LabelBook): boolean {
  if (isIgnored(text) || book(text).kind !== undefined) return true
  if (/[。；;]/.test(text) && text.length >= 12) return true
  return isPiece(text)
}

/** Whether the text is a piece of what the forms print. */
const isPiece = remember((text) => {
  const bare = toBare(text).replace(joinedHeads, '')
  return bare === '' || (!/^\d+$/.test(bare) && bare.length <= 40 && printed.includes(bare))
})
