import { foreignWords, formWords, type Report, sentenceEnds, shortestSentence } from '@gongkai/schema'

/**
 * Outcomes, indicators and peers once more, in plain TypeScript and from the definitions alone: a Map of numbers, a
 * function per indicator. It shares no term, no step and no query with what it is held against.
 */
export interface Figure {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
}

type Ratio = readonly [numerator: number | null, denominator: number | null]

const plus = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0)
const least = 30

/** The number of a cell, or null; a blank or a stroke is 0 where the sums say so, and no count is below 0 or broken. */
function numberOf(report: Report, key: string): number | null {
  const cell = report.cells.find((one) => one.key === key)
  if (!cell) return null
  const isBlank = cell.state === 'blank' || cell.state === 'not_applicable'
  const number =
    cell.state === 'value' ? cell.value : isBlank && report.blankMeansZero && cell.formId !== 'disclosure' ? 0 : null
  if (number === null || cell.columnId === 'amount') return number
  return Number.isInteger(number) && number >= 0 && number < 2 ** 31 ? number : null
}

export const groups = ['granted', 'granted_in_part', 'refused', 'unavailable', 'unprocessed', 'other'] as const
type Group = (typeof groups)[number]

/** Requests of a group for an applicant: every row of the group must be a number. */
export function countOf(report: Report, group: Group, applicant = 'total'): number | null {
  const rows = report.cells.filter(
    (cell) =>
      cell.formId === 'requests' &&
      cell.columnId === applicant &&
      (cell.rowId === group || cell.rowId.startsWith(`${group}.`)),
  )
  return rows.length === 0 ? null : plus(rows.map((cell) => numberOf(report, cell.key)))
}

const allOf = (report: Report, applicant?: string) => plus(groups.map((group) => countOf(report, group, applicant)))

const grounds =
  'state_secret prohibited_by_law safety_stability third_party_rights internal_affairs process_information enforcement_files inquiry_matters'
/** Rates of the six groups, in their order. */
const rates = 'full_disclosure_rate part_disclosure_rate refusal_rate unavailable_rate not_processed_rate other_rate'
const applicants =
  'natural_person commercial_enterprise research_institution public_interest_organization legal_services other_organization'

/** Sums above and below of every share and rate of a report. */
function toRatios(report: Report, before: Report | undefined): Readonly<Record<string, Ratio>> {
  const cell = (key: string, of: Report | undefined = report) => (of ? numberOf(of, key) : null)
  const count = (...of: readonly Group[]) => plus(of.map((group) => countOf(report, group)))
  const [all, refused] = [allOf(report), count('refused')]
  const received = cell('requests.new_received.total')
  const earlier = before ? cell('requests.new_received.total', before) : null
  const lawsuits = ['litigation.direct', 'litigation.after_reconsideration']
  const decided = (of: string) => [cell(`${of}.upheld`), cell(`${of}.corrected`), cell(`${of}.other`)]
  const stock = 'disclosure.normative_documents'
  const must = report.findings.filter(
    ({ severity, checkId }) => severity === 'must' && /^T3\.(?:BAL|RES|APP)|^T4\.TOTAL/.test(checkId),
  )
  return {
    disclosure_rate: [count('granted', 'granted_in_part'), all],
    merits_disclosure_rate: [count('granted', 'granted_in_part'), count('granted', 'granted_in_part', 'refused')],
    ...Object.fromEntries(rates.split(' ').map((id, i) => [id, [countOf(report, groups[i] ?? 'other'), all] as const])),
    not_held_rate: [cell('requests.unavailable.not_held.total'), all],
    petition_share: [cell('requests.unprocessed.petition_complaint.total'), count('unprocessed')],
    ...Object.fromEntries(
      grounds.split(' ').map((id) => [`refused_${id}_share`, [cell(`requests.refused.${id}.total`), refused] as const]),
    ),
    ...Object.fromEntries(
      applicants
        .split(' ')
        .map((id) => [`refusal_rate_${id}`, [countOf(report, 'refused', id), allOf(report, id)] as const]),
    ),
    backlog_rate: [cell('requests.carried_forward.total'), plus([received, cell('requests.carried_in.total')])],
    natural_person_share: [cell('requests.new_received.natural_person'), received],
    growth: [received === null || earlier === null ? null : received - earlier, earlier],
    reconsiderations_per_100: [cell('reconsideration.total'), received],
    lawsuits_per_100: [plus(lawsuits.map((of) => cell(`${of}.total`))), received],
    reconsideration_corrected_share: [cell('reconsideration.corrected'), plus(decided('reconsideration'))],
    litigation_corrected_share: [plus(lawsuits.map((of) => cell(`${of}.corrected`))), plus(lawsuits.flatMap(decided))],
    normative_turnover: [plus([cell(`${stock}.made`), cell(`${stock}.abolished`)]), cell(`${stock}.in_force`)],
    completeness: [report.cells.filter(({ state }) => state === 'value').length, report.cells.length],
    failing_edits_rate: [
      must.filter(({ status }) => status === 'fail').length,
      must.filter(({ status }) => status !== 'not_assessable').length,
    ],
  }
}

const day = (text: string) => Date.parse(text) / 86_400_000

/** Days after the deadline of the Regulations, null for who has none or printed no date to go by. */
function daysLate({ identity }: Report): number | null {
  const { year, level, bodyKind, agencyName, publishedOn, signedOn } = identity
  const made = publishedOn ?? signedOn
  const isBound = ['government', 'government_office', 'department', 'vertical'].includes(bodyKind ?? '')
  if (year === null || year < 2019 || made === null || made > `${year + 1}-12-31`) return null
  if (!isBound || level === null || ['township', 'zone'].includes(level)) return null
  return day(made) - day(`${year + 1}-${agencyName?.endsWith('人民政府') ? '03-31' : '01-31'}`)
}

function isAllZero(report: Report): boolean | null {
  const numbers = report.cells.map(({ key }) => numberOf(report, key))
  if (numbers.some((number) => number !== null && number !== 0)) return false
  const isWhole = new Set(report.cells.map(({ formId }) => formId)).size === 3
  return isWhole && !numbers.includes(null) ? true : null
}

const asRatio = (id: string, [numerator, denominator]: Ratio): Figure => {
  const isGiven = numerator !== null && denominator !== null && denominator >= least
  const scale = id.endsWith('_per_100') ? 100 : 1
  return { numerator, denominator, value: isGiven ? (scale * numerator) / denominator : null }
}
const asPlain = (value: number | null, numerator = value): Figure => ({ numerator, denominator: null, value })

/** Sentences of a narrative that are the body's own words, as sets of letters and digits. */
export function toSentences(texts: readonly string[]): ReadonlySet<string> {
  const pieces = texts.flatMap((text) => text.split(new RegExp(`[${sentenceEnds}]`)))
  const own = pieces.filter((piece) => !foreignWords.some(({ pattern }) => new RegExp(pattern).test(piece)))
  const words = own.filter((piece) => !formWords.includes(piece.replaceAll(/\P{Script=Han}/gu, '')))
  const letters = words.map((piece) => piece.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  return new Set(letters.filter((piece) => [...piece].length >= shortestSentence))
}

/** Every indicator of one report; likeness needs the whole corpus and is added by `toFigures`. */
function toOwnFigures(report: Report, before: Report | undefined): Record<string, Figure> {
  const ratios = Object.entries(toRatios(report, before)).map(([id, ratio]) => [id, asRatio(id, ratio)])
  const received = numberOf(report, 'requests.new_received.total')
  const zero = isAllZero(report)
  return {
    ...Object.fromEntries(ratios),
    normative_stock: asPlain(numberOf(report, 'disclosure.normative_documents.in_force')),
    punctuality: asPlain(daysLate(report)),
    zero_requests: asPlain(received === null ? null : Number(received === 0)),
    all_zero: asPlain(zero === null ? null : Number(zero)),
  }
}

/** Every indicator of every report, by report id. */
export function toFigures(reports: readonly Report[]): ReadonlyMap<string, Readonly<Record<string, Figure>>> {
  const byAgency = new Map(reports.map((report) => [`${report.identity.agencyId} ${report.identity.year}`, report]))
  const said = new Map(
    reports.map((report) => [
      report,
      toSentences(report.lines.flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []))),
    ]),
  )
  const sentencesOf = (report: Report | undefined) => (report && said.get(report)) ?? new Set<string>()
  return new Map(
    reports.map((report) => {
      const { agencyId, year } = report.identity
      const before = byAgency.get(`${agencyId} ${(year ?? 0) - 1}`)
      const neighbours = reports.filter(({ identity }) => identity.year === year && identity.agencyId !== agencyId)
      const held = new Set(neighbours.flatMap((other) => [...sentencesOf(other)]))
      const mine = [...sentencesOf(report)]
      const like = (isKnown: boolean, place: ReadonlySet<string>): Ratio =>
        isKnown ? [mine.filter((sentence) => place.has(sentence)).length, mine.length] : [null, null]
      const figures = toOwnFigures(report, before)
      return [
        report.reportId,
        {
          ...figures,
          similarity_last_year: asRatio('', like(before !== undefined, sentencesOf(before))),
          similarity_neighbours: asRatio('', like(neighbours.length > 0, held)),
        },
      ] as const
    }),
  )
}

/** Linear between the two nearest, as a spreadsheet does it. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

/** Reports that share year, level and so on with one report, the narrowest group of ten figures; none where there is none. */
export function toPeers(
  report: Report,
  reports: readonly Report[],
  hasFigure: (one: Report) => boolean,
): readonly Report[] {
  const keys: readonly ((one: Report) => string | null)[] = [
    ({ identity: { level, functions } }) => (level && functions.length > 0 ? `${level} ${functions.toSorted()}` : null),
    ({ identity: { level, functions } }) => (level && functions[0] ? `${level} ${functions[0]}` : null),
    ({ identity: { level, bodyKind } }) => (level && bodyKind ? `${level} ${bodyKind}` : null),
    ({ identity: { level } }) => level,
    () => 'all',
  ]
  for (const key of keys) {
    const mine = key(report)
    const peers = reports.filter(
      (one) => one.identity.year === report.identity.year && key(one) === mine && hasFigure(one),
    )
    if (mine !== null && peers.length >= 10) return peers
  }
  return []
}
