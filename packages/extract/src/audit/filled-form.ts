import { type Cell, type Form, perForm, toFormCells } from '@gongkai/schema'

/** Place of each cell among those of its form, by key. */
export const placesOf = perForm(
  (form: Form): ReadonlyMap<string, number> => new Map(toFormCells(form).map(({ key }, place) => [key, place])),
)

/** The number of each cell of a form, in its order; null where none is printed. */
export type Numbers = readonly (number | null)[]

/** A form as one report fills it in. */
export interface FilledForm {
  readonly form: Form
  /** One for each cell of the form, in its order. */
  readonly cells: readonly Cell[]
  /** Every state but `value` has no number. */
  readonly numbers: Numbers
}

/**
 * The forms with their cells.
 *
 * @param cells every cell of the forms, form after form in printed order
 * @throws {RangeError} if they are not (our bug, not the document's)
 */
export function toFilledForms(forms: readonly Form[], cells: readonly Cell[]): readonly FilledForm[] {
  let from = 0
  return forms.map((form) => {
    const expected = toFormCells(form)
    const own = cells.slice(from, from + expected.length)
    from += expected.length
    const numbers = expected.map(({ key }, i) => {
      const cell = own[i]
      if (cell?.key !== key)
        throw new RangeError(`Cannot audit "${form.id}": "${cell?.key}" stands where "${key}" does`)
      return cell.state === 'value' ? cell.value : null
    })
    return { form, cells: own, numbers }
  })
}
