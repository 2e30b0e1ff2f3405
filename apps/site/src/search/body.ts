import { type Form, fold, forms, type LineKind } from '@gongkai/schema'
import type { BodyLine } from './body-file.ts'

/** A line as the dataset has it. */
export interface SourceLine extends BodyLine {
  readonly kind: LineKind
}

/** Headings that the form prescribes; they stand in every report. */
const prescribed =
  /总体情况|主动公开政府信息情况|收到和处理.*申请.*情况|行政复议.*行政诉讼.*情况|问题.*改进|其他需要报告.*事项|需要报告的?其他事项/
const longestHeading = 40

const onlyLetters = (text: string): string => fold(text).replaceAll(/[^\p{L}]/gu, '')
/** Numerals before a label and the tails of 第二十条第（一）项, which number and do not say. */
const numerals = /^(?:第[一二三四五六七八九十条项]+|[一二三四五六七八九十]+(?=.))/u

function labelsOf(form: Form): readonly string[] {
  const items = form.blocks.flatMap((block) => [
    ...(block.heading ? [block.heading.zh] : []),
    ...block.rows.flatMap((row) => [row.label.zh, row.group?.zh ?? '']),
    ...block.columns.flatMap((column) => [column.label.zh, column.group?.zh ?? '']),
  ])
  return items.map(onlyLetters).filter((label) => label !== '')
}

const more = [
  '信息内容',
  '申请人情况',
  '本年度办理结果',
  '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
  '单位万元元',
]
const labels = [
  ...new Set([...Object.values(forms).flatMap((editions) => Object.values(editions).flatMap(labelsOf)), ...more]),
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const labelPattern = new RegExp(labels.filter((label) => label.length > 1).join('|'), 'g')
const joined = labels.join('|')

/** Whether a line is a row, a label or part of a label of the form, or a bare number, whatever it was taken for. */
function isOfForm(text: string): boolean {
  const letters = onlyLetters(text).replace(numerals, '')
  if (letters === '' || joined.includes(letters)) return true
  const rest = letters.replaceAll(labelPattern, '').replaceAll(/[一二三四五六七八九十项]/g, '')
  return rest.length < letters.length && (rest === '' || joined.includes(rest))
}

/** First and last line of a table. */
export type LineRange = readonly [first: number, last: number]

/**
 * What readers search of a document: its own sentences. Left out are page metadata, titles (the catalogue has them),
 * signatures, and what the form prescribes, tables and headings, since it stands in every report.
 *
 * @param tables where the tables stand; what lies between their cells and is no sentence is a label, however spelt
 */
export function toBody(lines: readonly SourceLine[], tables: readonly LineRange[]): readonly BodyLine[] {
  const isInTable = (line: number): boolean => tables.some(([first, last]) => line >= first && line <= last)
  const isOwn = ({ kind, line, text }: SourceLine): boolean => {
    if (kind === 'heading') return text.length > longestHeading || !prescribed.test(fold(text))
    return kind === 'paragraph' && !isOfForm(text) && (text.includes('。') || !isInTable(line))
  }
  return lines.filter(isOwn).map(({ line, text }) => ({ line, text: text.replaceAll(/\s+/g, ' ').trim() }))
}
