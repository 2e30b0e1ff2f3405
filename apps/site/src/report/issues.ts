import { issueCodes, type Label } from '@gongkai/schema'
import type { IssueRow } from '../data/rows.ts'
import { toLabel } from '../words/format.ts'
import { tableNumbers } from '../words/table-numbers.ts'
import type { Layout } from './form-layout.ts'
import { toCellLabels, toRowLabel } from './verdict.ts'

/** One issue of a group: what is particular to it. */
export interface IssueItem {
  /** Empty where the name of the group says it all. */
  readonly text: string
  readonly line: number | null
}

/** Issues of one kind. */
export interface IssueGroup {
  readonly label: Label
  readonly severity: string
  readonly items: readonly IssueItem[]
}

/** Names of what an issue may concern: a table, a row of it or a cell, by id. */
export function toSubjects(layouts: readonly Layout[]): ReadonlyMap<string, string> {
  const forms = layouts.map(({ form }) => form)
  const rows = forms.flatMap((form) => form.blocks.flatMap((block) => block.rows.map((row) => ({ form, row }))))
  return new Map([
    ...forms.map(({ id }) => [id, tableNumbers[id]] as const),
    ...rows.map(({ form, row }) => [`${form.id}.${row.id}`, toRowLabel(row).zh] as const),
    ...rows.map(({ row }) => [row.id, toRowLabel(row).zh] as const),
    ...[...toCellLabels(forms)].map(([key, { zh }]) => [key, zh] as const),
  ])
}

/** The words of a message that its group does not say already. */
const withoutLabel = (message: string, label: string): string =>
  message.startsWith(label) ? message.slice(label.length).replace(/^[：，]/, '') : message

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
    const items = own.map(({ key, line, message_zh }) => {
      const parts = [subjects.get(key ?? '') ?? '', toPlaceNames(withoutLabel(message_zh, label.zh), places)]
      return { text: parts.filter(Boolean).join('：'), line }
    })
    return { label, severity: own[0]?.severity ?? '', items }
  })
}
