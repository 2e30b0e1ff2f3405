import { element, need } from '../dom/element.ts'
import { toCsv } from '../text/csv.ts'
import { toGrouped } from '../words/format.ts'
import type { Question, Reply } from './messages.ts'
import { type SqlTexts, sqlTexts } from './texts.ts'

/** The most rows that are shown and downloaded. */
const mostRows = 1000

type Answer = Extract<Reply, { kind: 'answer' }>

function toTable({ columns, rows }: Answer, caption: string): HTMLTableElement {
  const heads = columns.map((name) => element('th', { scope: 'col' }, name))
  const lines = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((value) =>
        element('td', { class: typeof value === 'number' ? 'num' : undefined }, value === null ? '' : String(value)),
      ),
    ),
  )
  return element(
    'table',
    { class: 'list' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  )
}

/** A text of the address: `#sql=…`; empty where it has none. */
const readAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('sql') ?? ''

class SqlPage extends HTMLElement {
  private worker: Worker | undefined
  private address: string | undefined

  connectedCallback(): void {
    const texts = sqlTexts[this.dataset['locale'] === 'en' ? 'en' : 'zh']
    const form = need(this, 'form', HTMLFormElement)
    const area = need(this, 'textarea', HTMLTextAreaElement)
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
    need(this, '[data-cancel]', HTMLButtonElement).addEventListener('click', () => this.stop(texts.stopped))
    addEventListener('hashchange', fill)
    fill()
    form.hidden = false
  }

  /** Ends what is running, if anything is, and says so. */
  private stop(words: string): void {
    this.worker?.terminate()
    this.worker = undefined
    need(this, '[data-cancel]', HTMLButtonElement).disabled = true
    need(this, '[role=status]', HTMLElement).textContent = words
  }

  private ask(sql: string, texts: SqlTexts): void {
    this.stop(texts.working)
    need(this, '[data-result]', HTMLElement).replaceChildren()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    need(this, '[data-cancel]', HTMLButtonElement).disabled = false
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
    const table = toTable(reply, texts.result)
    const scroll = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': texts.result }, table)
    need(this, '[data-result]', HTMLElement).replaceChildren(this.toDownload(reply, texts), scroll)
  }

  private toDownload({ columns, rows }: Answer, texts: SqlTexts): HTMLElement {
    if (this.address) URL.revokeObjectURL(this.address)
    const plain = rows.map((row) =>
      row.map((value) => (value === null || typeof value === 'number' ? value : String(value))),
    )
    this.address = URL.createObjectURL(new Blob([toCsv(columns, plain)], { type: 'text/csv;charset=utf-8' }))
    return element('p', {}, element('a', { href: this.address, download: 'result.csv' }, texts.download))
  }
}

customElements.define('sql-page', SqlPage)
