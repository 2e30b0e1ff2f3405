import { forms } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { toRemedies } from '../../src/report/remedies.ts'
import { type Failure, toCorrections, toVerdict } from '../../src/report/verdict.ts'
import { cell, finding } from '../support/rows.ts'

const form = forms.requests['2021']

test('a failing sum names the cells of both sides', () => {
  const keys = ['new_received', 'carried_in', 'results_total', 'carried_forward'].map((row) => `requests.${row}.total`)
  const cells = new Map(keys.map((key, index) => [key, cell(key, [5, 0, 4, 0][index] ?? 0)]))
  const findings = [finding('T3.BALANCE.total', 'fail'), finding('T3.RESULTS.total', 'not_assessable')]
  const { assessed, notAssessable, failures } = toVerdict(findings, [], [form], cells)
  expect([assessed, notAssessable]).toEqual([1, 1])
  expect(failures[0]?.subject.zh).toBe('总计：第一项加第二项之和，等于第三项加第四项之和')
  expect(failures[0]?.left).toMatchObject({ sum: 5, zeros: 0, terms: [{ key: keys[0], value: 5 }, { value: 0 }] })
  expect(failures[0]?.right).toMatchObject({ sum: 4, zeros: 0, terms: [{ key: keys[2], value: 4 }, { value: 0 }] })
  expect(failures[0]?.left.terms.map(({ label }) => label.zh)).toEqual(['一、新收', '二、结转'])
})

test('a sum along a row is named after the row, its terms after the columns, and zeros among many are counted', () => {
  const cells = new Map([['requests.granted.natural_person', cell('requests.granted.natural_person', 5)]])
  const { failures } = toVerdict([finding('T3.APPLICANTS.granted', 'fail')], [], [form], cells)
  expect(failures[0]?.subject.zh).toBe('（一）予以公开：各类申请人之和等于总计')
  expect(failures[0]?.left.terms.map(({ label }) => label.zh)).toEqual(['自然人'])
  expect(failures[0]?.left.zeros).toBe(5)
})

test('a failing sum says whose reading is in doubt, and nothing where none is', () => {
  const failing = {
    ...finding('T3.APPLICANTS.granted', 'fail'),
    message_zh: '左边 1，而 右边 2',
    message_en: '1, but 2',
  }
  const doubted = {
    ...failing,
    message_zh: '左边 1，而 右边 2；（一）予以公开的读取存疑，不能断定是报告有误',
    message_en: '1, but 2; the reading of Granted is in doubt, so that the report need not be wrong',
  }
  const doubts = [failing, doubted].map((one) => toVerdict([one], [], [form], new Map()).failures[0]?.doubt)
  expect(doubts).toEqual([
    undefined,
    {
      zh: '（一）予以公开的读取存疑，不能断定是报告有误',
      en: 'the reading of Granted is in doubt, so that the report need not be wrong',
    },
  ])
})

test('a check that is no sum is a doubt, not a failing sum', () => {
  const verdict = toVerdict([finding('D.DEADLINE', 'fail')], [], [form], new Map())
  expect(verdict).toMatchObject({ assessed: 0, failures: [], doubts: [{ check_id: 'D.DEADLINE' }] })
})

test('a cell is corrected beside its number only where one set of changes is found', () => {
  const proposal = (sets: number, set_no: number, key: string) => ({
    ...{ report_id: 'r', set_no, set_rank: 1, sets, key, printed_value: 1, proposed_value: 2, kind: 'cells' },
    ...{ cause: 'unknown', edits_restored: [`E${sets}`], message_zh: '', message_en: '' },
  })
  const proposals = [[proposal(1, 1, 'a')], [proposal(2, 2, 'b')], [proposal(2, 3, 'c')]]
  expect([...toCorrections({ proposals } as unknown as Parameters<typeof toCorrections>[0])]).toEqual([['a', 2]])
})

const way = (key: string, edits: readonly string[], sets = 1, set_rank = 1) => [
  {
    ...{ report_id: 'r', set_no: 1, set_rank, sets, key, printed_value: 1, proposed_value: 2, kind: 'cells' as const },
    ...{ edits_restored: edits, cause: 'agency' as const, message_zh: '', message_en: '' },
  },
]

const failing = (count: number) => Array.from({ length: count }) as unknown as readonly Failure[]

test('ways to restore the same sums are told once, with how many there are', () => {
  const proposals = [way('a', ['E1'], 2), way('b', ['E1'], 2), way('c', ['E2', 'E3'])]
  const remedies = toRemedies({ proposals, failures: failing(3) }, new Map())
  expect(remedies.map(({ ways }) => ways.map(([first]) => first?.key))).toEqual([['a', 'b'], ['c']])
  expect(remedies.map(({ text }) => text.zh)).toEqual([
    '下列改法任取其一，不符的 3 项勾稽关系中有 1 项成立；共有 2 种，仅凭勾稽关系不能判定是哪一种。可能是报告本身有误。',
    '作如下改动，不符的 3 项勾稽关系中有 2 项成立；只有这一种改法。可能是报告本身有误。',
  ])
})

test('a total among its parts is the one to check first, and no cell is corrected', () => {
  const proposals = [way('total', ['E1'], 1, 1), way('a', ['E1'], 2, 2), way('b', ['E1'], 2, 2)]
  const [remedy] = toRemedies({ proposals, failures: failing(1) }, new Map())
  expect(remedy?.text.zh).toContain('共有 3 种，仅凭勾稽关系不能判定是哪一种。总计由各分项相加得出，宜先核对总计。')
  expect(toCorrections({ proposals }).size).toBe(0)
})

test('ways that are not listed count, of every rank', () => {
  const proposals = [way('total', ['E1'], 1, 1), way('a', ['E1'], 20, 2), way('b', ['E1'], 20, 2)]
  const [remedy] = toRemedies({ proposals, failures: failing(1) }, new Map())
  expect(remedy?.text.zh).toContain('共有 21 种')
})

test('a change that restores everything says so', () => {
  const [remedy] = toRemedies({ proposals: [way('a', ['E1'])], failures: failing(1) }, new Map())
  expect(remedy?.text.zh).toMatch(/^作如下改动，不符的勾稽关系即全部成立；/)
  expect(remedy?.text.en).toBe(
    'With this change every failing sum holds; it is the only way. Likely an error of the agency.',
  )
})

test('a number of the text that differs is told with the text, and not among the doubts', () => {
  const findings = [finding('N.CLAIM.requests.granted.total', 'fail'), finding('D.DEADLINE', 'fail')]
  expect(toVerdict(findings, [], [form], new Map()).doubts.map(({ check_id }) => check_id)).toEqual(['D.DEADLINE'])
})

test.each([
  ['agency', 'grid', 'The grid was read cell by cell: it is the agency’s figure.'],
  ['agency', 'run', 'Likely an error of the agency.'],
  ['unknown', 'grid', 'Whether the report or our reading is at fault cannot be told.'],
  ['reading', 'run', 'Likely an error of reading.'],
] as const)('who is at fault is said as far as it is known: %s of a %s', (cause, reader, said) => {
  const proposals = [way('a', ['E1']).map((row) => ({ ...row, cause }))]
  const [remedy] = toRemedies({ proposals, failures: failing(1) }, new Map([['a', { ...cell('a', 4), reader }]]))
  expect(remedy?.text.en.endsWith(said)).toBe(true)
  expect(remedy?.text.zh).not.toMatch(/(?<!有误，)无法判断/)
})
