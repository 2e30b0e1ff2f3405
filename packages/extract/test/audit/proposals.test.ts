import { describe, expect, test } from 'vitest'
import { checkBalances } from '../../src/audit/balances.ts'
import { noDoubts } from '../../src/audit/doubts.ts'
import { toFilledForms } from '../../src/audit/filled-form.ts'
import { propose } from '../../src/audit/propose.ts'
import { failedOf, none, type Tables, toTables } from './tables.ts'

const tablesOf = (numbers: Readonly<Record<string, number | null>>): Tables =>
  toTables('2021', (key) => (key in numbers ? (numbers[key] ?? null) : 0))

function proposalsOf({ forms, cells }: Tables, used: ReadonlySet<string> = none) {
  const source = { lines: [], cells, doubts: noDoubts }
  const located = toFilledForms(forms, cells).map((filled) => propose(filled, used, source, 0))
  return {
    proposals: located.flatMap((one) => one.proposals),
    issues: located.flatMap((one) => one.issues).map((issue) => `${issue.code} ${issue.key}`),
  }
}

const brief = (tables: Tables, used?: ReadonlySet<string>) =>
  proposalsOf(tables, used).proposals.map(
    ({ setNo, sets, key, printedValue, proposedValue }) => `${setNo}/${sets} ${key} ${printedValue}→${proposedValue}`,
  )

/** A 表三 with one request of a natural person, granted, and whatever is changed in it. */
const oneRequest = (numbers: Readonly<Record<string, number | null>> = {}): Tables =>
  tablesOf({
    'requests.new_received.natural_person': 1,
    'requests.new_received.total': 1,
    'requests.granted.natural_person': 1,
    'requests.granted.total': 1,
    'requests.results_total.natural_person': 1,
    'requests.results_total.total': 1,
    ...numbers,
  })

describe('表四 with totals left 0', () => {
  const tables = tablesOf({
    'reconsideration.upheld': 10,
    'reconsideration.corrected': 1,
    'litigation.after_reconsideration.pending': 5,
  })

  test('fails for the groups that have parts, and for no other', () => {
    expect(failedOf(tables)).toEqual(['T4.TOTAL.reconsideration', 'T4.TOTAL.litigation.after_reconsideration'])
  })

  test('keeps what is printed and lists what could be', () => {
    expect(brief(tables)).toEqual([
      '1/1 reconsideration.total 0→11',
      '2/1 litigation.after_reconsideration.total 0→5',
      '3/1 litigation.after_reconsideration.pending 5→0',
    ])
    expect(tables.cells.find((cell) => cell.key === 'reconsideration.total')?.value).toBe(0)
  })
})

test('a sum of 表四 that fails has five candidates: its total comes first, its parts are as likely as each other', () => {
  const { proposals } = proposalsOf(tablesOf({ 'reconsideration.upheld': 3, 'reconsideration.total': 4 }))
  expect(proposals.map(({ key, setRank, sets, proposedValue }) => [key, setRank, sets, proposedValue])).toEqual([
    ['reconsideration.total', 1, 1, 3],
    ['reconsideration.upheld', 2, 4, 4],
    ['reconsideration.corrected', 2, 4, 1],
    ['reconsideration.other', 2, 4, 1],
    ['reconsideration.pending', 2, 4, 1],
  ])
  expect(proposals[0]?.messageZh).toContain('宜先核对总计；只改某一分项也能使其成立（4 种改法）')
  expect(proposals[0]?.messageEn).toContain('check it first')
  expect(proposals[1]?.messageZh).toContain('总计无误的，则是某一分项有误（4 种改法')
  expect(proposals[1]?.messageEn).toContain('possible changes: 4')
})

test('sets that no total is among are as likely as each other', () => {
  const tables = oneRequest({
    'requests.refused.state_secret.natural_person': 1,
    'requests.refused.state_secret.total': null,
    'requests.granted.total': null,
  })
  const { proposals } = proposalsOf(tables)
  expect(proposals.length).toBeGreaterThan(1)
  expect(new Set(proposals.map(({ setRank }) => setRank))).toEqual(new Set([1]))
})

describe('a blank', () => {
  test('in the row leaves the column alone to point, and what it points at must fit the printed total', () => {
    const tables = oneRequest({
      'requests.granted.natural_person': 2,
      'requests.granted.research_institution': null,
    })
    expect(failedOf(tables)).toEqual(['T3.RESULTS.natural_person'])
    expect(brief(tables)).toEqual(['1/1 requests.granted.natural_person 2→1'])
  })

  test('in several rows leaves several candidates', () => {
    const tables = oneRequest({
      'requests.granted.total': null,
      'requests.refused.state_secret.natural_person': 1,
      'requests.refused.state_secret.total': null,
    })
    expect(failedOf(tables)).toEqual(['T3.RESULTS.natural_person'])
    expect(proposalsOf(tables).proposals.map((proposal) => proposal.sets)).toEqual([2, 2])
  })
})

test('an edit that was used to read its cells is no evidence', () => {
  const tables = oneRequest({ 'requests.granted.natural_person': 2 })
  expect(brief(tables)).toEqual(['1/1 requests.granted.natural_person 2→1'])
  const used = new Set(['T3.APPLICANTS.granted'])
  expect(brief(tables, used)).toEqual(['1/1 requests.granted.natural_person 2→1'])
  const findings = toFilledForms(tables.forms, tables.cells).flatMap((filled) => checkBalances(filled, used))
  const finding = findings.find((one) => one.checkId === 'T3.APPLICANTS.granted')
  expect(finding).toMatchObject({ status: 'not_assessable', reason: 'used_for_reading' })
})

test('three wrong cells are several errors, and nothing is proposed', () => {
  const tables = oneRequest({
    'requests.refused.state_secret.commercial_enterprise': 4,
    'requests.unavailable.not_held.legal_services': 7,
    'requests.other.misc.research_institution': 2,
  })
  expect(proposalsOf(tables)).toEqual({ proposals: [], issues: ['errors_several requests'] })
})

test('errors in two tables are located one by one', () => {
  const tables = oneRequest({ 'requests.granted.total': 3, 'reconsideration.pending': 2 })
  expect(brief(tables)).toEqual([
    '1/1 requests.granted.total 3→1',
    '1/1 reconsideration.total 0→2',
    '2/1 reconsideration.pending 2→0',
  ])
})

describe('a row that lost its first, empty cell', () => {
  const tables = tablesOf({
    'requests.new_received.commercial_enterprise': 2,
    'requests.new_received.legal_services': 3,
    'requests.new_received.total': 5,
    'requests.other.misc.natural_person': 2,
    'requests.other.misc.public_interest_organization': 3,
    'requests.other.misc.other_organization': 5,
    'requests.other.misc.total': null,
    'requests.results_total.commercial_enterprise': 2,
    'requests.results_total.legal_services': 3,
    'requests.results_total.total': 5,
  })

  test('is proposed as shifted by one column, with the cell that is blank now filled', () => {
    const { proposals } = proposalsOf(tables)
    expect(new Set(proposals.map(({ kind, cause, sets }) => `${kind} ${cause} ${sets}`))).toEqual(
      new Set(['shifted_row reading 1']),
    )
    expect(brief(tables)).toEqual([
      '1/1 requests.other.misc.natural_person 2→0',
      '1/1 requests.other.misc.commercial_enterprise 0→2',
      '1/1 requests.other.misc.public_interest_organization 3→0',
      '1/1 requests.other.misc.legal_services 0→3',
      '1/1 requests.other.misc.other_organization 5→0',
      '1/1 requests.other.misc.total null→5',
    ])
    expect(proposals[0]?.messageZh).toBe(
      '（六）其他处理 3.其他一行的数值像是左移了 1 列：（六）其他处理 3.其他·自然人印作 2，应为 0',
    )
  })
})

test('a 表四 that lost its first value is proposed as shifted', () => {
  const tables = tablesOf({
    'reconsideration.pending': 2,
    'reconsideration.corrected': 2,
    'litigation.direct.upheld': 4,
    'litigation.direct.pending': 4,
  })
  const kinds = proposalsOf(tables).proposals.map(({ kind, sets }) => `${kind} ${sets}`)
  expect(new Set(kinds)).toEqual(new Set(['shifted_row 1']))
})

test('no proposal is a number that no agency could print', () => {
  const { proposals } = proposalsOf(oneRequest({ 'requests.results_total.total': 0, 'requests.new_received.total': 2 }))
  for (const { proposedValue } of proposals) {
    expect(Number.isInteger(proposedValue)).toBe(true)
    expect(proposedValue).toBeGreaterThanOrEqual(0)
  }
})
