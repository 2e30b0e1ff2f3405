import { expect, test } from 'vitest'
import type { CopyRow } from '../../src/data/rows.ts'
import { toCopies } from '../../src/report/copies.ts'

const copy: CopyRow = {
  report_id: '140212-jiaoyuju-2024',
  path: 'a.html',
  part: 1,
  source_url: 'https://www.example.gov.cn/a.html',
  site: 'own',
  is_published: true,
  decided_by: null,
  is_correction: true,
  made_on: '2025-03-05',
  cells_read: 200,
  differing_cells: [],
  differing_dates: [],
  differing_texts: [],
}
const labels = new Map([['k.1', { zh: '行政许可·数量', en: 'Licensing, number' }]])
const said = (changes: Partial<CopyRow>) => {
  const [only] = toCopies([{ ...copy, ...changes }], labels)
  return {
    name: only?.name.en,
    url: only?.url,
    decider: only?.decider?.en,
    facts: only?.facts.map(({ en }) => en).join(' · '),
    differences: only?.differences.map(({ zh, en }) => `${zh} ${en}`),
  }
}

test('the published copy: where it was found, its date and its mark', () => {
  expect(said({})).toEqual({
    name: 'www.example.gov.cn',
    url: 'https://www.example.gov.cn/a.html',
    decider: undefined,
    facts:
      'Site of the body itself, or of the government of its division · 2025-03-05 · marked as a correction · 200 numbers',
    differences: [],
  })
})

test('another copy: what decided, and in what it differs', () => {
  const other = {
    source_url: null,
    site: 'none',
    decided_by: 'site',
    is_published: false,
    is_correction: false,
    made_on: null,
  } as const
  const differing = { differing_cells: ['k.1'], differing_dates: ['signed_on'], differing_texts: ['2', 'title'] }
  expect(said({ ...other, ...differing, cells_read: 1 })).toEqual({
    name: 'A copy without an address',
    url: undefined,
    decider: 'The published copy stands on a site nearer to the body',
    facts: 'No address is known · 1 number',
    differences: [
      '单元格 1 个（行政许可·数量） 1 cell (Licensing, number)',
      '日期 1 处（落款日期） 1 date (date of the signature)',
      '文字 2 处（第 2 部分文字、标题） 2 texts (text of section 2; title)',
    ],
  })
})

test('what runs as a script is no link, and of many cells the first are named', () => {
  expect(said({ source_url: 'javascript:alert(1)' })).toMatchObject({
    name: 'A copy without an address',
    url: undefined,
  })
  const [line] = said({ differing_cells: Array.from({ length: 9 }, (_, i) => `c${i}`) }).differences ?? []
  expect(line).toBe('单元格 9 个（c0、c1、c2、c3、c4、c5、c6、c7等） 9 cells (c0; c1; c2; c3; c4; c5; c6; c7; …)')
})
