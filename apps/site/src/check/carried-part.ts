import { element } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { CarriedView, Comparison } from './carried.ts'
import { CheckError } from './client.ts'
import type { ReportView } from './draft-view.ts'
import { type Parts, toSize, type YearFile } from './parts.ts'
import { renderComparison, sayComparison } from './render-carried.ts'
import type { Work } from './work.ts'

/** What the comparison with the year before takes. */
export interface CarriedTools {
  readonly base: string
  readonly parts: Promise<Parts>
  readonly compare: (carried: CarriedView, list: string) => Promise<Comparison>
  readonly work: Work
}

/** The part of a result that is filled on demand. */
interface CarriedPart {
  readonly node: Node
  /** What was found, as text; empty before anything was compared. */
  readonly toText: () => string
}

/** A part for each report of a draft. Nothing is asked for before a button is pressed that says what. */
export const toCarriedParts = (
  reports: readonly ReportView[],
  words: CheckWords,
  tools: CarriedTools,
): readonly CarriedPart[] => reports.map(({ carried }) => toCarriedPart(carried, words, tools))

function toCarriedPart(carried: CarriedView, words: CheckWords, tools: CarriedTools): CarriedPart {
  const found = element('div', { 'data-carried': '' }, element('p', {}, words.carriedOpenYet))
  const asking = element('div', { class: 'asking' })
  let said = ''
  const take = async (load: () => Promise<string>) => {
    said = ''
    const answer = await tools.work(words.comparing, async () => {
      const comparison = await tools.compare(carried, await load())
      const sentences = sayComparison(comparison, carried, words)
      found.replaceChildren(...renderComparison(comparison, sentences, tools.base, words))
      said = [`【${words.carried}】`, ...sentences.flatMap(({ text, under }) => [text, ...under])].join('\n')
      return sentences[0]?.text ?? ''
    })
    // Why there is nothing to compare is said beside the button, too.
    if (said === '') found.replaceChildren(element('p', {}, answer))
  }
  // A list that was downloaded can be chosen even where the host cannot be asked for the years.
  const fill = (years: readonly YearFile[]) =>
    asking.append(...toFetching(years, carried, { words, base: tools.base, take }), toChoosing(words, take))
  tools.parts.then(
    ({ years }) => fill(years),
    () => fill([]),
  )
  const head = [element('h3', {}, words.carried), element('p', { class: 'note' }, words.carriedLead)]
  return { node: element('section', { class: 'carried' }, ...head, asking, found), toText: () => said }
}

interface Fetching {
  readonly words: CheckWords
  readonly base: string
  readonly take: (load: () => Promise<string>) => Promise<void>
}

/** The button that asks for the list of a year, all bodies in it, and says so before. */
function toFetching(
  years: readonly YearFile[],
  { year }: CarriedView,
  { words, base, take }: Fetching,
): readonly Node[] {
  const [newest] = years
  if (!newest) return [element('p', { class: 'note' }, words.carriedNone)]
  const wanted = years.find((one) => one.year === (year ?? 0) - 1)
  const options = years.map((one) => {
    const isWanted = one === (wanted ?? newest)
    return element('option', { value: one.path, selected: isWanted ? '' : undefined }, String(one.year))
  })
  const select = element('select', {}, ...options)
  const button = element('button', { type: 'button' })
  const asks = element('p', { class: 'note' })
  const find = () => years.find(({ path }) => path === select.value) ?? newest
  const sayWhat = () => {
    const chosen = find()
    const said = { year: chosen.year, path: base + chosen.path, size: toSize([chosen]) }
    button.textContent = fillWords(words.carriedGet, said)
    asks.replaceChildren(
      fillWords(words.carriedAsks, said),
      element('a', { href: said.path, download: '' }, fillWords(words.carriedDownload, said)),
    )
  }
  select.addEventListener('change', sayWhat)
  sayWhat()
  button.addEventListener('click', () => take(() => load(base + find().path)))
  const missing = year !== null && !wanted ? [element('p', {}, fillWords(words.carriedNoYear, { year: year - 1 }))] : []
  return [...missing, element('p', {}, element('label', {}, words.carriedYear, ' ', select), ' ', button), asks]
}

/** @throws {CheckError} */
async function load(address: string): Promise<string> {
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) throw new CheckError('no_answer')
  return response.text()
}

/** A list that lies on this machine already. */
function toChoosing(words: CheckWords, take: Fetching['take']): Node {
  const input = element('input', { type: 'file', accept: '.json,application/json' })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) take(() => file.text())
    input.value = ''
  })
  return element('p', {}, element('label', {}, words.carriedChoose, ' ', input))
}
