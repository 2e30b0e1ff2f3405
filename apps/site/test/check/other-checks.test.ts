import { type Cell, declaredForms, type Report, toFormCells } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { toOtherChecks } from '../../src/check/other-checks.ts'

const keys = declaredForms.flatMap((form) => (form.edition === '2021' ? toFormCells(form).map(({ key }) => key) : []))

const toCell = (key: string, state: Cell['state']) => ({ key, state }) as Cell
const read = (part: Partial<Report>, locale: 'zh' | 'en' = 'zh') =>
  toOtherChecks({ findings: [], claims: [], cells: [], repairs: [], ...part }, locale)

test('cells that are not filled in are named, the table before those of each', () => {
  const cells = [
    toCell('disclosure.licensing.decisions', 'blank'),
    toCell('requests.granted.total', 'blank'),
    toCell('requests.granted.natural_person', 'blank'),
    toCell('requests.granted.legal_services', 'not_applicable'),
    toCell('requests.granted.research_institution', 'value'),
  ]
  expect(read({ cells }).map(({ status, text }) => `${status} ${text}`)).toEqual([
    'fail 3 格空白：表二 行政许可·本年处理决定数量；表三 （一）予以公开·总计、（一）予以公开·自然人。没有发生的，填 0；空白会被读作“没有填报”。',
    'fail 1 格填作横线、斜线或者“无”：表三 （一）予以公开·法律服务机构。没有发生的，填 0。',
    'not_assessable 正文中没有读出能与表格核对的数字',
  ])
})

test('of many such cells six are named and all are counted', () => {
  const [said] = read({ cells: keys.slice(0, 50).map((key) => toCell(key, 'blank')) }, 'en')
  expect(said?.text).toMatch(/^Blank cells, 50: /)
  expect(said?.text.replace(/ …\. .*/, '').split('; ')).toHaveLength(6)
  expect(said?.text).toContain(' …. Where nothing happened, write 0')
})

test('what looks like personal data is counted, and other repairs are not', () => {
  const repair = { line: 1, start: 0, end: 1, replacement: '' }
  const repairs = [
    { ...repair, kind: 'redaction' as const },
    { ...repair, kind: 'gloss' as const },
  ]
  expect(read({ repairs })[0]?.text).toMatch(/^文中有 1 处像是个人信息/)
})

test('what fails stands first, and sums and claims have parts of their own', () => {
  const toFinding = (checkId: string, status: 'pass' | 'fail' | 'not_assessable') => ({
    checkId,
    status,
    severity: 'should' as const,
    reason: null,
    leftValue: null,
    rightValue: null,
    difference: null,
    cells: [],
    messageZh: checkId,
    messageEn: checkId,
  })
  const findings = [
    toFinding('D.YEAR', 'not_assessable'),
    toFinding('C.SECTIONS', 'pass'),
    toFinding('D.DEADLINE', 'fail'),
    toFinding('T3.RESULTS.total', 'fail'),
    toFinding('N.CLAIM.1', 'fail'),
  ]
  expect(read({ findings }).map(({ text }) => text)).toEqual([
    'D.DEADLINE',
    'C.SECTIONS',
    'D.YEAR',
    '正文中没有读出能与表格核对的数字',
  ])
})
