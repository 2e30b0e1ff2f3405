import { element } from '../dom/element.ts'
import { toGrouped, toTenth } from '../words/format.ts'
import { describeSums } from '../words/outcomes.ts'
import { toAgencyName } from '../words/report-names.ts'
import type { Hit } from './hits.ts'
import { toMarked } from './marked.ts'
import { toPercentage } from './ranges.ts'
import type { SearchReport } from './report.ts'
import type { Snippet } from './snippet.ts'
import type { Suggestion } from './suggest.ts'
import type { Texts } from './texts.ts'

/** What tells a suggestion apart: English name or pinyin for English readers, the places around it, how many reports. */
export function describeSuggestion({ kind, id, text, english, hint, count }: Suggestion, texts: Texts): string {
  const latin = kind === 'region' ? english : toAgencyName({ agency_id: id, agency_name: null }, 'en')
  const name = texts.locale === 'en' && latin !== text ? latin : ''
  const place = hint || (kind === 'region' ? texts.region : '')
  return [name, place, texts.reports(toGrouped(count))].filter((part) => part !== '').join(' · ')
}

function toVerdict({ failedCount, assessedCount, declaredCount }: SearchReport, texts: Texts): HTMLElement {
  const counts = { failed: failedCount, assessed: assessedCount, declared: declaredCount }
  const words = `${texts.sums}${describeSums(counts)[texts.locale]}`
  return element('span', failedCount > 0 ? { class: 'fail' } : {}, words)
}

function toSnippetLine({ line, parts }: Snippet, address: string, texts: Texts): HTMLElement {
  const place = element('a', { href: `${address}#L${line}` }, texts.line(String(line)))
  return element('p', { class: 'snippet' }, place, ' ', element('span', { lang: 'zh-Hans' }, ...toMarked(parts)))
}

/** Numbers of a report in words; those that were not read are left out, and no share is stated of fewer than thirty. */
function toNumbers({ received, results, disclosed, refused }: SearchReport, texts: Texts): readonly HTMLElement[] {
  const toShare = (part: number): string => {
    const share = toPercentage(part, results)
    return share === null ? '' : `${toTenth(share)}%`
  }
  const words = [
    ...(received === null ? [] : [texts.received(toGrouped(received))]),
    ...(results && disclosed !== null
      ? [texts.answered(toGrouped(disclosed), toGrouped(results), toShare(disclosed))]
      : []),
    ...(results && refused ? [texts.refused(toGrouped(refused), toShare(refused))] : []),
  ]
  return words.map((one) => element('span', {}, one))
}

/** Where a hit leads beside its report: to its agency, and to the comparison. */
function toWays({ report }: Hit, pages: string, texts: Texts, isSame: boolean): readonly HTMLElement[] {
  const agency = `${pages}agency/${encodeURIComponent(report.agencyId)}/`
  const compare = `${pages}compare/?r=${encodeURIComponent(report.id)}`
  const label = texts.compareOf(`${report.name} ${report.year || ''}`.trim())
  return [
    ...(isSame ? [] : [element('a', { href: agency }, texts.agencyPage)]),
    element('a', { href: compare, 'aria-label': label }, texts.compare),
  ]
}

/**
 * One hit of the list.
 *
 * @param isSame whether the hit above is a report of the same agency: then its year is enough for the eye
 */
export function toHitItem(hit: Hit, base: string, texts: Texts, isSame: boolean): HTMLElement {
  const { report, placesEn, name, title, snippets } = hit
  const isEn = texts.locale === 'en'
  const pages = `${base}${isEn ? 'en/' : ''}`
  const address = `${pages}r/${encodeURIComponent(report.id)}/`
  const year = report.year === 0 ? texts.yearUnknown : texts.year(String(report.year))
  const named = name.length > 0 ? toMarked(name) : [texts.nameUnknown]
  const pinyin = isEn && report.name !== '' ? toAgencyName({ agency_id: report.agencyId, agency_name: null }, 'en') : ''
  const chinese = element('span', { lang: 'zh-Hans' }, ...named)
  const whole = pinyin === '' ? [chinese] : [`${pinyin} (`, chinese, ')']
  const link = element(
    'a',
    { href: address },
    element('span', { class: isSame ? 'vh' : undefined }, ...whole),
    ` ${year}`,
  )
  const places = element('span', {}, isEn ? placesEn.join(', ') : report.places.join(' '))
  const date = report.date === '' ? [] : [element('span', {}, texts.dated(report.date))]
  const where = isSame || report.places.length === 0 ? [] : [places]
  return element(
    'li',
    { class: isSame ? 'hit same' : 'hit' },
    element('h3', {}, link),
    element('p', { class: 'facts' }, ...where, ...date, ...toNumbers(report, texts), toVerdict(report, texts)),
    ...(title.length > 0 ? [element('p', { class: 'snippet', lang: 'zh-Hans' }, ...toMarked(title))] : []),
    ...snippets.map((snippet) => toSnippetLine(snippet, address, texts)),
    element('p', { class: 'facts' }, ...toWays(hit, pages, texts, isSame)),
  )
}
