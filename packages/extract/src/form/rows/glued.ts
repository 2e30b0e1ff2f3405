import { type Form, perForm, toRowWidth } from '@gongkai/schema'
import { findAll } from '../../text/find-all.ts'
import { remember } from '../../text/remember.ts'
import { printedValue, strokes } from '../value.ts'

const numeral = '(?:[(（][一二三四五六七][)）]|[1-8][.．、]|[一二三四][、．.])?\\s*'

/** Heads of 表二 that are printed in other words than the form has. */
const looseHeads = [spaced('信息内容'), `${spaced('对外公开总数')}\\s*量?`, `${spaced('本年增')}[/／\\\\]?减?`]

/** The unit of an amount, in the form's own brackets or others. */
const amountUnit = '[（(]?(?:单位[:：]?)?(?:万?元)?[)）]?'

/** The head of an amount with the unit it is printed with. */
const amountHead = (label: string): string => `${spaced(label.replace(/（.*）$/, ''))}${amountUnit}`

/** A label as it may be printed, its signs apart. */
function spaced(label: string): string {
  return [...label].map(toSign).join('\\s*')
}

/** What a line of glued text is cut by. */
interface Joints {
  /** Every label, longest first, with the numeral before it. */
  readonly label: RegExp
  /** A label, or a piece of one, with the values of a whole row between single spaces. */
  readonly labelledRow: RegExp
}

function toJoints(declared: readonly Form[]): Joints {
  const blocks = declared.flatMap((form) => form.blocks)
  const columns = blocks.flatMap((block) => block.columns)
  const labels = [
    ...blocks.flatMap(({ rows }) => rows.flatMap((row) => [row.label.zh, row.group?.zh.replace(/^（.）/, '') ?? ''])),
    ...columns.filter((column) => column.measure !== 'amount').map((column) => column.label.zh),
  ]
  const amounts = columns.filter((column) => column.measure === 'amount').map((column) => amountHead(column.label.zh))
  const once = [...new Set(labels)].filter((label) => label !== '').sort((a, b) => b.length - a.length)
  const heads = [...looseHeads, ...new Set(amounts), ...once.map(spaced)]
  const widths = [...new Set(declared.filter(({ id }) => id === 'requests').map(toRowWidth))]
  const rows = widths.map((width) => `(?:${printedValue}\\s){${width - 1}}${printedValue}`)
  return {
    label: new RegExp(`${numeral}(?:${heads.join('|')})`, 'g'),
    labelledRow: new RegExp(`^(?=.{0,120}$)(.*?[^\\s\\d,.?？${strokes}]\\s)(${rows.join('|')})$`, 'u'),
  }
}

/** A sign of a label as it may be printed. */
function toSign(sign: string): string {
  return /[“”（）()、，]/.test(sign) ? '.?' : sign.replace(/[.*+?^${}|[\]\\]/, '\\$&')
}

/**
 * Cuts a line in which labels and values run together (`规章000`, `规章 0 0 0`, a whole report on one line).
 *
 * @returns the parts in order, or the line alone when it is not such a line
 */
export type Cut = (text: string) => readonly string[]

/** Cuts glued lines by the labels of some forms. */
export const toCutter = perForm((declared: readonly Form[]): Cut => {
  const joints = toJoints(declared)
  const cut: Cut = remember((text) => cutGlued(text, joints, cut))
  return cut
})

function cutGlued(printed: string, { label, labelledRow }: Joints, cut: Cut): readonly string[] {
  const text = printed.replace(lostSpaces, '')
  if (/^\s*[1-8]\s+\p{Script=Han}[^\d|]*$/u.test(text)) return [text.trim()] // a numeral that lost its dot
  if (isValueRow(text)) return text.trim().split(/\s+/)
  const columns = text.trim().split(/\s{2,}/)
  if (columns.length > 1 && !hasSentence(text))
    return columns.flatMap((column) => (/^\d[\d,.]*(?: \d[\d,.]*)+$/.test(column) ? column.split(' ') : cut(column)))
  const row = labelledRow.exec(text)
  if (row?.[1] && row[2]) return [...cut(row[1].trim()), ...row[2].trim().split(/\s+/)]
  if (!mayBeGlued(text)) return [text]
  const matches = findAll(text, label)
  const isLong = matches.length >= 8
  if (matches.length === 0 || (!isLong && (text.length > 200 || hasSentence(text)))) return [text]
  const parts: string[] = []
  let from = 0
  for (const match of matches) {
    const end = match.index + match[0].length
    const isCut = isLong || beginsValues.test(text.slice(end)) || matches.some((other) => other.index === end)
    if (!isCut) continue
    parts.push(...toValues(text.slice(from, match.index)), match[0])
    from = end
  }
  const kept = [...parts, ...toValues(text.slice(from))].map((part) => part.trim()).filter((part) => part !== '')
  const labels = matches.reduce((sum, match) => sum + widthOf(match[0]), 0)
  const isAllLabels = matches.length > 1 && labels >= widthOf(text) * 0.85
  return isAllLabels || kept.some((part) => value.test(part)) ? kept : [text]
}

const widthOf = (text: string): number => text.replace(/\s/g, '').length

/** Whether a line is worth the search for labels: prose has few digits, and a line without digits only heads. */
function mayBeGlued(printed: string): boolean {
  const text = printed.replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
  const isProse = text.length > 200 || hasSentence(text)
  return isProse
    ? manyValues.test(text)
    : /[\d|]|总计|本年|数量|件数|结果|自然人|企业|机构|情况|内容|复议|起诉/.test(text) || hasStroke.test(text)
}

/** Whether a text is running text; a full stop between digits is a slip in a number. */
const hasSentence = (text: string): boolean => /[。；](?!\d)/.test(text)
const hasStroke = new RegExp(`[${strokes}]|无`, 'u')
const manyValues = new RegExp(`(?:[\\d${strokes}][^\\d${strokes}]{0,80}){8}`, 'u')
const beginsValues = new RegExp(`^\\s*(?:[-\\d|${strokes}]|无(?:\\s|$)|$)`, 'u')

const valueRow = new RegExp(`^\\s*(?:${printedValue}(?:\\s+|$)){3,}$`, 'u')

/** A row of values between spaces. */
const isValueRow = (text: string): boolean => valueRow.test(text)

const value = new RegExp(`^${printedValue}(?:-\\d+)*(?:万?元)?$`, 'u')

/** Signs of lost spaces before numbers; they are no part of these. */
const lostSpaces = /(?<=^|\s)[?？]\s+(?=[-+−]?\d)/g

/** Values between two labels, each a part of its own, and the words behind them; a figure in a sentence stays in it. */
function toValues(text: string): readonly string[] {
  const leading =
    /^([-+]?\d[\d,.]*(?:-\d+)*(?:万?元)?)(?=\p{Script=Han})(?!件|条|次|宗|份|个|项|人|年|月|日|万|元)/u.exec(text)?.[1]
  if (leading && !/\s/.test(text)) return [leading, text.slice(leading.length)]
  const parts = text.split(/[\s|]+/).filter((part) => part !== '')
  const words = parts.findIndex((part) => !value.test(part))
  if (words < 0) return parts
  const isSentence = /^(?:件|条|次|宗|份|个|项|人|%|％|年|月|日|万|元|，|,)/.test(parts[words] ?? '')
  return words === 0 || isSentence ? [text] : [...parts.slice(0, words), parts.slice(words).join(' ')]
}
