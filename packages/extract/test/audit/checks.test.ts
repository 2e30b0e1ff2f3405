import { type Cell, type Finding, forms, type Level, toFormCells } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { checkBalances, isBlankZero } from '../../src/audit/balances.ts'
import { checkCells } from '../../src/audit/check-cells.ts'
import { checkReport, type ReportFacts } from '../../src/audit/check-report.ts'
import { findEvidence } from '../../src/audit/evidence.ts'
import { toFilledForms } from '../../src/audit/filled-form.ts'
import type { IssueNote } from '../../src/types.ts'
import { none, type Tables, toTables, withNumbers } from './tables.ts'

const at = (findings: readonly Finding[], checkId: string): Finding => {
  const found = findings.find((finding) => finding.checkId === checkId)
  if (!found) throw new RangeError(`No finding is called "${checkId}"`)
  return found
}

function disclosureOf(edition: '2021' | '2019', numbers: Readonly<Record<string, number | null>>): readonly Cell[] {
  const [template] = toTables('2021', () => 0).cells
  if (!template) throw new RangeError('A form has cells')
  return toFormCells(forms.disclosure[edition]).map(({ key, row, column }): Cell => {
    const value = key in numbers ? (numbers[key] ?? null) : 0
    const state = value === null ? 'blank' : 'value'
    return { ...template, key, formId: 'disclosure', rowId: row.id, columnId: column.id, value, state }
  })
}

const judge = (
  edition: '2021' | '2019',
  numbers: Readonly<Record<string, number | null>>,
  level: Level | null = null,
) => checkCells(toFilledForms([forms.disclosure[edition]], disclosureOf(edition, numbers)), level)

describe('T2.COUNT', () => {
  test('names the cells whose numbers cannot be', () => {
    const numbers = { 'disclosure.penalties.decisions': -3, 'disclosure.normative_documents.made': 1.5 }
    expect(at(judge('2021', numbers), 'T2.COUNT')).toMatchObject({
      status: 'fail',
      severity: 'must',
      cells: ['disclosure.normative_documents.made', 'disclosure.penalties.decisions'],
      messageZh: '表二有不合规定的数值：行政规范性文件·本年制发件数 1.5，行政处罚·本年处理决定数量 -3',
    })
  })

  test.each([
    ['decimals of an amount', '2021', { 'disclosure.fees.amount': 12.5 }, 'pass'],
    ['a negative amount', '2021', { 'disclosure.fees.amount': -1 }, 'fail'],
    ['a negative change of items', '2019', { 'disclosure.licensing.items_change': -4 }, 'pass'],
    ['half a change of items', '2019', { 'disclosure.licensing.items_change': 0.5 }, 'fail'],
  ] as const)('says of %s in the form of %s: %j %s', (_, edition, numbers, status) => {
    expect(at(judge(edition, numbers), 'T2.COUNT').status).toBe(status)
  })

  test('cannot be assessed without a number', () => {
    const empty = Object.fromEntries(toFormCells(forms.disclosure['2021']).map((cell) => [cell.key, null]))
    expect(at(judge('2021', empty), 'T2.COUNT')).toMatchObject({ status: 'not_assessable', reason: 'cells_absent' })
  })
})

test.each([
  ['county', 2, 'fail'],
  ['township', 2, 'fail'],
  ['prefecture', 2, 'pass'],
  ['province', 2, 'pass'],
  ['county', 0, 'pass'],
  [null, 0, 'pass'],
  [null, 2, 'not_assessable'],
] as const)('T2.SCOPE of a body of level %s with %i rules: %s', (level, made, status) => {
  expect(at(judge('2021', { 'disclosure.rules.made': made }, level), 'T2.SCOPE').status).toBe(status)
})

test.each([
  [3, 5, 'pass'],
  [5, 5, 'pass'],
  [6, 5, 'fail'],
  [null, 5, 'not_assessable'],
] as const)('T2.2019.PUBLISHED with %s disclosed of %i: %s', (disclosed, total, status) => {
  const numbers = { 'disclosure.rules.disclosed': disclosed, 'disclosure.rules.public_total': total }
  expect(at(judge('2019', numbers), 'T2.2019.PUBLISHED.rules').status).toBe(status)
})

const facts = (changes: Partial<ReportFacts['identity']>, others: Partial<ReportFacts> = {}): ReportFacts => ({
  identity: {
    year: 2023,
    publishedOn: null,
    signedOn: null,
    level: 'county',
    bodyKind: 'department',
    scope: 'organ',
    ...changes,
  },
  periodYear: null,
  sections: [1, 2, 3, 4, 5, 6].map((number) => ({ number, text: '' })),
  ...others,
})
const tables = toTables('2021', () => 0)
const report = (source: ReportFacts, { cells }: Tables = tables) =>
  checkReport(source, toFilledForms(tables.forms, cells))

const lateBy = 'body_without_deadline'
test.each([
  ['a department in January', '2024-01-31', {}, 'pass', null],
  ['a department in February', '2024-02-01', {}, 'fail', null],
  ['a government in March', '2024-03-31', { bodyKind: 'government', scope: 'area' }, 'pass', null],
  ['a government in April', '2024-04-01', { bodyKind: 'government', scope: 'area' }, 'fail', null],
  [
    'an office for its whole area, in March',
    '2024-03-20',
    { bodyKind: 'government_office', scope: 'area' },
    'pass',
    null,
  ],
  ['an office in January', '2024-01-31', { bodyKind: 'government_office' }, 'pass', null],
  ['an office in March', '2024-03-20', { bodyKind: 'government_office' }, 'not_assessable', 'body_unknown'],
  ['an office in April', '2024-04-02', { bodyKind: 'government_office' }, 'fail', null],
  ['a body led from above', '2024-02-01', { bodyKind: 'vertical' }, 'fail', null],
  ['a township', '2024-05-01', { level: 'township', bodyKind: 'township' }, 'not_assessable', lateBy],
  ['a school of a township', '2024-05-01', { level: 'township', bodyKind: 'institution' }, 'not_assessable', lateBy],
  ['a zone', '2024-05-01', { level: 'zone', bodyKind: 'zone' }, 'not_assessable', lateBy],
  ['a hospital', '2024-05-01', { bodyKind: 'institution' }, 'not_assessable', lateBy],
  ['a party body', '2024-05-01', { bodyKind: 'mass_organisation' }, 'not_assessable', lateBy],
  ['a firm', '2024-05-01', { bodyKind: 'enterprise' }, 'not_assessable', lateBy],
  ['a body of unknown kind', '2024-05-01', { bodyKind: null }, 'not_assessable', 'body_unknown'],
  ['a department before 2019, in March', '2019-03-31', { year: 2018 }, 'pass', null],
  ['a department before 2019, in April', '2019-04-01', { year: 2018 }, 'fail', null],
  [
    'a township before 2019, in April',
    '2017-04-01',
    { year: 2016, level: 'township', bodyKind: 'township' },
    'fail',
    null,
  ],
  ['a department of 2019, in February', '2020-02-01', { year: 2019 }, 'fail', null],
  ['a page moved to a new site', '2025-01-01', {}, 'not_assessable', 'date_implausible'],
  ['a page without a date', null, {}, 'not_assessable', 'date_absent'],
  ['no year', '2024-01-31', { year: null }, 'not_assessable', 'year_unknown'],
] as const)('D.DEADLINE of %s', (_, publishedOn, changes, status, reason) => {
  expect(at(report(facts({ publishedOn, ...changes })), 'D.DEADLINE')).toMatchObject({ status, reason })
})

test('D.DEADLINE goes by the signature where the page has no date', () => {
  expect(at(report(facts({ signedOn: '2024-01-20' })), 'D.DEADLINE').status).toBe('pass')
})

test('D.DEADLINE says how late a report is', () => {
  expect(at(report(facts({ publishedOn: '2024-02-10' })), 'D.DEADLINE').messageZh).toBe(
    '发布日期 2024-02-10，晚于期限 2024-01-31，逾期 10 天',
  )
})

test.each([
  [2023, '2024-01-18', 'pass', '报告年度 2023，统计期限为 2023 年，落款日期为 2024-01-18'],
  [2022, '2024-01-18', 'fail', '报告年度 2023，而统计期限为 2022 年'],
  [2023, '2023-12-31', 'fail', '报告年度 2023，而落款日期为 2023-12-31'],
  [null, null, 'not_assessable', null],
] as const)('D.YEAR with the period %s and the signature %s: %s', (periodYear, signedOn, status, message) => {
  const finding = at(report(facts({ signedOn }, { periodYear })), 'D.YEAR')
  expect(finding.status).toBe(status)
  if (message) expect(finding.messageZh).toBe(message)
})

const sectionsOf = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ number, text: number === 6 ? '收取信息处理费 20 元。' : '' }))

describe('C.SECTIONS', () => {
  test.each([
    [[1, 2, 3, 4, 5, 6], 'pass'],
    [[1, 2, 3, 4, 6], 'fail'],
    [[1], 'not_assessable'],
  ] as const)('with sections %j: %s', (numbers, status) => {
    expect(at(report(facts({}, { sections: sectionsOf(...numbers) })), 'C.SECTIONS').status).toBe(status)
  })

  test('names what is missing', () => {
    const finding = at(report(facts({}, { sections: sectionsOf(1, 2, 3, 4) })), 'C.SECTIONS')
    expect(finding.messageZh).toBe('没有按次序找到这些部分的标题：第五部分、第六部分')
  })
})

test.each([
  [2, sectionsOf(1, 6), 'pass'],
  [2, [{ number: 6, text: '无。' }], 'fail'],
  [2, [{ number: 6, text: '安排工作经费2万元。' }], 'fail'],
  [2, [{ number: 6, text: '未收取任何费用。' }], 'pass'],
  [2, sectionsOf(1), 'not_assessable'],
  [0, sectionsOf(1), 'pass'],
  [null, sectionsOf(1, 6), 'not_assessable'],
] as const)('F.FEE with %s requests unpaid and sections %j: %s', (unpaid, sections, status) => {
  const spoilt = withNumbers(tables, new Map([['requests.other.fee_unpaid.total', unpaid]]))
  expect(at(report(facts({}, { sections }), spoilt), 'F.FEE').status).toBe(status)
})

describe('what backs a table', () => {
  const evidenceOf = ({ forms: read, cells }: Tables, notes: readonly IssueNote[] = []) =>
    toFilledForms(read, cells).map((filled) => findEvidence(filled, checkBalances(filled, none), notes))
  const one = new Map([
    ['reconsideration.upheld', 2],
    ['reconsideration.total', 2],
  ])

  test('is its rows where all is 0, and its sums where they prove something', () => {
    expect(evidenceOf(tables)).toEqual(['structural', 'structural'])
    expect(evidenceOf(withNumbers(tables, one))).toEqual(['structural', 'arithmetic'])
  })

  test.each(['row_ragged', 'label_inferred', 'single_value'] as const)(
    'is nothing where all is 0 and an issue says %s',
    (code) => {
      const note = { code, severity: 'warning', key: 'requests.granted' } as const
      expect(evidenceOf(tables, [note])).toEqual(['none', 'structural'])
    },
  )

  test('is nothing where a row stands out of order', () => {
    const cells = tables.cells.map((cell) =>
      cell.rowId === 'granted' && cell.place ? { ...cell, place: { ...cell.place, line: 99 } } : cell,
    )
    expect(evidenceOf({ ...tables, cells })).toEqual(['none', 'structural'])
  })
})

describe('blanks as 0', () => {
  const blank = new Map<string, number | null>([['requests.granted.total', null]])
  const judged = (numbers: ReadonlyMap<string, number | null>) => {
    const { forms: read, cells } = withNumbers(tables, numbers)
    return isBlankZero(toFilledForms(read, cells))
  }

  test('is inferred when every sum then holds', () => {
    expect(judged(blank)).toBe(true)
  })

  test('is not inferred without a blank, nor when a sum then fails', () => {
    expect(judged(new Map())).toBe(false)
    expect(judged(new Map([...blank, ['requests.granted.natural_person', 3]]))).toBe(false)
    expect(judged(new Map([...blank, ['reconsideration.total', 3]]))).toBe(false)
  })
})

test.each([
  [
    {
      'requests.new_received.natural_person': 12,
      'requests.carried_in.natural_person': 1,
      'requests.results_total.natural_person': 11,
      'requests.carried_forward.natural_person': 1,
    },
    'T3.BALANCE.natural_person',
    '自然人：一、新收 12 + 二、结转 1 = 13，而（七）总计 11 + 四、结转 1 = 12',
    'Natural persons: New requests 12 + Carried in 1 = 13, but Total of results 11 + Carried forward 1 = 12',
  ],
  [
    {
      'requests.granted.total': 6,
      'requests.refused.state_secret.total': 2,
      'requests.refused.inquiry_matters.total': 1,
      'requests.results_total.total': 8,
    },
    'T3.RESULTS.total',
    '总计：（一）予以公开 6 + （三）不予公开 3 = 9，而（七）总计 8',
    'Total: Granted 6 + (3) Refused 3 = 9, but Total of results 8',
  ],
  [
    { 'litigation.after_reconsideration.pending': 5 },
    'T4.TOTAL.litigation.after_reconsideration',
    '行政诉讼（复议后起诉）：尚未审结 5（其余为 0），而总计 0',
    'Administrative litigation: Lawsuit after reconsideration: Pending 5 (the others 0), but Total 0',
  ],
] as const)('a failing sum states both sides: %j', (numbers, checkId, messageZh, messageEn) => {
  const { forms: read, cells } = withNumbers(tables, new Map(Object.entries(numbers)))
  expect(
    at(
      toFilledForms(read, cells).flatMap((filled) => checkBalances(filled, none)),
      checkId,
    ),
  ).toMatchObject({
    status: 'fail',
    messageZh,
    messageEn,
  })
})
