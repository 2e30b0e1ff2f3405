import { issueCodes, type Label } from '@gongkai/schema'
import type { IssueRow } from '../data/rows.ts'
import { toLabel } from '../words/format.ts'
import { tableNumbers } from '../words/table-numbers.ts'
import type { Layout } from './form-layout.ts'
import { toCellLabels, toRowLabel } from './verdict.ts'

/** One issue of a group: what is particular to it. */
export interface IssueItem {
  /** Empty where the name of the group says it all. */
  readonly text: Label
  readonly line: number | null
}

/** Issues of one kind. */
export interface IssueGroup {
  readonly label: Label
  readonly severity: string
  readonly items: readonly IssueItem[]
}

/** Names of what an issue may concern: a table, a row of it or a cell, by id. */
export function toSubjects(layouts: readonly Layout[]): ReadonlyMap<string, Label> {
  const forms = layouts.map(({ form }) => form)
  const rows = forms.flatMap((form) => form.blocks.flatMap((block) => block.rows.map((row) => ({ form, row }))))
  return new Map([
    ...forms.map(({ id, title }) => [id, { zh: tableNumbers[id], en: title.en }] as const),
    ...rows.map(({ form, row }) => [`${form.id}.${row.id}`, toRowLabel(row)] as const),
    ...rows.map(({ row }) => [row.id, toRowLabel(row)] as const),
    ...toCellLabels(forms),
  ])
}

/** The words of a message that its group does not say already. */
const withoutLabel = (message: string, label: string): string =>
  message.startsWith(label) ? message.slice(label.length).replace(/^(?:[：，]|[:,] )/, '') : message

const toPlaceNames = (text: string, places: ReadonlyMap<string, string>): string =>
  text.replaceAll(/\d{6}/g, (code) => places.get(code) ?? code)

/**
 * Issues by kind, each with what it concerns.
 *
 * @param places division code → name, for codes that a message may hold
 */
export function toIssueGroups(
  issues: readonly IssueRow[],
  layouts: readonly Layout[],
  places: ReadonlyMap<string, string> = new Map(),
): readonly IssueGroup[] {
  const subjects = toSubjects(layouts)
  return [...Map.groupBy(issues, ({ code }) => code)].map(([code, own]) => {
    const label = toLabel(issueCodes, code) ?? { zh: code, en: code }
    const items = own.map(({ key, line, message_zh, message_en }) => {
      const subject = subjects.get(key ?? '')
      const toText = (...parts: readonly [string | undefined, string]) => parts.filter(Boolean)
      const rest = (message: string, name: string) => toPlaceNames(withoutLabel(message, name), places)
      return {
        text: {
          zh: toText(subject?.zh, rest(message_zh, label.zh)).join('：'),
          en: toText(subject?.en, rest(message_en, label.en)).join(': '),
        },
        line,
      }
    })
    return { label, severity: own[0]?.severity ?? '', items }
  })
}
