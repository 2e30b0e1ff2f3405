import type { Cell } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/**
 * A row that lacks may stand there under a label that no form has. Where as many rows were not read between two rows as
 * the form has between them, each issue of such a row names the row that it may be, and none is said to be not printed.
 *
 * @example 行政许可和登记 between 规范性文件 and 行政处罚 → its `row_unmapped` has the key `disclosure.licensing`
 */
export function nameUnread(notes: readonly IssueNote[], cells: readonly Cell[]): readonly IssueNote[] {
  const unprinted = new Map(notes.flatMap((note) => (isUnprinted(note) ? [[note.key, note] as const] : [])))
  if (unprinted.size === 0) return notes
  const strange = notes.filter(({ code, line }) => code === 'row_unmapped' && line !== undefined)
  const named = new Map<IssueNote, IssueNote | undefined>()
  for (const { keys, after, before } of toGaps(cells, (key) => unprinted.has(key))) {
    const between = strange.filter(({ line = 0 }) => line > after && line < before)
    if (between.length !== keys.length) continue
    keys.forEach((key, i) => {
      const [lacking, found] = [unprinted.get(key), between[i]]
      if (lacking) named.set(lacking, undefined)
      if (found) named.set(found, { ...found, key, detail: toDetail(found) })
    })
  }
  return notes.flatMap((note) => (named.has(note) ? (named.get(note) ?? []) : [note]))
}

const toDetail = ({ detail = { zh: '', en: '' } }: IssueNote) => ({
  zh: `${detail.zh}，按位置可能是这一行`,
  en: `${detail.en}; by its place it may be this row`,
})

const isUnprinted = ({ code }: IssueNote): boolean => code === 'row_unprinted' || code === 'block_unprinted'

/** Rows of a table that lack, one behind the other, and the lines of the rows around them. */
interface Gap {
  readonly keys: readonly string[]
  readonly after: number
  readonly before: number
}

function toGaps(cells: readonly Cell[], isLacking: (key: string) => boolean): readonly Gap[] {
  const gaps: Gap[] = []
  let keys: string[] = []
  let after: number | undefined
  for (const [key, own] of Map.groupBy(cells, ({ formId, rowId }) => `${formId}.${rowId}`)) {
    const lines = own.flatMap(({ place }) => place?.line ?? [])
    if (isLacking(key)) keys.push(key)
    else if (lines.length > 0) {
      if (keys.length > 0 && after !== undefined) gaps.push({ keys, after, before: Math.min(...lines) })
      keys = []
      after = Math.max(...lines)
    }
  }
  return gaps
}
