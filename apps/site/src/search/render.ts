import { element } from '../dom/element.ts'
import { describeSums } from '../words/outcomes.ts'
import type { Hit } from './hits.ts'
import { toMarked } from './marked.ts'
import type { SearchReport } from './report.ts'
import type { Snippet } from './snippet.ts'
import type { Texts } from './texts.ts'

/** A number with its thousands apart. */
export const toGrouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

function toVerdict({ failedCount, assessedCount, declaredCount }: SearchReport, texts: Texts): HTMLElement {
  const counts = { failed: failedCount, assessed: assessedCount, declared: declaredCount }
  const words = `${texts.sums}${describeSums(counts)[texts.locale]}`
  return element('span', failedCount > 0 ? { class: 'fail' } : {}, words)
}

function toSnippetLine({ line, parts }: Snippet, address: string, texts: Texts): HTMLElement {
  const place = element('a', { href: `${address}#L${line}` }, texts.line(String(line)))
  return element('p', { class: 'snippet' }, place, ' ', element('span', { lang: 'zh-Hans' }, ...toMarked(parts)))
}

/** One hit of the list. */
export function toHitItem({ report, name, title, snippets }: Hit, base: string, texts: Texts): HTMLElement {
  const address = `${base}${texts.locale === 'en' ? 'en/' : ''}r/${encodeURIComponent(report.id)}/`
  const year = report.year === 0 ? texts.yearUnknown : texts.year(String(report.year))
  const named = name.length > 0 ? toMarked(name) : [texts.nameUnknown]
  const link = element('a', { href: address }, element('span', { lang: 'zh-Hans' }, ...named), ` ${year}`)
  const places = element('span', { lang: 'zh-Hans' }, report.places.join(' '))
  const date = report.date === '' ? [] : [element('span', {}, texts.dated(report.date))]
  return element(
    'li',
    { class: 'hit' },
    element('h3', {}, link),
    element('p', { class: 'facts' }, ...(report.places.length > 0 ? [places] : []), ...date, toVerdict(report, texts)),
    ...(title.length > 0 ? [element('p', { class: 'snippet', lang: 'zh-Hans' }, ...toMarked(title))] : []),
    ...snippets.map((snippet) => toSnippetLine(snippet, address, texts)),
  )
}
