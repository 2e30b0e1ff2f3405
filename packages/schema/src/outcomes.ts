import { forms } from './forms/index.ts'
import type { Label } from './forms/types.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** The six groups of results that a reader asks for; together they are every result of 表三. */
export const outcomeGroups = {
  granted: label('予以公开', 'Granted'),
  granted_in_part: label('部分公开', 'Granted in part'),
  refused: label('不予公开', 'Refused'),
  unavailable: label('无法提供', 'Unavailable'),
  unprocessed: label('不予处理', 'Not processed'),
  other: label('其他处理', 'Otherwise handled'),
} as const satisfies Readonly<Record<string, Label>>

/** Id of a group of results. */
export type OutcomeGroup = keyof typeof outcomeGroups

const isGroup = (id: string): id is OutcomeGroup => Object.hasOwn(outcomeGroups, id)

/** The rows of 表三 that a group adds up, those of every edition, e.g. `refused.state_secret` to `refused`. */
export const outcomeRows: readonly { readonly rowId: string; readonly groupId: OutcomeGroup }[] = [
  ...new Set(
    Object.values(forms.requests).flatMap((form) => form.blocks.flatMap(({ rows }) => rows.map(({ id }) => id))),
  ),
].flatMap((rowId) => {
  const [groupId = ''] = rowId.split('.')
  return isGroup(groupId) ? [{ rowId, groupId }] : []
})
