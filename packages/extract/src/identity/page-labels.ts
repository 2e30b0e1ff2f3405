import type { LookupRows } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'
import { remember } from '../text/remember.ts'

/** What a label of a page's data box stands before. */
export type FieldName = LookupRows['page-labels'][number]['field']

/** The labels of page-labels.csv, ready to be found in a line. */
export interface PageLabels {
  /** Field of a label, spaces aside. */
  readonly fieldOf: ReadonlyMap<string, FieldName>
  /** The labels of a line, in order. */
  readonly find: (text: string) => readonly Label[]
}

/** A label in a line. */
export interface Label {
  readonly field: FieldName
  readonly start: number
  readonly end: number
}

const spaced = (label: string): string => [...label].join('\\s*')

/** The rows of page-labels.csv; the longest label that fits counts. */
export function toPageLabels(rows: LookupRows['page-labels']): PageLabels {
  const fieldOf = new Map(rows.map(({ label, field }): [string, FieldName] => [label, field]))
  // Every label begins with one of these, which lets most places of a line be passed over at once.
  const first = [...new Set([...fieldOf.keys()].map((label) => label.charAt(0)))].join('')
  const words = [...fieldOf.keys()].toSorted((a, b) => b.length - a.length).map(spaced)
  const pattern = new RegExp(`(?=[${first}])(?:${words.join('|')})`, 'g')
  return { fieldOf, find: remember((text) => findLabels(text, fieldOf, pattern)) }
}

/** Fields whose value may stand right behind the label: 发布日期2024-01-20. */
const NUMERIC: ReadonlySet<FieldName> = new Set([
  'site_code',
  'index_number',
  'published',
  'dated',
  'written',
  'updated',
])
/** What may stand before the first label of a line, such as a date with its time. */
const BEFORE_LABELS = 24
/** Letters that a label glued to the value before it has at least; 日期 may be the end of another word. */
const GLUED_LETTERS = 3

/**
 * Labels of a line: at its start, after a separator or another label, and followed by a colon, a space, a label or
 * nothing. Behind a first label, one with a colon opens wherever it stands: 来源:某镇发布时间:2024-01-26访问量:3.
 */
function findLabels(text: string, fieldOf: PageLabels['fieldOf'], pattern: RegExp): readonly Label[] {
  const labels: Label[] = []
  for (const match of findAll(text, pattern)) {
    const end = match.index + match[0].length
    const letters = match[0].replace(/\s/g, '')
    const before = text[match.index - 1] ?? ''
    const isGlued =
      labels.length > 0 &&
      /^\s*[:：]/.test(text.slice(end)) &&
      (letters.length >= GLUED_LETTERS || !/\p{sc=Han}/u.test(before))
    const opens =
      match.index === 0 || /[\s:：|•【[，,;；]/.test(before) || labels.at(-1)?.end === match.index || isGlued
    const field = fieldOf.get(letters)
    if (opens && field !== undefined) labels.push({ field, start: match.index, end })
  }
  return labels.filter(
    ({ field, end }, i) =>
      /^\s*[:：\t|]|^\s*$|^[】\]]/.test(text.slice(end)) ||
      labels[i + 1]?.start === end ||
      (labels.length > 1 && isBoxed(text, labels)) ||
      (NUMERIC.has(field) && /^\s*\d/.test(text.slice(end))),
  )
}

/** Whether several labels are those of a data box; 审核 and 栏目 stand in sentences too. */
const isBoxed = (text: string, [first]: readonly Label[]): boolean =>
  !/[。；]|，.*，/.test(text) && (first?.start ?? 0) <= BEFORE_LABELS
