import { toCsv } from '../text/csv.ts'
import { toGrouped } from '../words/format.ts'
import type { Question, Reply } from './messages.ts'
import { type SqlTexts, sqlTexts } from './texts.ts'

/** The most rows that are shown and downloaded. */
const mostRows = 1000

/** The part of a page by its mark. @throws {Error} if the page lacks it, which is our fault */
function need<E extends Element>(root: Element, selector: string): E {
  const found = root.querySelector<E>(selector)
  if (!found) throw new Error(`Cannot start the SQL page: it has no "${selector}"`)
  return found
}

type Answer = Extract<Reply, { kind: 'answer' }>

function toTable({ columns, rows }: Answer, caption: string): HTMLTableElement {
  const table = document.createElement('table')
  table.className = 'list'
  table.createCaption().textContent = caption
  const head = table.createTHead().insertRow()
  for (const name of columns) {
    const cell = document.createElement('th')
    cell.scope = 'col'
    cell.textContent = name
    head.append(cell)
  }
  const body = table.createTBody()
  for (const row of rows) {
    const line = body.insertRow()
    for (const value of row) {
      const cell = line.insertCell()
      cell.textContent = value === null ? '' : String(value)
      if (typeof value === 'number') cell.className = 'num'
    }
  }
  return table
}

/** A text of the address: `#sql=…`; empty where it has none. */
const readAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('sql') ?? ''

class SqlPage extends HTMLElement {
  private worker: Worker | undefined
  private address: string | undefined

  connectedCallback(): void {
    const texts = sqlTexts[this.dataset['locale'] === 'en' ? 'en' : 'zh']
    const form = need<HTMLFormElement>(this, 'form')
    const area = need<HTMLTextAreaElement>(this, 'textarea')
    const fill = () => {
      if (readAddress() !== '') area.value = readAddress()
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      history.replaceState(null, '', `#${new URLSearchParams({ sql: area.value })}`)
      this.ask(area.value, texts)
    })
    area.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
    need<HTMLButtonElement>(this, '[data-cancel]').addEventListener('click', () => this.stop(texts.stopped))
    addEventListener('hashchange', fill)
    fill()
    form.hidden = false
  }

  /** Ends what is running, if anything is, and says so. */
  private stop(words: string): void {
    this.worker?.terminate()
    this.worker = undefined
    need<HTMLButtonElement>(this, '[data-cancel]').disabled = true
    need(this, '[role=status]').textContent = words
  }

  private ask(sql: string, texts: SqlTexts): void {
    this.stop(texts.working)
    need(this, '[data-result]').replaceChildren()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    need<HTMLButtonElement>(this, '[data-cancel]').disabled = false
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.show(data, texts))
    worker.addEventListener('error', ({ message }) => this.stop(texts.failed(message)))
    const base = new URL(this.dataset['base'] ?? '', location.href).href
    const sizes = JSON.parse(this.dataset['sizes'] ?? '{}')
    worker.postMessage({ sql, base, sizes, limit: mostRows } satisfies Question)
  }

  private show(reply: Reply, texts: SqlTexts): void {
    if (reply.kind === 'failure') {
      this.stop(texts.failed(reply.words))
      return
    }
    const n = toGrouped(reply.rows.length)
    this.stop(reply.hasMore ? texts.more(n) : texts.rows(n))
    const scroll = document.createElement('div')
    scroll.className = 'scroll'
    scroll.tabIndex = 0
    scroll.role = 'region'
    scroll.ariaLabel = texts.result
    scroll.append(toTable(reply, texts.result))
    need(this, '[data-result]').replaceChildren(this.toDownload(reply, texts), scroll)
  }

  private toDownload({ columns, rows }: Answer, texts: SqlTexts): HTMLElement {
    if (this.address) URL.revokeObjectURL(this.address)
    const plain = rows.map((row) => row.map((value) => (typeof value === 'number' ? value : value && String(value))))
    this.address = URL.createObjectURL(new Blob([toCsv(columns, plain)], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = this.address
    link.download = 'result.csv'
    link.textContent = texts.download
    const line = document.createElement('p')
    line.append(link)
    return line
  }
}

customElements.define('sql-page', SqlPage)
