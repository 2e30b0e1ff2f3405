import programAddress from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { element, need } from '../dom/element.ts'
import { toGrouped, toSize } from '../words/format.ts'
import { offerNames } from './editor.ts'
import { mostRows, program } from './limits.ts'
import { Line } from './line.ts'
import type { Answer, Failure, Progress, Reply, TableFiles } from './messages.ts'
import { toFile, toTable } from './result.ts'
import { isReading, sourcesIn } from './statement.ts'
import { type SqlTexts, sqlTexts } from './texts.ts'

/** The query of the address: `#sql=…`; empty where it has none. */
const readAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('sql') ?? ''

const toFull = (address: string): string => new URL(address, location.href).href

/** Files of the dataset by their full addresses, which a worker elsewhere needs. */
function readFiles(json: string): TableFiles {
  const entries = Object.entries(JSON.parse(json) as TableFiles).map(
    ([name, parts]) => [name, parts.map((part) => ({ ...part, address: toFull(part.address) }))] as const,
  )
  return Object.fromEntries(entries)
}

class SqlPage extends HTMLElement {
  private readonly hear = (reply: Reply) => this.answer(reply)
  private readonly small = new Line(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    this.hear,
  )
  private readonly large = new Line(
    () => new Worker(new URL('./duckdb-worker.ts', import.meta.url), { type: 'module' }),
    this.hear,
  )
  private texts: SqlTexts = sqlTexts.zh
  private files: TableFiles = {}
  /** Whether DuckDB answers, which the reader asks for. */
  private isLarge = false
  private isWorking = false
  /** The query that waits for DuckDB. */
  private waiting: string | undefined
  /** Address of the file of the last result. */
  private download: string | undefined

  connectedCallback(): void {
    this.texts = sqlTexts[this.dataset['locale'] === 'en' ? 'en' : 'zh']
    this.files = readFiles(this.dataset['files'] ?? '{}')
    const form = need(this, 'form', HTMLFormElement)
    const area = need(this, 'textarea', HTMLTextAreaElement)
    const fill = () => {
      if (readAddress() !== '') area.value = readAddress()
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      history.replaceState(null, '', `#${new URLSearchParams({ sql: area.value })}`)
      this.ask(area.value)
    })
    area.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
    need(this, '[data-cancel]', HTMLButtonElement).addEventListener('click', () => this.end(this.texts.stopped))
    need(this, '[data-large]', HTMLButtonElement).addEventListener('click', () => this.startLarge())
    offerNames(this, area, this.texts)
    addEventListener('hashchange', () => {
      fill()
      area.focus()
    })
    fill()
  }

  /** Says what is going on, and whether something is. */
  private say(words: string, isWorking: boolean): void {
    this.isWorking = isWorking
    need(this, '[data-status]', HTMLElement).textContent = words
    need(this, '[data-cancel]', HTMLButtonElement).disabled = !isWorking
    const bar = need(this, 'progress', HTMLProgressElement)
    bar.removeAttribute('value')
    bar.hidden = !isWorking
  }

  /** Ends the engines, whatever they do; the next query starts what it needs. */
  private end(words: string): void {
    this.small.end()
    this.large.end()
    this.say(words, false)
  }

  private setLarge(isLarge: boolean): void {
    this.isLarge = isLarge
    need(this, '[data-offer]', HTMLElement).hidden = isLarge
    need(this, '[data-engine]', HTMLElement).textContent = isLarge ? this.texts.byLarge : this.texts.bySmall
  }

  private startLarge(): void {
    this.end('')
    this.setLarge(true)
    this.say(this.texts.starting, true)
    this.large.ask({ kind: 'start', engine: toFull(programAddress) })
  }

  private ask(sql: string): void {
    if (this.isWorking) this.end('')
    need(this, '[data-result]', HTMLElement).replaceChildren()
    this.waiting = undefined
    const wide = this.isLarge ? [] : sourcesIn(sql, (this.dataset['wide'] ?? '').split(' '))
    if (!isReading(sql)) this.say(this.texts.onlyReading, false)
    else if (wide.length > 0) {
      this.waiting = sql
      this.say(this.texts.needsLarge(wide.join(', ')), false)
    } else {
      this.say(this.texts.working, true)
      const line = this.isLarge ? this.large : this.small
      line.ask({ kind: 'ask', sql, files: this.files, limit: mostRows, engine: toFull(programAddress) })
    }
  }

  private answer(reply: Reply): void {
    if (reply.kind === 'loading' || reply.kind === 'asking') this.showProgress(reply)
    else if (reply.kind === 'ready') this.begin()
    else if (reply.kind === 'answer') this.showRows(reply)
    else this.showFailure(reply.failure, reply.words)
  }

  /** Says that DuckDB is there, and asks it what waited for it. */
  private begin(): void {
    this.say(this.texts.ready, false)
    if (this.waiting !== undefined) this.ask(this.waiting)
  }

  private showProgress(progress: Progress): void {
    if (progress.kind === 'asking') {
      this.say(this.texts.working, true)
      return
    }
    const { name, loaded } = progress
    const bar = need(this, 'progress', HTMLProgressElement)
    const parts = this.files[name] ?? [{ size: program.plain }]
    bar.max = parts.reduce((sum, { size }) => sum + size, 0)
    bar.value = loaded
    need(this, '[data-status]', HTMLElement).textContent = this.texts.loading(name, toSize(bar.max))
  }

  private showFailure(failure: Failure, words: string): void {
    const said = this.texts.failures[failure](words)
    if (failure === 'elsewhere' || failure === 'engine') {
      this.say(said, false)
      return
    }
    // An engine that did not start or that broke answers no more.
    this.end(said)
    if (failure === 'refused') this.setLarge(false)
  }

  private showRows(answer: Answer): void {
    const { texts } = this
    const n = toGrouped(answer.rows.length)
    this.say(answer.hasMore ? texts.more(n) : texts.rows(n), false)
    if (this.download) URL.revokeObjectURL(this.download)
    this.download = URL.createObjectURL(toFile(answer))
    const link = element('a', { href: this.download, download: 'result.csv' }, texts.download)
    const region = { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': texts.result }
    const table = element('div', region, toTable(answer, texts.result))
    need(this, '[data-result]', HTMLElement).replaceChildren(element('p', {}, link), table)
  }
}

customElements.define('sql-page', SqlPage)
