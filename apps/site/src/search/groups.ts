/** Says beside each group of choices how many of them are in use, and opens the groups that have one. */
export function showChosen(form: HTMLFormElement): void {
  for (const group of form.querySelectorAll<HTMLDetailsElement>('details[data-group]')) {
    const taken = [...group.querySelectorAll<HTMLSelectElement>('select')].filter(({ value }) => value !== '').length
    const count = taken + group.querySelectorAll('input:checked').length
    const shown = group.querySelector<HTMLElement>('[data-chosen]')
    if (shown) {
      shown.hidden = count === 0
      shown.textContent = `${shown.dataset['chosen']} ${count}`
    }
    if (count > 0) group.open = true
  }
}
