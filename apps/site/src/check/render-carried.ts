import { element } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { CarriedView, Comparison, Match } from './carried.ts'

/** A sentence, and the differences that belong to it. */
export interface CarriedSentence {
  readonly text: string
  readonly under: readonly string[]
}

const alone = (text: string): CarriedSentence => ({ text, under: [] })

/** What came of the comparison: a sentence for each body. */
export function sayComparison(
  comparison: Comparison,
  draft: CarriedView,
  words: CheckWords,
): readonly CarriedSentence[] {
  const { year, isYearBefore, matches } = comparison
  if (draft.year !== null && !isYearBefore)
    return [alone(fillWords(words.carriedOtherYear, { year, draft: draft.year, before: draft.year - 1 }))]
  const [name] = draft.names
  if (name === undefined) return [alone(words.carriedNoName)]
  if (matches.length === 0) return [alone(fillWords(words.carriedNotFound, { year, name }))]
  const several = matches.length > 1 ? [alone(fillWords(words.carriedSeveral, { count: matches.length }))] : []
  return [...several, ...matches.map((match) => sayMatch(match, year, words))]
}

/** The body with its place, which its name may begin with. */
const toBody = ({ name, place }: Match): string => (name.startsWith(place) ? name : place + name)

function sayMatch(match: Match, year: number, words: CheckWords): CarriedSentence {
  const failing = match.rows.filter(({ status }) => status === 'fail')
  const compared = match.rows.filter(({ status }) => status !== 'not_assessable')
  const values = { body: toBody(match), year }
  if (compared.length === 0) return alone(fillWords(words.carriedOpen, values))
  if (failing.length === 0) return alone(fillWords(words.carriedHolds, { ...values, count: compared.length }))
  return {
    text: fillWords(words.carriedFails, { ...values, count: failing.length }),
    under: failing.map(({ name, before, now }) =>
      fillWords(words.carriedDiffers, { name, before: before ?? '', now: now ?? '' }),
    ),
  }
}

/** The comparison as elements: the sentences, and the numbers of each body in the place of what stands under them. */
export function renderComparison(
  { year, matches }: Comparison,
  sentences: readonly CarriedSentence[],
  base: string,
  words: CheckWords,
): readonly Node[] {
  const said = sentences.map(({ text }) => element('p', {}, text))
  return [...said, ...matches.map((match) => renderMatch(match, year, base, words))]
}

function renderMatch(match: Match, year: number, base: string, words: CheckWords): Node {
  const { reportId, rows } = match
  const show = (value: number | null) => (value === null ? '—' : String(value))
  const lines = rows.map(({ name, before, now, status }) =>
    element(
      'tr',
      { 'data-carry': status },
      element('th', { scope: 'row' }, name),
      element('td', { class: 'num' }, show(before)),
      element('td', { class: status === 'fail' ? 'num fail' : 'num' }, show(now)),
      element('td', {}, words.statuses[status]),
    ),
  )
  const heads = [words.applicant, fillWords(words.carriedBefore, { year }), words.carriedNow, words.outcome]
  const link = element(
    'a',
    { href: `${base}r/${encodeURIComponent(reportId)}/` },
    fillWords(words.carriedSource, { year }),
  )
  return element(
    'table',
    { class: 'counts' },
    element('caption', {}, `${toBody(match)} `, link),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...lines),
  )
}
