import { describe, expect, test } from 'vitest'
import { checks, type Form, formIds, forms, toBalanceEdits, toEditions, toFormCells } from '../src/index.ts'

const editions = ['2021', '2019'] as const
const everyForm: readonly Form[] = formIds.flatMap((id) => editions.map((edition) => forms[id][edition]))
const keysOf = (form: Form) => toFormCells(form).map((cell) => cell.key)

test.each([
  ['2021', 'disclosure', 10],
  ['2021', 'requests', 175],
  ['2021', 'proceedings', 15],
  ['2019', 'disclosure', 22],
  ['2019', 'requests', 161],
  ['2019', 'proceedings', 15],
] as const)('edition %s of %s has %i cells', (edition, formId, count) => {
  expect(toFormCells(forms[formId][edition])).toHaveLength(count)
})

test.each([
  ['2021', 200, 42],
  ['2019', 198, 40],
] as const)('edition %s has %i cells and %i sum edits, 3 of them in 表四', (edition, cellCount, editCount) => {
  const declared = formIds.map((id) => forms[id][edition])
  expect(declared.flatMap(toFormCells)).toHaveLength(cellCount)
  expect(declared.flatMap(toBalanceEdits)).toHaveLength(editCount)
  expect(toBalanceEdits(forms.proceedings[edition])).toHaveLength(3)
})

test.each(editions)('no two cells of edition %s share a key', (edition) => {
  const keys = formIds.flatMap((id) => keysOf(forms[id][edition]))
  expect(new Set(keys).size).toBe(keys.length)
})

test('no two sum edits of a form share an id', () => {
  for (const form of everyForm) {
    const ids = toBalanceEdits(form).map((edit) => edit.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

// Published keys never change, so they are written out here and not computed.
const publishedKeys = [
  ['disclosure', '2021', 'disclosure.rules.made'],
  ['disclosure', '2021', 'disclosure.normative_documents.in_force'],
  ['disclosure', '2021', 'disclosure.coercion.decisions'],
  ['disclosure', '2021', 'disclosure.fees.amount'],
  ['disclosure', '2019', 'disclosure.rules.public_total'],
  ['disclosure', '2019', 'disclosure.other_services.items_change'],
  ['disclosure', '2019', 'disclosure.procurement.projects'],
  ['disclosure', '2019', 'disclosure.procurement.amount'],
  ['requests', '2021', 'requests.new_received.natural_person'],
  ['requests', '2021', 'requests.refused.state_secret.commercial_enterprise'],
  ['requests', '2021', 'requests.refused.safety_stability.research_institution'],
  ['requests', '2021', 'requests.unavailable.unclear_after_correction.public_interest_organization'],
  ['requests', '2021', 'requests.unprocessed.petition_complaint.legal_services'],
  ['requests', '2021', 'requests.other.correction_overdue.other_organization'],
  ['requests', '2021', 'requests.other.fee_unpaid.total'],
  ['requests', '2021', 'requests.other.misc.total'],
  ['requests', '2019', 'requests.other.all.total'],
  ['requests', '2019', 'requests.carried_forward.total'],
  ['proceedings', '2021', 'reconsideration.upheld'],
  ['proceedings', '2021', 'litigation.direct.corrected'],
  ['proceedings', '2021', 'litigation.after_reconsideration.total'],
  ['proceedings', '2019', 'litigation.after_reconsideration.pending'],
] as const

test.each(publishedKeys)('%s of %s holds the cell %s', (formId, edition, key) => {
  expect(keysOf(forms[formId][edition])).toContain(key)
})

test.each([
  ['requests', '2021', 'T3.APPLICANTS.refused.state_secret'],
  ['requests', '2021', 'T3.RESULTS.total'],
  ['requests', '2019', 'T3.BALANCE.natural_person'],
  ['proceedings', '2021', 'T4.TOTAL.reconsideration'],
  ['proceedings', '2021', 'T4.TOTAL.litigation.direct'],
  ['proceedings', '2019', 'T4.TOTAL.litigation.after_reconsideration'],
] as const)('%s of %s declares the sum edit %s', (formId, edition, id) => {
  expect(toBalanceEdits(forms[formId][edition]).map((edit) => edit.id)).toContain(id)
})

describe('sum edits', () => {
  test('name only cells of their form', () => {
    for (const form of everyForm) {
      const keys = new Set(keysOf(form))
      for (const edit of toBalanceEdits(form)) {
        for (const key of [...edit.left, ...edit.right]) expect(keys).toContain(key)
      }
    }
  })

  test.each([
    ['2021', 21],
    ['2019', 19],
  ] as const)('of edition %s add up %i result rows', (edition, count) => {
    const results = toBalanceEdits(forms.requests[edition]).find((edit) => edit.id === 'T3.RESULTS.total')
    expect(results?.left).toHaveLength(count)
    expect(results?.right).toEqual(['requests.results_total.total'])
  })

  test('throw on a row the form lacks, which is our fault and not a document’s', () => {
    const [first] = forms.requests['2021'].balances
    const broken: Form = {
      ...forms.requests['2021'],
      balances: first ? [{ ...first, left: ['new_received', 'lost_and_found'] }] : [],
    }
    expect(() => toBalanceEdits(broken)).toThrow(RangeError)
    expect(() => toBalanceEdits(broken)).toThrow('"lost_and_found" is not in the form')
  })
})

test('every row and column of every form has words in Chinese and in English', () => {
  for (const form of everyForm) {
    for (const cell of toFormCells(form)) {
      for (const label of [cell.row.label, cell.column.label, form.title]) {
        expect(label.zh).toMatch(/\p{Script=Han}/u)
        expect(label.en).toMatch(/^[\x20-\x7e]+$/)
      }
    }
  }
})

test('the editions of a table come newest first, each once', () => {
  for (const id of formIds) {
    const declared = toEditions(id).map(({ edition }) => edition)
    expect(declared).toEqual([...editions])
    expect(toEditions(id).every((form) => form.id === id)).toBe(true)
  }
})

test.each(formIds)('a label of %s means the same in every edition: no two ids share one', (id) => {
  const blocks = toEditions(id).flatMap((form) => form.blocks)
  for (const lines of [blocks.flatMap(({ rows }) => rows), blocks.flatMap(({ columns }) => columns)]) {
    const ids = Map.groupBy(lines, ({ label }) => label.zh)
    const shared = [...ids].filter(([, own]) => new Set(own.map((line) => line.id)).size > 1)
    expect(shared.map(([label]) => label)).toEqual([])
  }
})

test('a row whose label heads a column says behind which row it may stand, and a bound names a check', () => {
  for (const form of everyForm) {
    const heads = new Set(form.blocks.flatMap(({ columns }) => columns.map(({ label }) => label.zh)))
    const rows = form.blocks.flatMap((block) => block.rows)
    for (const row of rows.filter(({ label }) => heads.has(label.zh))) {
      const before = rows.findIndex(({ id }) => id === row.notBefore)
      expect(before, `${form.edition} ${row.id}`).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThan(rows.indexOf(row))
    }
    for (const { check } of form.bounds ?? []) expect(Object.keys(checks)).toContain(check)
  }
})
