import type { Part, Sentence } from '@gongkai/extract/browser'
import { element } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { DraftView, FailureView, OtherView, ProposalView, ReportView } from './draft-view.ts'
import { renderTables } from './render-tables.ts'

type Children = readonly (Node | string)[]

/** The result as elements: texts of the draft become text nodes, never mark-up. */
export function renderDraft(
  { name, refusal, reports }: DraftView,
  words: CheckWords,
  carried: readonly Node[],
): Children {
  if (refusal) {
    const { why, found, isQuoted, next } = refusal
    const detail = found === null ? [] : [element('p', { class: 'note' }, words.found, toFound(found, isQuoted))]
    const verdict = element('p', { class: 'verdict bad' }, fillWords(words.refused, { name, why }))
    return [verdict, element('p', {}, next), ...detail]
  }
  const several = reports.length > 1
  return reports.flatMap((report, i) => [
    ...(several ? [element('h3', {}, fillWords(words.whichReport, { no: i + 1, all: reports.length }))] : []),
    ...renderReport(report, { name, carried: carried[i] }, words),
  ])
}

/** Readers say in English what they found; what is quoted is in the language of the draft. */
const toFound = (found: string, isQuoted: boolean) => element('span', { lang: isQuoted ? 'zh-Hans' : 'en' }, found)

/** Parts that have a shape of their own on the page, and the log of repairs, which is of no use for a draft. */
const shownApart: readonly Part['id'][] = ['verdict', 'sums', 'proposals', 'checks', 'repairs']

/** What stands beside a report: the name of the file, and the part on the year before. */
interface Beside {
  readonly name: string
  readonly carried: Node | undefined
}

function renderReport(report: ReportView, { name, carried }: Beside, words: CheckWords): Children {
  const find = (id: Part['id']) => report.parts.find((part) => part.id === id)
  const [first, ...rest] = find('verdict')?.sentences ?? []
  const others = report.parts.filter(({ id }) => !shownApart.includes(id))
  return [
    element(
      'p',
      { class: `verdict ${report.mark}`, 'data-verdict': report.mark },
      element('b', {}, words.marks[report.mark]),
      first?.text ?? '',
    ),
    ...rest.map(({ text }) => element('p', {}, text)),
    element('p', { class: 'note' }, `${name} · ${words.noApproval}`),
    ...renderFailures(report.failures, words),
    ...renderProposals(report.proposals, words),
    element(
      'div',
      { class: 'pair' },
      element('div', {}, element('h3', {}, words.tally), renderTally(report, words)),
      element('div', {}, element('h3', {}, words.facts), renderFacts(report)),
    ),
    ...renderOthers(report.others, words),
    ...others.flatMap(renderPart),
    ...(carried ? [carried] : []),
    element('section', { class: 'draft-tables' }, ...renderTables(report.tables, words)),
  ]
}

function renderFailures(failures: readonly FailureView[], words: CheckWords): Children {
  if (failures.length === 0) return []
  const show = (value: number | null) => (value === null ? '—' : String(value))
  const side = (name: string, value: string) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, element('b', {}, value)))
  const items = failures.map(({ checkId, text, left, right, difference }) =>
    element(
      'li',
      { 'data-check': checkId },
      element('p', {}, element('b', {}, text)),
      element(
        'dl',
        { class: 'sides' },
        side(words.sides.left, show(left)),
        side(words.sides.right, show(right)),
        side(words.sides.difference, show(difference && Math.abs(difference))),
      ),
      element('p', { class: 'note check-id' }, element('code', {}, checkId)),
    ),
  )
  return [element('h3', {}, words.failing), element('ul', { class: 'failing' }, ...items)]
}

function renderProposals(proposals: readonly ProposalView[], words: CheckWords): Children {
  if (proposals.length === 0) return []
  const items = proposals.map(({ text, cells }) =>
    element(
      'li',
      {},
      ...cells.map(({ key, name, printed, proposed }) =>
        element(
          'p',
          { class: 'change', 'data-proposed': `${key}=${proposed}` },
          `${name} `,
          element('del', {}, printed),
          ' → ',
          element('ins', {}, proposed),
        ),
      ),
      element('p', { class: 'note' }, text),
    ),
  )
  return [
    element('h3', {}, words.proposals),
    element('p', {}, words.proposalsNote),
    element('ul', { class: 'proposed' }, ...items),
  ]
}

function renderTally({ tally, states }: ReportView, words: CheckWords): Node {
  const heads = [words.rule, words.held, words.failed, words.open]
  const rows = tally.map(({ name, held, failed, open }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'num' }, String(held)),
      element('td', { class: failed > 0 ? 'num fail' : 'num' }, String(failed)),
      element('td', { class: 'num' }, String(open)),
    ),
  )
  const cells = states.map(({ name, count }) => `${name} ${count}`).join(' · ')
  return element(
    'div',
    {},
    element(
      'table',
      { class: 'counts' },
      element('caption', { class: 'vh' }, words.tally),
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...rows),
    ),
    element('p', { class: 'note' }, words.cells + cells),
  )
}

const renderFacts = ({ facts }: ReportView): Node =>
  element(
    'dl',
    { class: 'draft-facts' },
    ...facts.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  )

const signs: Readonly<Record<OtherView['status'], string>> = { fail: '!', pass: '✓', not_assessable: '–' }

function renderOthers(others: readonly OtherView[], words: CheckWords): Children {
  const items = others.map(({ status, text }) =>
    element(
      'li',
      { 'data-other': status },
      element('b', { 'aria-hidden': 'true' }, `${signs[status]} `),
      element('span', { class: 'vh' }, words.outcomes[status]),
      text,
    ),
  )
  return [element('h3', {}, words.others), element('ul', { class: 'said' }, ...items)]
}

function renderPart({ id, head, sentences }: Part): Children {
  const items = sentences.map((sentence) => element('li', {}, ...renderSentence(sentence)))
  return [element('h3', { 'data-part': id }, head), element('ul', { class: 'said' }, ...items)]
}

function renderSentence({ mark, text, at, under = [] }: Sentence): Children {
  return [
    ...(mark ? [element('b', {}, `${mark} `)] : []),
    text,
    ...(at ? [' ', element('small', {}, at)] : []),
    ...under.map((line) => element('div', {}, line)),
  ]
}
