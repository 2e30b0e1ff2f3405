import { type Edition, editionsOf, type Form, type FormId, formIds, perForm, toFormCells } from '@gongkai/schema'
import type { FormReading, TableReading } from './reading.ts'

/** Ids of the rows and columns of a form. */
const idsOf = perForm(
  (form): ReadonlySet<string> => new Set(toFormCells(form).flatMap((cell) => [cell.row.id, cell.column.id])),
)

/**
 * The editions of a table that what is printed speaks for: the one that declares most of the printed rows and columns,
 * and those that declare the very same of them. One alone is the edition of the table; of several the first is the
 * newest, and nothing printed tells them apart.
 *
 * @example heads 制发, 废止, 现行有效 → the one edition that has all three
 * @example 表四, printed alike in all editions → all of them
 */
export function leadingEditions(editions: readonly Form[], printed: ReadonlySet<string>): readonly Form[] {
  const held = editions.map((form) => ({ form, ids: [...idsOf(form)].filter((id) => printed.has(id)) }))
  const most = Math.max(0, ...held.map(({ ids }) => ids.length))
  const [first, ...others] = held.filter(({ ids }) => ids.length === most)
  if (!first) return []
  const alike = others.filter(({ form }) => first.ids.every((id) => idsOf(form).has(id)))
  return [first, ...alike].map(({ form }) => form)
}

/** The edition of a table, where what is printed speaks for one alone. */
export function toEdition(leading: readonly Form[]): Edition | null {
  const [only, ...others] = leading
  return only && others.length === 0 ? only.edition : null
}

/**
 * Chooses the form of each table: the edition that is printed, else that of the other tables, else that of the year. A
 * table that lacks an edition stays as the edition before it was.
 */
export function chooseForms(
  readings: readonly FormReading[],
  year: number | null,
  declared: readonly Form[],
): readonly TableReading[] {
  const editions = editionsOf(declared)
  const of = (id: FormId) => readings.find((reading) => reading.formId === id)?.edition ?? null
  const others = of('requests') ?? of('disclosure') ?? of('proceedings')
  const since = declared.find(({ edition }) => edition === others)?.firstYear ?? year
  return readings.map((reading) => {
    const own = editions[reading.formId]
    const printed = own.find(({ edition }) => edition === reading.edition)
    return { reading, form: printed ?? formSince(own, since) }
  })
}

/** The newest edition that was in force in a year, the oldest for years before; without a year the newest. */
function formSince(editions: readonly Form[], year: number | null): Form {
  const found = year === null ? editions[0] : editions.find(({ firstYear }) => firstYear <= year)
  const form = found ?? editions.at(-1)
  if (!form)
    throw new RangeError(`Cannot choose the edition of a table: none is declared for one of ${formIds.join(', ')}`)
  return form
}

/** Whether all editions of a table print the same rows and columns, so that nothing has to tell them apart. */
export const isAlike = perForm((editions: readonly Form[]): boolean =>
  editions.every((form) => leadingEditions(editions, idsOf(form)).length === editions.length),
)
