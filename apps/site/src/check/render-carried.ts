import { element } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { CarriedView, Comparison, Match } from './carried.ts'

/** What came of the comparison: one sentence a body, the differences below it. */
export function sayComparison(comparison: Comparison, draft: CarriedView, words: CheckWords): readonly string[] {
  const { year, matches } = comparison
  if (draft.year !== null && year !== draft.year - 1)
    return [fillWords(words.carriedOtherYear, { year, draft: draft.year, before: draft.year - 1 })]
  if (draft.names.length === 0) return [words.carriedNoName]
  if (matches.length === 0) return [fillWords(words.carriedNotFound, { year, name: draft.names[0] ?? '' })]
  const several = matches.length > 1 ? [fillWords(words.carriedSeveral, { count: matches.length })] : []
  return [...several, ...matches.flatMap((match) => sayMatch(match, year, words))]
}

function sayMatch({ name, place, rows }: Match, year: number, words: CheckWords): readonly string[] {
  const failing = rows.filter(({ status }) => status === 'fail')
  const values = { name, place: name.startsWith(place) ? '' : place, year, count: failing.length }
  const compared = rows.filter(({ status }) => status !== 'not_assessable')
  if (compared.length === 0) return [fillWords(words.carriedOpen, values)]
  if (failing.length === 0) return [fillWords(words.carriedHolds, { ...values, count: compared.length })]
  const lines = failing.map((row) =>
    fillWords(words.carriedDiffers, { name: row.name, before: row.before ?? '', now: row.now ?? '' }),
  )
  return [fillWords(words.carriedFails, values), ...lines]
}

/** The comparison as elements: the sentences, and the numbers of each body. */
export function renderComparison(
  { year, matches }: Comparison,
  sentences: readonly string[],
  base: string,
  words: CheckWords,
): readonly Node[] {
  const said = sentences.map((text) => element('p', {}, text))
  return [...said, ...matches.map((match) => renderMatch(match, year, base, words))]
}

function renderMatch({ reportId, name, place, rows }: Match, year: number, base: string, words: CheckWords): Node {
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
    element('caption', {}, `${place} ${name} `, link),
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...lines),
  )
}
