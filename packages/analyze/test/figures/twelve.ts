import { type Cell, type Edition, formIds, type Report, toForm, toFormCells } from '@gongkai/schema'
import { toReport } from '../fixtures.ts'

/** What a cell prints: a number, nothing, a stroke, words, or no place for it. */
export type Printed = number | '' | '/' | '详见附件' | 'missing'

interface Case {
  readonly edition: Edition
  readonly year?: number
  readonly isBlankZero?: true
  /** Cells that are not 0. */
  readonly prints?: Readonly<Record<string, Printed>>
  /** What every other cell prints in place of 0. */
  readonly others?: (cell: Pick<Cell, 'formId' | 'columnId' | 'rowId'>) => Printed
  readonly lacks?: Report['cells'][number]['formId']
}

/** Cell keys of 表三, column 总计, by row. */
const totals = (rows: Readonly<Record<string, Printed>>) =>
  Object.fromEntries(Object.entries(rows).map(([row, printed]) => [`requests.${row}.total`, printed]))

const twelve = { granted: 7, 'refused.internal_affairs': 3, 'unavailable.not_held': 2 }
const large = { granted: 1500, granted_in_part: 300, 'refused.state_secret': 10, 'refused.process_information': 290 }

/** Twelve reports whose figures were worked out by hand in twelve.test.ts. */
export const cases: Readonly<Record<string, Case>> = {
  'zero, 2021': { edition: '2021' },
  'twelve, 2021': {
    edition: '2021',
    prints: totals({ new_received: 13, ...twelve, results_total: 12, carried_forward: 1 }),
  },
  'three thousand, 2021': {
    edition: '2021',
    prints: {
      ...totals({ new_received: 2900, carried_in: 200, ...large, results_total: 3000, carried_forward: 100 }),
      ...totals({ 'unavailable.not_held': 600, 'unprocessed.petition_complaint': 150, 'unprocessed.repeated': 90 }),
      ...totals({ 'other.misc': 60 }),
      'requests.new_received.natural_person': 2610,
      'requests.granted.natural_person': 30,
      'requests.refused.state_secret.natural_person': 10,
      'reconsideration.upheld': 20,
      'reconsideration.corrected': 8,
      'reconsideration.other': 4,
      'reconsideration.pending': 26,
      'reconsideration.total': 58,
      'litigation.direct.total': 15,
      'litigation.after_reconsideration.total': 14,
      'disclosure.normative_documents.made': 6,
      'disclosure.normative_documents.abolished': 4,
      'disclosure.normative_documents.in_force': 40,
    },
  },
  'printed total differs': {
    edition: '2021',
    prints: totals({
      new_received: 29,
      granted: 60,
      granted_in_part: 15,
      'refused.inquiry_matters': 25,
      results_total: 98,
    }),
  },
  'blanks that are zero': {
    edition: '2021',
    isBlankZero: true,
    prints: totals({ new_received: 40, granted: 40, results_total: 40 }),
    others: () => '',
  },
  'a blank that says nothing': {
    edition: '2021',
    prints: totals({ new_received: 40, granted: 40, granted_in_part: '', results_total: 40 }),
  },
  'strokes that are zero': {
    edition: '2021',
    isBlankZero: true,
    prints: totals({ new_received: 32, granted: 8, 'unprocessed.excessive': 24, results_total: 32 }),
    others: ({ formId }) => (formId === 'requests' ? '/' : 0),
  },
  'one value per row': {
    edition: '2021',
    prints: totals({
      new_received: 50,
      granted: 30,
      'refused.third_party_rights': 10,
      results_total: 40,
      carried_forward: 10,
    }),
    others: ({ formId, columnId }) => (formId === 'requests' && columnId !== 'total' ? 'missing' : 0),
  },
  'three thousand, 2019': {
    edition: '2019',
    year: 2020,
    prints: totals({
      new_received: 3000,
      granted: 2400,
      'refused.safety_stability': 150,
      'other.all': 450,
      results_total: 3000,
    }),
  },
  'twelve, 2019': {
    edition: '2019',
    year: 2019,
    prints: totals({ new_received: 12, ...twelve, results_total: 12 }),
  },
  'words, a gap and a fraction': {
    edition: '2021',
    prints: totals({
      ...{ granted: 30, 'refused.state_secret': '详见附件', 'unavailable.not_held': 'missing' },
      ...{ 'unprocessed.repeated': 2.5, new_received: -1, results_total: '' },
    }),
  },
  'no 表三': { edition: '2021', lacks: 'requests' },
}

const states = { '': 'blank', '/': 'not_applicable', 详见附件: 'text', missing: 'missing' } as const

function toCells({ edition, prints = {}, others = () => 0, lacks }: Case): Cell[] {
  return formIds
    .filter((formId) => formId !== lacks)
    .flatMap((formId) => toFormCells(toForm(formId, edition)))
    .map(({ key, formId, row, column }) => {
      const cell = { formId, rowId: row.id, columnId: column.id }
      const printed = prints[key] ?? others(cell)
      return {
        ...{ ...cell, key, unit: column.unit, note: null, reader: null, place: null },
        ...{ raw: printed === 'missing' ? null : String(printed) },
        ...(typeof printed === 'number'
          ? { state: 'value' as const, value: printed }
          : { state: states[printed], value: null }),
      }
    })
}

/** The report of a case; its id is the name of the case. */
export function toCase(name: string, one: Case): Report {
  const place = Object.keys(cases).indexOf(name)
  return toReport(
    {
      ...{ reportId: name, blankMeansZero: one.isBlankZero ?? false, cells: toCells(one) },
      ...{ lines: [], findings: [], claims: [], proposals: [], sections: [] },
      editions: {
        disclosure: one.edition,
        requests: one.lacks === 'requests' ? null : one.edition,
        proceedings: one.edition,
      },
    },
    { agencyId: `140212-body${place}`, officialName: name, year: one.year ?? 2023, signedOn: null },
  )
}
