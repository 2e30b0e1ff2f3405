import { toGrouped } from '../words/format.ts'
import { type FacetCounts, facetNames } from './facets.ts'
import type { State } from './state.ts'

const fieldsOf = (form: HTMLFormElement, name: string) => form.querySelectorAll<HTMLElement>(`[name="${name}"]`)

/** Puts a state into the form. A value that the form does not offer is added, so that the address stays true. */
export function fillForm(form: HTMLFormElement, { query, chosen, order }: State): void {
  const values = new Map<string, readonly string[]>([['q', [query]], ['sort', [order]], ...Object.entries(chosen)])
  for (const [name, wanted] of values) {
    for (const field of fieldsOf(form, name)) {
      if (field instanceof HTMLSelectElement) {
        const [value = ''] = wanted
        if (![...field.options].some((option) => option.value === value)) field.add(new Option(value, value))
        field.value = value
      } else if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = wanted.includes(field.value)
      else if (field instanceof HTMLInputElement) field.value = wanted[0] ?? ''
    }
  }
}

function showOption(option: HTMLOptionElement, count: number | undefined): void {
  option.dataset['name'] ??= option.text.replace(/（[\d,]*）$/, '')
  option.text = option.dataset['name'] + (count === undefined ? '' : `（${toGrouped(count)}）`)
  option.disabled = count === 0 && !option.selected
}

/** Writes beside each choice how many reports it would give, where that is known. */
export function showCounts(form: HTMLFormElement, counts: Partial<FacetCounts>): void {
  for (const name of facetNames) {
    const known = counts[name]
    const countOf = (value: string) => known && (known[value] ?? 0)
    for (const field of fieldsOf(form, name)) {
      if (field instanceof HTMLSelectElement) {
        for (const option of field.options) if (option.value !== '') showOption(option, countOf(option.value))
      } else if (field instanceof HTMLInputElement) {
        const shown = field.closest('label')?.querySelector('[data-count]')
        const count = countOf(field.value)
        if (shown) shown.textContent = count === undefined ? '' : toGrouped(count)
      }
    }
  }
}
