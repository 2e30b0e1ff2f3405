import { type Form, forms, toFormCells } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { toCorrections } from '../src/form/correct-cells.ts'
import { extractDocument } from '../src/index.ts'
import { generateDocument, layouts } from './generate/layouts.ts'

const lookups = loadLookups()
const sha256 = 'c'.repeat(64)
const layout = layouts.find((one) => one.format === 'html') ?? layouts[0]
if (!layout) throw new RangeError('There is no layout')
const source = { path: 'a', bytes: generateDocument(layout, 5).bytes, sha256, url: null, retrievedAt: null }
const read = async (...rows: Parameters<typeof toCorrections>[0]) => {
  const [report] = (await extractDocument(source, { ...lookups, corrections: toCorrections(rows) })).reports
  if (!report) throw new RangeError('The document is a report')
  return report
}
const plain = await read()
const failing = (report: typeof plain) => report.findings.filter((finding) => finding.status === 'fail').length
const cell = plain.cells.find((one) => one.formId === 'requests' && one.state === 'value' && one.key.includes('result'))
const key = cell?.key ?? ''
const row = { sha256, key, value: '7', reason: 'r', reviewer: 'w' }

test('a correction changes one cell, says so, and the sums are checked with it', async () => {
  const report = await read({
    ...row,
    value: String((cell?.value ?? 0) + 7),
    reason: '扫描件第 3 页为 7',
    reviewer: '王某',
  })
  const corrected = report.cells.find((one) => one.key === key)
  expect(corrected).toEqual({ ...cell, value: (cell?.value ?? 0) + 7, note: '人工核定：扫描件第 3 页为 7（王某）' })
  expect(report.cells.filter((one) => one.key !== key)).toEqual(plain.cells.filter((one) => one.key !== key))
  expect(report.issues).toContainEqual(
    expect.objectContaining({ code: 'cell_corrected', key, line: cell?.place?.line }),
  )
  expect(failing(report)).toBeGreaterThan(failing(plain))
})

test('a correction of another document changes nothing', async () => {
  expect(await read({ ...row, sha256: 'd'.repeat(64) })).toEqual(plain)
})

test('a cell can be settled to hold no number', async () => {
  const { cells } = await read({ ...row, value: 'blank' })
  expect(cells.find((one) => one.key === key)).toMatchObject({
    state: 'blank',
    value: null,
    raw: cell?.raw,
  })
})

/** A cell of the forms that the generated report does not have. */
const absent =
  Object.values(forms)
    .flatMap((editions) => Object.values(editions).flatMap((form: Form) => toFormCells(form).map((one) => one.key)))
    .find((one) => plain.cells.every((other) => other.key !== one)) ?? ''

test('a correction of a cell that is not there is an issue', async () => {
  const { issues, cells } = await read({ ...row, key: absent })
  expect(issues).toContainEqual(expect.objectContaining({ code: 'correction_unused', key: absent }))
  expect(cells).toEqual(plain.cells)
})
