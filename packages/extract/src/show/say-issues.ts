import { declaredForms, type Issue, type Label, toFormCells } from '@gongkai/schema'
import { nameOfCell, nameOfRow } from '../audit/cell-names.ts'
import { fill } from '../text/fill-text.ts'
import { inspectWords, type Language } from './inspect-sentences.ts'
import { issueWords } from './issue-sentences.ts'
import type { Mark, Sentence } from './sentence.ts'

/** Places of one kind that are named; the others are counted. */
const mostNamed = 4
const marks: Readonly<Record<Issue['severity'], Mark>> = { error: '✗', warning: '!', info: '·' }
/** Severities of issues, in the order in which they are shown. */
const order: readonly string[] = ['error', 'warning', 'info']

/** One sentence for each kind of issue: how often, where, and what can be done next. */
export function sayIssues(issues: readonly Issue[], language: Language): readonly Sentence[] {
  const kinds = [...Map.groupBy(issues, ({ code, severity }) => `${severity} ${code}`).values()]
  return kinds
    .toSorted((a, b) => order.indexOf(a[0]?.severity ?? '') - order.indexOf(b[0]?.severity ?? ''))
    .flatMap((own) => sayKind(own, language))
}

function sayKind(own: readonly Issue[], language: Language): readonly Sentence[] {
  const [first] = own
  if (!first) return []
  const { said, next } = issueWords[first.code]
  const text = fill(said, { count: own.length })[language]
  const mark = marks[first.severity]
  const advice = next && { next: next[language] }
  const isListed = own.length > 1 && own.some((issue) => detailOf(issue, language) !== '')
  if (isListed) return [{ mark, text, under: toList(own, language), ...advice }]
  const detail = own.length === 1 ? detailOf(first, language) : ''
  const at = toPlaces(own, language)
  // The words of a kind may hold a colon themselves, and then say all that the issue says.
  return [{ mark, text: text.endsWith(detail) ? text : `${text}${detail}`, ...(at && { at }), ...advice }]
}

/** The first issues of a kind with what is printed there. */
function toList(own: readonly Issue[], language: Language): readonly string[] {
  const rest = own.length - mostNamed
  return [
    ...own.slice(0, mostNamed).map((issue) => `- ${placeOf(issue, language).join('')}${detailOf(issue, language)}`),
    ...(rest > 0 ? [`- ${fill(inspectWords.others, { count: rest })[language]}`] : []),
  ]
}

/** What a single issue says beyond its kind. */
function detailOf(issue: Issue, language: Language): string {
  const message = language === 'zh' ? issue.messageZh : issue.messageEn
  const at = message.indexOf(language === 'zh' ? '：' : ': ')
  const detail = at < 0 ? '' : message.slice(at)
  // A reason that a reviewer wrote in English alone stays with the English output.
  return language === 'zh' && !/\p{sc=Han}|\d/u.test(detail) ? '' : detail
}

/** The rows, cells and lines that issues name, the first ones by name; empty where they name none. */
function toPlaces(own: readonly Issue[], language: Language): string {
  const places = [...new Set(own.flatMap((issue) => placeOf(issue, language)))]
  if (places.length === 0) return ''
  const rest = places.length - mostNamed
  const named = places.slice(0, mostNamed).join(language === 'zh' ? '；' : ', ')
  return `${named}${rest > 0 ? fill(inspectWords.andMore, { count: rest })[language] : ''}`
}

const placeOf = ({ key, line }: Issue, language: Language): readonly string[] => {
  const name = key === null ? undefined : nameOfKey(key)
  if (name !== undefined) return [name[language]]
  return line === null ? [] : [fill(inspectWords.line, { line })[language]]
}

const fields: Readonly<Record<string, Label>> = {
  agency: inspectWords.agency,
  year: inspectWords.year,
  region_code: inspectWords.region,
}

let names: ReadonlyMap<string, Label> | undefined

/** A table, row or cell in the words of the form. */
function nameOfKey(key: string): Label | undefined {
  names ??= toNames()
  return fields[key] ?? names.get(key)
}

function toNames(): ReadonlyMap<string, Label> {
  const all = new Map<string, Label>()
  for (const form of declaredForms) {
    all.set(form.id, form.title)
    for (const cell of toFormCells(form)) {
      all.set(cell.key, nameOfCell(cell))
      all.set(`${form.id}.${cell.row.id}`, nameOfRow(cell.row))
    }
  }
  return all
}
