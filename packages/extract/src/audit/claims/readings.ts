import type { Label } from '@gongkai/schema'
import type { Reading } from './types.ts'

const rowsOf = {
  refused: [
    'state_secret',
    'prohibited_by_law',
    'safety_stability',
    'third_party_rights',
    'internal_affairs',
    'process_information',
    'enforcement_files',
    'inquiry_matters',
  ],
  unavailable: ['not_held', 'needs_creation', 'unclear_after_correction'],
  unprocessed: ['petition_complaint', 'repeated', 'publications', 'excessive', 'confirmation'],
  other: ['correction_overdue', 'fee_unpaid', 'misc', 'all'],
} as const

/** Columns of 法人或其他组织. */
const organizations = [
  'commercial_enterprise',
  'research_institution',
  'public_interest_organization',
  'legal_services',
  'other_organization',
]

/** Rows of 表三 that a word of the narrative adds up; rows that an edition lacks are left out when it is judged. */
export const groups = {
  granted: ['granted'],
  granted_in_part: ['granted_in_part'],
  refused: rowsOf.refused.map((row) => `refused.${row}`),
  unavailable: rowsOf.unavailable.map((row) => `unavailable.${row}`),
  unprocessed: rowsOf.unprocessed.map((row) => `unprocessed.${row}`),
  other: rowsOf.other.map((row) => `other.${row}`),
} as const

/** A way to count, from its name and its cells. */
export const reading = (zh: string, en: string, ...keys: readonly string[]): Reading => ({ name: { zh, en }, keys })

/** Totals of rows of 表三, added up. */
export const totals = (zh: string, en: string, rows: readonly string[]): Reading =>
  reading(zh, en, ...rows.map((row) => `requests.${row}.total`))

/** One column of new requests, or of new and carried in. */
export function inflow(name: Label, columns: readonly string[]): readonly Reading[] {
  const of = (row: string) => columns.map((column) => `requests.${row}.${column}`)
  return [
    reading(`本年新收${name.zh}`, `New requests${name.en}`, ...of('new_received')),
    reading(
      `本年新收与上年结转之和${name.zh}`,
      `New requests and those carried in${name.en}`,
      ...of('new_received'),
      ...of('carried_in'),
    ),
  ]
}

/** What 收到 may count. */
export const received = inflow({ zh: '', en: '' }, ['total'])
/** Requests of natural persons. */
export const naturalPersons = inflow({ zh: '（自然人）', en: ' of natural persons' }, ['natural_person'])
/** Requests of legal persons and other organizations. */
export const organizationsReadings = inflow({ zh: '（法人或其他组织）', en: ' of organizations' }, organizations)
/** What 办结 counts. */
export const results = totals('本年度办理结果总计', 'Total of results', ['results_total'])
/** Answers on the merits: results without 不予处理 and 其他处理. */
export const answered = totals('不含不予处理和其他处理的办理结果', 'Results without those not processed', [
  ...groups.granted,
  ...groups.granted_in_part,
  ...groups.refused,
  ...groups.unavailable,
])
/** Answers and decisions not to process. */
export const answeredOrNot = totals('不含其他处理的办理结果', 'Results without those otherwise handled', [
  ...groups.granted,
  ...groups.granted_in_part,
  ...groups.refused,
  ...groups.unavailable,
  ...groups.unprocessed,
])
export const carriedIn = totals('上年结转', 'Carried in from last year', ['carried_in'])
export const carriedForward = totals('结转下年度继续办理', 'Carried forward to next year', ['carried_forward'])
