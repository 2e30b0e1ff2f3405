import { matches, toQuery, type Wanted } from './match.ts'

/** Shows the rows of the report list that match the form, and keeps the form in the address. */
function start(form: HTMLFormElement, count: HTMLElement): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tbody tr[data-text]')]
  const read = (): Wanted => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const apply = () => {
    const wanted = read()
    let shown = 0
    for (const row of rows) {
      row.hidden = !matches(wanted, row.dataset)
      if (!row.hidden) shown += 1
    }
    count.textContent =
      shown === rows.length ? `共 ${rows.length} 份报告。` : `符合条件的报告 ${shown} 份，共 ${rows.length} 份。`
    history.replaceState(null, '', `${location.pathname}${toQuery(wanted)}`)
  }
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
  }
  form.hidden = false
  form.addEventListener('input', apply)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    apply()
  })
  form.addEventListener('reset', () => setTimeout(apply))
  apply()
}

const form = document.querySelector<HTMLFormElement>('#filters')
const count = document.querySelector<HTMLElement>('#count')
if (form && count) start(form, count)
