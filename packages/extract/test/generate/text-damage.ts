import { characterPairs } from '@gongkai/schema'
import type { Layout } from './layout.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { type Story, withSheets } from './story.ts'
import { toLines } from './text.ts'
import { keeping, printing, withoutBlanks } from './truth.ts'
import { losingAll } from './uncertain.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const cells = (sheet: Sheet): readonly string[] => sheet.flatMap((row) => row.map((cell) => cell.text))
const piped = (sheet: Sheet): readonly string[] => sheet.map((row) => `| ${row.map((cell) => cell.text).join(' | ')} |`)
const tabbed = (sheet: Sheet): readonly string[] => sheet.map((row) => row.map((cell) => cell.text).join('\t'))

const asCells = (story: Story): Uint8Array => bytes(toLines(story, cells))
const asPipes = (story: Story): Uint8Array => bytes(toLines(story, piped))
const asTabs = (story: Story): Uint8Array => bytes(toLines(story, tabbed))

const traditional = new Map(
  [...characterPairs.matchAll(/(.)(.)/gu)].map((match) => [match[2] ?? '', match[1] ?? '']).reverse() as [
    string,
    string,
  ][],
)
const toTraditional = (text: string): string => [...text].map((one) => traditional.get(one) ?? one).join('')

const withoutHeadings = (story: Story): Story => ({
  ...story,
  parts: story.parts.filter((part) => part.kind !== 'heading'),
})

/** The total of 表三 in front of the applicants. */
const totalFirst = (sheet: Sheet): Sheet =>
  sheet.map((row) => {
    const at = row.findIndex((cell) => cell.key?.endsWith('.total') || cell.text === '总计')
    const first = row.findIndex((cell) => cell.key ?? cell.text === '自然人')
    const total = row[at]
    if (at < 0 || first < 0 || !total) return row
    return [...row.slice(0, first), total, ...row.slice(first).filter((cell) => cell !== total)]
  })

const isRow = (row: SheetRow, id: string): boolean => row.some((cell) => cell.key?.startsWith(id))

const relabel = (sheet: Sheet, id: string, text: string): Sheet =>
  sheet.map((row) =>
    isRow(row, id)
      ? row.map((cell, i) => (cell.key === undefined && row[i + 1]?.key !== undefined ? { ...cell, text } : cell))
      : row,
  )

const onRequests = (story: Story, change: (sheet: Sheet) => Sheet): Story =>
  withSheets(story, (sheet, name) => (name === 'requests' ? change(sheet) : sheet))
const onDisclosure = (story: Story, change: (sheet: Sheet) => Sheet): Story =>
  withSheets(story, (sheet, name) => (name === 'disclosure' ? change(sheet) : sheet))

const thousands = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US') : String(value))
const wide = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const lostRows = ['requests.refused.internal_affairs', 'requests.unavailable.not_held', 'disclosure.coercion'] as const

/** Layouts in which something of the form is damaged, lost or printed in another order. */
export const damageLayouts: readonly Layout[] = [
  { id: 'headings-lost', format: 'text', render: (story) => asPipes(withoutHeadings(story)) },
  {
    id: 'headings-lost-lines',
    format: 'text',
    isRun: true,
    adapt: withoutBlanks,
    render: (story) => asCells(withoutHeadings(story)),
  },
  {
    id: 'rules-label-blank',
    format: 'text',
    render: (story) => asPipes(onDisclosure(story, (sheet) => relabel(sheet, 'disclosure.rules', ''))),
  },
  {
    id: 'rules-label-blank-lines',
    format: 'text',
    isRun: true,
    adapt: withoutBlanks,
    render: (story) => asCells(onDisclosure(story, (sheet) => relabel(sheet, 'disclosure.rules', ''))),
  },
  {
    id: 'row-label-blank',
    format: 'text',
    render: (story) => asPipes(onRequests(story, (sheet) => relabel(sheet, 'requests.refused.internal_affairs', ''))),
  },
  {
    id: 'row-missing',
    format: 'text',
    isRun: true,
    adapt: (truth, random) => {
      const lost = random.pick(lostRows)
      return keeping(withoutBlanks(truth), (key) => !key.startsWith(`${lost}.`))
    },
    render: asCells,
  },
  {
    id: 'table-missing',
    format: 'text',
    isRun: true,
    adapt: (truth, random) => {
      const lost = random.pick(['disclosure.', 'requests.', 'reconsideration.|litigation.'])
      return keeping(withoutBlanks(truth), (key) => !lost.split('|').some((start) => key.startsWith(start)))
    },
    render: asCells,
  },
  { id: 'traditional', format: 'text', render: (story) => bytes(toTraditional(toLines(story, piped))) },
  {
    id: 'traditional-lines',
    format: 'text',
    isRun: true,
    adapt: withoutBlanks,
    render: (story) => bytes(toTraditional(toLines(story, cells))),
  },
  { id: 'total-first', format: 'text', render: (story) => asTabs(onRequests(story, totalFirst)) },
  {
    id: 'single-value',
    format: 'text',
    isRun: true,
    adapt: (truth) => keeping(withoutBlanks(truth), (key) => !key.startsWith('requests.') || key.endsWith('.total')),
    render: asCells,
  },
  {
    id: 'lines-deduplicated',
    format: 'text',
    isRun: true,
    adapt: losingAll,
    render: (story) => bytes([...new Set(toLines(story, cells).split('\n'))].join('\n')),
  },
  { id: 'thousands', format: 'text', adapt: (truth) => printing(truth, thousands), render: asPipes },
  { id: 'wide-digits', format: 'text', adapt: (truth) => printing(truth, wide), render: asTabs },
  {
    id: 'units',
    format: 'text',
    adapt: (truth) => printing(truth, (value, key) => (key.endsWith('.amount') ? String(value) : `${value}件`)),
    render: asPipes,
  },
  {
    id: 'numerals-lost',
    format: 'text',
    isRun: true,
    adapt: withoutBlanks,
    render: (story) =>
      bytes(toLines(story, (sheet) => cells(sheet).map((text) => text.replace(/^\d\.(?=\D)|^（[一-七]）/, '')))),
  },
]
