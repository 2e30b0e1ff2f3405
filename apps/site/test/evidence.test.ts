import { forms } from '@gongkai/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCarry } from '../src/agency.ts'
import { toBibtex, toCitation } from '../src/cite.ts'
import { toPieces } from '../src/claims.ts'
import { toContactAddress } from '../src/contact.ts'
import { toJsonTables } from '../src/export.ts'
import { toScriptText } from '../src/linked-data.ts'
import { toWords } from '../src/prose/passage.ts'
import type { CellRow, ClaimRow, FindingRow, LineRow, ReportRow } from '../src/rows.ts'
import { toCorrections, toVerdict } from '../src/verdict.ts'

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

test('a failing sum names the cells of both sides, zeros counted and not written out', () => {
  const keys = ['new_received', 'carried_in', 'results_total', 'carried_forward'].map((row) => `requests.${row}.total`)
  const cells = new Map(keys.map((key, index) => [key, cell(key, [5, 0, 4, 0][index] ?? 0)]))
  const findings = [finding('T3.BALANCE.total', 'fail'), finding('T3.RESULTS.total', 'not_assessable')]
  const { assessed, notAssessable, failures } = toVerdict(findings, [], [form], cells)
  expect([assessed, notAssessable]).toEqual([1, 1])
  expect(failures[0]?.left).toMatchObject({ sum: 5, zeros: 1, terms: [{ key: keys[0], value: 5 }] })
  expect(failures[0]?.right).toMatchObject({ sum: 4, zeros: 1, terms: [{ key: keys[2], value: 4 }] })
})

test('a check that is no sum is a doubt, not a failing sum', () => {
  const verdict = toVerdict([finding('D.DEADLINE', 'fail')], [], [form], new Map())
  expect(verdict).toMatchObject({ assessed: 0, failures: [], doubts: [{ check_id: 'D.DEADLINE' }] })
})

test('a cell is corrected beside its number only where one set of changes is found', () => {
  const proposal = (sets: number, set_no: number, key: string) => ({
    ...{ report_id: 'r', set_no, sets, key, printed_value: 1, proposed_value: 2, kind: 'cells', cause: 'unknown' },
    ...{ edits_restored: [], message_zh: '', message_en: '' },
  })
  const proposals = [[proposal(1, 1, 'a')], [proposal(2, 2, 'b')], [proposal(2, 3, 'c')]]
  expect([...toCorrections({ proposals } as unknown as Parameters<typeof toCorrections>[0])]).toEqual([['a', 2]])
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
  ['a@b.example', 'mailto:a@b.example?subject=S&body=%E4%B8%80%0D%0A%E4%BA%8C'],
  ['mailto:a@b.example', 'mailto:a@b.example?subject=S&body=%E4%B8%80%0D%0A%E4%BA%8C'],
  ['https://x.example/new', 'https://x.example/new?title=S&body=%E4%B8%80%0A%E4%BA%8C'],
  ['https://x.example/new?labels=data', 'https://x.example/new?labels=data&title=S&body=%E4%B8%80%0A%E4%BA%8C'],
])('an error is reported to %j at %j', (contact, expected) => {
  expect(toContactAddress(contact, { subject: 'S', lines: ['一', '二'] })).toBe(expected)
})

test('a contact that is no address stops the build', () => {
  expect(() => toContactAddress('javascript:alert(1)')).toThrow('SITE_CONTACT')
  expect(() => toContactAddress('nobody')).toThrow('a mail address or a web address is required')
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
