import { forms } from '@gongkai/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCarry } from '../src/agency.ts'
import { toBibtex, toCitation } from '../src/cite.ts'
import { toPieces } from '../src/claims.ts'
import { toContactAddress } from '../src/contact.ts'
import { toJsonTables } from '../src/export.ts'
import { toIssueGroups } from '../src/issues.ts'
import { toLayout } from '../src/layout.ts'
import { toScriptText } from '../src/linked-data.ts'
import { toWords } from '../src/prose/passage.ts'
import { toRemedies } from '../src/remedies.ts'
import type { CellRow, ClaimRow, FindingRow, IssueRow, LineRow, ReportRow } from '../src/rows.ts'
import { type Failure, toCorrections, toVerdict } from '../src/verdict.ts'

const claim = (claim_no: number, start_offset: number, end_offset: number): ClaimRow => ({
  report_id: 'r',
  claim_no,
  line: 1,
  start_offset,
  end_offset,
  figure: 0,
  is_percentage: false,
  key: null,
  table_value: null,
  status: 'agree',
  message_zh: '',
  message_en: '',
})
const line = (text: string): LineRow => ({ report_id: 'r', line: 1, kind: 'paragraph', section: 1, text })

describe('the claims of a line', () => {
  test('are cut out of its text in order', () => {
    const pieces = toPieces(line('收到5件，办结4件'), [claim(2, 7, 8), claim(1, 2, 3)])
    expect(pieces.map(({ text, claim: own }) => [text, own?.claim_no])).toEqual([
      ['收到', undefined],
      ['5', 1],
      ['件，办结', undefined],
      ['4', 2],
      ['件', undefined],
    ])
  })

  test('never change its text, whatever their offsets', () => {
    const anyClaim = fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(anyClaim, { maxLength: 5 }), (text, offsets) => {
        const claims = offsets.map(([start, end], index) => claim(index + 1, start, end))
        const shown = toPieces(line(text), claims).map((piece) => piece.text)
        expect(shown.join('')).toBe(text.replaceAll('\t', ' │ '))
      }),
    )
  })
})

const form = forms.requests['2021']
const cell = (key: string, value: number): CellRow => ({
  report_id: 'r',
  form_id: 'requests',
  row_id: 'granted',
  column_id: 'total',
  key,
  unit: '件',
  state: 'value',
  value,
  note: null,
  raw: String(value),
  place_line: 7,
})
const finding = (check_id: string, status: FindingRow['status'], left = 5, right = 4): FindingRow => ({
  report_id: 'r',
  check_id,
  is_sum_edit: check_id.startsWith('T'),
  severity: 'must',
  status,
  reason: null,
  left_value: left,
  right_value: right,
  difference: left - right,
  cells: [],
  message_zh: '',
  message_en: '',
})

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
  const remedies = toRemedies({ proposals, failures: failing(3) })
  expect(remedies.map(({ ways }) => ways.map(([first]) => first?.key))).toEqual([['a', 'b'], ['c']])
  expect(remedies.map(({ text }) => text.zh)).toEqual([
    '下列改法任取其一，不符的 3 项勾稽关系中有 1 项成立；共有 2 种，仅凭勾稽关系不能判定是哪一种。可能是报告本身有误。',
    '作如下改动，不符的 3 项勾稽关系中有 2 项成立；只有这一种改法。可能是报告本身有误。',
  ])
})

test('a total among its parts is the one to check first, and no cell is corrected', () => {
  const proposals = [way('total', ['E1'], 1, 1), way('a', ['E1'], 2, 2), way('b', ['E1'], 2, 2)]
  const [remedy] = toRemedies({ proposals, failures: failing(1) })
  expect(remedy?.text.zh).toContain('共有 3 种，仅凭勾稽关系不能判定是哪一种。总计由各分项相加得出，宜先核对总计。')
  expect(toCorrections({ proposals }).size).toBe(0)
})

test('ways that are not listed count, of every rank', () => {
  const proposals = [way('total', ['E1'], 1, 1), way('a', ['E1'], 20, 2), way('b', ['E1'], 20, 2)]
  const [remedy] = toRemedies({ proposals, failures: failing(1) })
  expect(remedy?.text.zh).toContain('共有 21 种')
})

test('a change that restores everything says so', () => {
  const [remedy] = toRemedies({ proposals: [way('a', ['E1'])], failures: failing(1) })
  expect(remedy?.text.zh).toMatch(/^作如下改动，不符的勾稽关系即全部成立；/)
  expect(remedy?.text.en).toBe(
    'With this change every failing sum holds; it is the only way. Likely an error of the agency.',
  )
})

test('an issue says what it concerns, and not again what its kind says', () => {
  const issue = (code: IssueRow['code'], key: string | null, message_zh: string, line: number | null): IssueRow => ({
    ...{ path: 'p', report_id: 'r', severity: 'warning' as const, message_en: '' },
    ...{ code, key, message_zh, line },
  })
  const layouts = [toLayout(form), toLayout(forms.proceedings['2021'])]
  const groups = toIssueGroups(
    [
      issue('single_value', 'requests.granted', '每行只印有一个数值，按总计列读取', 4),
      issue('number_annotated', 'requests.granted.total', '数字带有附注：“5（其中1件）”', 5),
      issue('table_missing', 'proceedings', '没有找到这张表', null),
      issue('agency_unknown', null, '无法确定发布机关', null),
    ],
    layouts,
  )
  expect(groups.map(({ items }) => items)).toEqual([
    [{ text: '（一）予以公开', line: 4 }],
    [{ text: '（一）予以公开 · 总计：“5（其中1件）”', line: 5 }],
    [{ text: '表四', line: null }],
    [{ text: '', line: null }],
  ])
})

test('a division that stays open is named, not numbered', () => {
  const message_zh = '行政区划重名，无法确定：130102、610116'
  const issue = { ...{ path: 'p', report_id: 'r', severity: 'warning', message_en: '', key: null, line: null } }
  const issues = [{ ...issue, code: 'region_ambiguous' as const, message_zh }]
  const [group] = toIssueGroups(issues, [], new Map([['130102', '河北省石家庄市长安区']]))
  expect(group?.items).toEqual([{ text: '河北省石家庄市长安区、610116', line: null }])
})

test('a number of the text that differs is told with the text, and not among the doubts', () => {
  const findings = [finding('N.CLAIM.requests.granted.total', 'fail'), finding('D.DEADLINE', 'fail')]
  expect(toVerdict(findings, [], [form], new Map()).doubts.map(({ check_id }) => check_id)).toEqual(['D.DEADLINE'])
})

test.each([
  [2, 2, true],
  [3, 2, false],
  [null, 2, undefined],
  [3, null, undefined],
])('carried in %j after %j carried forward agrees: %j', (carriedIn, before, expected) => {
  expect(checkCarry({ carriedIn, before })).toBe(expected)
})

test.each([
  [undefined, undefined],
  ['mailto:a@b.example', 'mailto:a@b.example?subject=S&body=%E4%B8%80%0D%0A%E4%BA%8C'],
  ['https://x.example/new', 'https://x.example/new?title=S&body=%E4%B8%80%0A%E4%BA%8C'],
  ['https://x.example/new?labels=data', 'https://x.example/new?labels=data&title=S&body=%E4%B8%80%0A%E4%BA%8C'],
])('an error is reported to %j at %j', (contact, expected) => {
  expect(toContactAddress(contact, { subject: 'S', lines: ['一', '二'] })).toBe(expected)
})

const report = {
  report_id: '140212-ju-2022',
  agency_name: '某{局}',
  title: '50%_报告 #1\\',
  published_on: '2023-01-31',
  document_number: null,
} as unknown as ReportRow
const context = { document: undefined, version: 'abcdef123456', address: 'https://x.example/r/140212-ju-2022/' }

test('a citation names the report, the data version and the page', () => {
  expect(toCitation(report, context)).toBe(
    '某{局}. 50%_报告 #1\\[EB/OL]. (2023-01-31). 公开年报, 140212-ju-2022, 数据版本 abcdef123456. https://x.example/r/140212-ju-2022/.',
  )
})

test('a BibTeX entry is balanced, whatever the title holds', () => {
  const entry = toBibtex(report, context)
  expect(entry).toContain('title = {{50\\%\\_报告 \\#1\\textbackslash{}}},')
  const bare = entry.replaceAll(/\\[{}]/g, '')
  expect(bare.split('{').length).toBe(bare.split('}').length)
})

test('JSON in a page cannot close the element it stands in', () => {
  const text = toScriptText({ name: '</script><!--' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({ name: '</script><!--' })
})

test('a table in JSON is a grid: numbers plain, everything else with its state', () => {
  const blank: CellRow = { ...cell('k', 0), row_id: 'refused', state: 'blank', value: null, raw: '' }
  expect(toJsonTables([cell('j', 3), blank])).toEqual({
    requests: {
      columns: ['total'],
      rows: { granted: [3], refused: [{ state: 'blank', raw: '', unit: '件' }] },
      lines: { granted: [7], refused: [7] },
    },
  })
})

test('links in a text are cut out of it', () => {
  expect(toWords('见[数据](/data/)。')).toEqual([{ text: '见' }, { text: '数据', to: '/data/' }, { text: '。' }])
  expect(toWords('没有')).toEqual([{ text: '没有' }])
})
