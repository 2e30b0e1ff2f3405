import { type Form, type FormRow, perForm, toColumnIds, toRowWidth } from '@gongkai/schema'
import { leadingEditions } from '../edition.ts'
import { mergeRows } from '../labels.ts'

/** What rows of 表三 are read by: editions that print the same columns share it. */
export interface Shape {
  /** The editions, newest first. */
  readonly editions: readonly Form[]
  /** Ids of the columns, in the order of the form. */
  readonly columns: readonly string[]
  readonly width: number
  /** Rows of all the editions, in printed order. */
  readonly rows: readonly FormRow[]
  /** Check id of the edit by which the columns of a row add up to the last one; null where the form has no such edit. */
  readonly rowSum: string | null
}

/** The shapes of 表三, one for each set of columns that an edition of it has. */
const shapesOf = perForm((editions: readonly Form[]): readonly Shape[] =>
  [...Map.groupBy(editions, (form) => toColumnIds(form).join()).values()].map(toShape),
)

function toShape(editions: readonly Form[]): Shape {
  const [form] = editions
  if (!form) throw new RangeError('Cannot read 表三: no edition of it is declared')
  const columns = toColumnIds(form)
  const rule = form.balances.find(({ over, left, right }) => {
    const isTotal = over === 'rows' && right.length === 1 && right[0] === columns.at(-1)
    return isTotal && left.length === columns.length - 1 && left.every((id) => columns.includes(id))
  })
  return { editions, columns, width: toRowWidth(form), rows: mergeRows(editions), rowSum: rule?.id ?? null }
}

/** The shape of the editions that what is printed speaks for. */
export function chooseShape(editions: readonly Form[], printed: ReadonlySet<string>): Shape {
  const [form] = leadingEditions(editions, printed)
  const shape = shapesOf(editions).find((one) => form && one.editions.includes(form))
  if (!shape) throw new RangeError('Cannot read 表三: no edition of it is declared')
  return shape
}
