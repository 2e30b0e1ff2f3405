import { copyDeciders, copySites, type Label } from '@gongkai/schema'
import type { CopyRow } from '../data/rows.ts'
import { toSafeUrl } from '../site/href.ts'
import { toChineseDate } from '../words/format.ts'

/** A copy of a report as its page shows it. */
export interface Copy {
  readonly path: string
  /** Host of its address, or that none is known. */
  readonly name: Label
  readonly url: string | undefined
  readonly isPublished: boolean
  /** Where it was found, its date, and how many cells could be read. */
  readonly facts: readonly Label[]
  /** What decided for the published copy; undefined for that one itself. */
  readonly decider: Label | undefined
  /** In what it differs from the published copy; empty where in nothing. */
  readonly differences: readonly Label[]
}

const noAddress: Label = { zh: '没有网址的版本', en: 'A copy without an address' }
const dateNames: Readonly<Record<string, Label>> = {
  published_on: { zh: '发布日期', en: 'date of publication' },
  signed_on: { zh: '落款日期', en: 'date of the signature' },
}
const textName = (name: string): Label =>
  name === 'title' ? { zh: '标题', en: 'title' } : { zh: `第 ${name} 部分文字`, en: `text of section ${name}` }

/** Names of a kind that are shown one by one; the issues of the report hold all of them with both values. */
const shownNames = 8

/** `单元格 2 格（行政许可·…、…）`: how many there are, and the first of them by name. */
function toDifference(names: readonly Label[], zh: (n: number) => string, en: (n: number) => string): readonly Label[] {
  if (names.length === 0) return []
  const shown = names.slice(0, shownNames)
  const isCut = shown.length < names.length
  return [
    {
      zh: `${zh(names.length)}（${shown.map((name) => name.zh).join('、')}${isCut ? '等' : ''}）`,
      en: `${en(names.length)} (${shown.map((name) => name.en).join('; ')}${isCut ? '; …' : ''})`,
    },
  ]
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

function toDifferences(copy: CopyRow, labels: ReadonlyMap<string, Label>): readonly Label[] {
  const cells = (copy.differing_cells ?? []).map((key) => labels.get(key) ?? { zh: key, en: key })
  const dates = (copy.differing_dates ?? []).map((name) => dateNames[name] ?? { zh: name, en: name })
  return [
    ...toDifference(
      cells,
      (n) => `单元格 ${n} 个`,
      (n) => counted(n, 'cell', 'cells'),
    ),
    ...toDifference(
      dates,
      (n) => `日期 ${n} 处`,
      (n) => counted(n, 'date', 'dates'),
    ),
    ...toDifference(
      (copy.differing_texts ?? []).map(textName),
      (n) => `文字 ${n} 处`,
      (n) => counted(n, 'text', 'texts'),
    ),
  ]
}

function toFacts(copy: CopyRow): readonly Label[] {
  const dates = copy.made_on === null ? [] : [{ zh: toChineseDate(copy.made_on), en: copy.made_on }]
  const marks = copy.is_correction ? [{ zh: '标明更正', en: 'marked as a correction' }] : []
  const cells = { zh: `读出 ${copy.cells_read} 个数值`, en: counted(copy.cells_read, 'number', 'numbers') }
  return [copySites[copy.site], ...dates, ...marks, cells]
}

/**
 * The copies of a report in the order given, each with where it was found, what decided and in what it differs.
 *
 * @param labels cell key → what the cell is called
 */
export const toCopies = (rows: readonly CopyRow[], labels: ReadonlyMap<string, Label>): readonly Copy[] =>
  rows.map((row) => {
    const url = toSafeUrl(row.source_url)
    const host = url === undefined ? undefined : new URL(url).host
    return {
      path: row.path,
      name: host === undefined ? noAddress : { zh: host, en: host },
      url,
      isPublished: row.is_published,
      facts: toFacts(row),
      decider: row.decided_by === null ? undefined : copyDeciders[row.decided_by],
      differences: toDifferences(row, labels),
    }
  })
