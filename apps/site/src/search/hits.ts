import { fold } from '@gongkai/schema/browser'
import { type BodyLine, decodeBody } from './body-file.ts'
import { isOpen, type TermMatch, verdicts } from './match.ts'
import { inTitle, nowhere } from './names.ts'
import { type Regions, type SearchReport, toEnglishPlaces } from './report.ts'
import { markAll, type Part, type Snippet, toSnippet } from './snippet.ts'

/** The body of one report as a file, see `encodeBody`. */
export type ReadText = (reportId: string) => Promise<string>

/** A report that answers, and what was found in it. */
export interface Hit {
  readonly report: SearchReport
  /** Its place in English, from the smallest division up. */
  readonly placesEn: readonly string[]
  readonly name: readonly Part[]
  /** The title, where something was found in it that no name holds. */
  readonly title: readonly Part[]
  readonly snippets: readonly Snippet[]
}

const mostSnippets = 2
/** Texts kept, so that another page of hits or another order does not read them again. */
const mostTexts = 500

/** The body of one report. */
export type ReadBody = (reportId: string) => Promise<readonly BodyLine[]>

/** Reads bodies, each once. */
export function toBodyReader(readText: ReadText): ReadBody {
  const held = new Map<string, Promise<readonly BodyLine[]>>()
  return (reportId) => {
    const known = held.get(reportId) ?? readText(reportId).then(decodeBody)
    held.set(reportId, known)
    // A text that could not be read is asked for again.
    known.catch(() => held.delete(reportId))
    const [oldest] = held.keys()
    if (held.size > mostTexts && oldest !== undefined) held.delete(oldest)
    return known
  }
}

const wantedOf = (matches: readonly TermMatch[]) => matches.filter(({ term }) => term.isWanted)
const toTexts = (matches: readonly TermMatch[]): readonly string[] => matches.map(({ term }) => term.text)

/** Whether something wanted can only be shown from the text. */
const needsText = (matches: readonly TermMatch[], index: number): boolean =>
  wantedOf(matches).some(({ inNames }) => inNames[index] === nowhere)

/** Holds the lines of a report against the terms that the index leaves open. */
function isTrue(matches: readonly TermMatch[], index: number, lines: readonly BodyLine[]): boolean {
  const folded = lines.map(({ text }) => fold(text))
  return matches
    .filter((match) => isOpen(match, index))
    .every(({ term }) => folded.some((line) => line.includes(term.text)) === term.isWanted)
}

/** Lines that show what was found, those with more of it first. */
function toSnippets(lines: readonly BodyLine[], terms: readonly string[]): readonly Snippet[] {
  const found = lines.flatMap((line) => toSnippet(line, terms) ?? [])
  const countOf = ({ parts }: Snippet) =>
    new Set(parts.filter((part) => part.isMark).map((part) => fold(part.text))).size
  return found
    .toSorted((a, b) => countOf(b) - countOf(a))
    .slice(0, mostSnippets)
    .toSorted((a, b) => a.line - b.line)
}

/** Shows why a report answers. */
function toHit(
  report: SearchReport,
  matches: readonly TermMatch[],
  index: number,
  lines: readonly BodyLine[],
): Omit<Hit, 'placesEn'> {
  const wanted = wantedOf(matches)
  const inText = wanted.filter(({ inNames }) => inNames[index] === nowhere)
  const isTitled = wanted.some(({ inNames }) => inNames[index] === inTitle)
  return {
    report,
    name: markAll(report.name, toTexts(wanted)),
    title: isTitled ? markAll(report.title, toTexts(wanted)) : [],
    snippets: inText.length > 0 ? toSnippets(lines, toTexts(inText)) : [],
  }
}

const { no, likely, yes } = verdicts

/** Whether nothing more needs to be known of a report. */
export const isSettled = (verdict: number | undefined): boolean => verdict === yes || verdict === no
/** Whether a report is counted, for now. */
export const isCounted = (verdict: number | undefined): boolean => (verdict ?? no) >= likely

/** What is looked for, and the verdict on each report, by position; settled one by one as texts are looked at. */
export interface Judged {
  readonly matches: readonly TermMatch[]
  readonly verdicts: Uint8Array
}

/** Where reports and their texts come from. */
export interface Reading {
  readonly reportOf: (i: number) => SearchReport | undefined
  readonly readBody: ReadBody
  readonly regions: Regions
}

/** Settles one report and makes a hit of it, if it answers. */
async function look(i: number, { matches, verdicts: held }: Judged, { reportOf, readBody, regions }: Reading) {
  const report = reportOf(i)
  if (!report || held[i] === no) return []
  const lines = isSettled(held[i]) && !needsText(matches, i) ? [] : await readBody(report.id)
  if (!isSettled(held[i])) held[i] = isTrue(matches, i, lines) ? yes : no
  if (held[i] !== yes) return []
  return [{ ...toHit(report, matches, i, lines), placesEn: toEnglishPlaces(report, regions) }]
}

/** Settles some reports, and makes hits of those that answer. */
export const lookAt = async (places: readonly number[], judged: Judged, reading: Reading): Promise<readonly Hit[]> =>
  (await Promise.all(places.map((i) => look(i, judged, reading)))).flat()
