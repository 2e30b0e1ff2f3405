import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/disk.ts'
import { toCorrections } from '../src/corrections.ts'
import { extractDocument } from '../src/index.ts'
import { generateDocument, layouts } from './generate/layouts.ts'

const lookups = loadLookups()
const sha256 = 'c'.repeat(64)
const head = 'sha256,key,value,reason,reviewer\n'
const layout = layouts.find((one) => one.format === 'html') ?? layouts[0]
if (!layout) throw new RangeError('There is no layout')
const source = { path: 'a', bytes: generateDocument(layout, 5).bytes, sha256, url: null, retrievedAt: null }
const read = async (rows: string) => {
  const [report] = (await extractDocument(source, { ...lookups, corrections: toCorrections(head + rows) })).reports
  if (!report) throw new RangeError('The document is a report')
  return report
}
const plain = await read('')
const failing = (report: typeof plain) => report.findings.filter((finding) => finding.status === 'fail').length
const cell = plain.cells.find((one) => one.formId === 'requests' && one.state === 'value' && one.key.includes('result'))
const key = cell?.key ?? ''

test('a correction changes one cell, says so, and the sums are checked with it', async () => {
  const report = await read(`${sha256},${key},${(cell?.value ?? 0) + 7},扫描件第 3 页为 7,王某\n`)
  const corrected = report.cells.find((one) => one.key === key)
  expect(corrected).toEqual({ ...cell, value: (cell?.value ?? 0) + 7, note: '人工核定：扫描件第 3 页为 7（王某）' })
  expect(report.cells.filter((one) => one.key !== key)).toEqual(plain.cells.filter((one) => one.key !== key))
  expect(report.issues).toContainEqual(
    expect.objectContaining({ code: 'cell_corrected', key, line: cell?.place?.line }),
  )
  expect(failing(report)).toBeGreaterThan(failing(plain))
})

test('a correction of another document changes nothing', async () => {
  expect(await read(`${'d'.repeat(64)},${key},7,r,w\n`)).toEqual(plain)
})

test('a cell can be settled to hold no number', async () => {
  const { cells } = await read(`${sha256},${key},blank,r,w\n`)
  expect(cells.find((one) => one.key === key)).toMatchObject({
    state: 'blank',
    value: null,
    raw: cell?.raw,
  })
})

test('a correction of a cell that is not there is an issue', async () => {
  const { issues, cells } = await read(`${sha256},requests.nothing.total,7,r,w\n`)
  expect(issues).toContainEqual(expect.objectContaining({ code: 'correction_unused', key: 'requests.nothing.total' }))
  expect(cells).toEqual(plain.cells)
})

test.each([
  ['a hash cut short', `${'c'.repeat(63)},k,7,r,w`, '64 hex digits'],
  ['no reason', `${sha256},k,7,,w`, 'must be given'],
  ['no reviewer', `${sha256},k,7,r,`, 'must be given'],
  ['words for a value', `${sha256},k,many,r,w`, 'value must be'],
  ['a state that needs words', `${sha256},k,text,r,w`, 'value must be'],
  ['a cell twice', `${sha256},k,7,r,w\n${sha256},k,8,r,w`, 'once only'],
])('%s is refused', (_, rows, message) => {
  expect(() => toCorrections(`${head}${rows}\n`)).toThrow(message)
})
