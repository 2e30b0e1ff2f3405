import type { DocumentEntry, Report } from '@gongkai/schema'
import { wrap } from './columns.ts'
import { type Language, inspectWords as words } from './inspect-sentences.ts'
import { toPrintable, toShownText } from './printable.ts'
import { sayFacts, sayReport } from './say-report.ts'
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

function showFacts(document: DocumentEntry, report: Report, language: Language): readonly string[] {
  const file = `${toShownText(document.path)} (${document.reader ?? ''})`
  const colon = language === 'zh' ? '：' : ': '
  return [[words.file[language], file] as const, ...sayFacts(report, language)].map(
    ([name, said]) => `${name}${colon}${said || words.unknown[language]}`,
  )
}
