import type { DocumentEntry, Label, Report } from '@gongkai/schema'
import { wrap } from './columns.ts'
import { type Language, inspectWords as words } from './inspect-sentences.ts'
import { toPrintable, toShownText } from './printable.ts'
import { sayReport } from './say-report.ts'
import type { Sentence } from './sentence.ts'
import { showTables } from './show-tables.ts'

/** Columns of the terminal that the report is written for. */
const terminalWidth = 80

/** The report as text for a terminal: who and when, verdict, what fails and what would restore it, then the tables as read. */
export function showReport(document: DocumentEntry, report: Report, language: Language): string {
  const lines = [
    ...showFacts(document, report, language),
    ...sayReport(report, language).flatMap(({ head, sentences }) => ['', `【${head}】`, ...sentences.flatMap(toLines)]),
  ]
  const wrapped = lines.flatMap((line) =>
    line === '' ? [''] : wrap(toPrintable(line), terminalWidth, /^(?:[✗!·] | )/.test(line) ? 4 : 0),
  )
  return [...wrapped, ...showTables(report, language)].join('\n')
}

function toLines({ mark, text, at, under = [], next }: Sentence): readonly string[] {
  const line = `${mark ? `${mark} ` : ''}${text}${at ? ` [${at}]` : ''}`
  return [line, ...under.map((one) => `  ${one}`), ...(next ? [`  → ${next}`] : [])]
}

function showFacts(document: DocumentEntry, { identity }: Report, language: Language): readonly string[] {
  const place = [identity.province, identity.prefecture, identity.county, identity.zone].filter(Boolean).join(' ')
  const candidates = identity.regionCandidates.join(' ')
  const facts: readonly (readonly [Label, string | number | null])[] = [
    [words.file, `${toShownText(document.path)} (${document.reader ?? ''})`],
    [words.title, identity.title],
    [words.agency, identity.agencyName],
    [words.year, identity.year],
    [
      words.region,
      identity.regionCode ? `${identity.regionCode} ${place}` : candidates && `${words.several[language]}${candidates}`,
    ],
    [words.published, identity.publishedOn],
    [words.signed, identity.signedOn],
  ]
  const colon = language === 'zh' ? '：' : ': '
  return facts.map(([name, value]) => `${name[language]}${colon}${value || words.unknown[language]}`)
}
