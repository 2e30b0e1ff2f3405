import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { showReport } from '../src/cli/show/show-report.ts'
import { extractDocument } from '../src/extract-document.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const bytes = readFileSync(new URL('corpus/wrong-total/source.html', import.meta.url))

test('the README shows what is said of the document that it names', async () => {
  const [, example = ''] = /```\n(File: source\.html[\s\S]*?)```/.exec(readme) ?? []
  const source = { path: 'source.html', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }
  const { document, reports } = await extractDocument(source, loadLookups())
  const [report] = reports
  if (!report) throw new Error('the document is no report')
  expect(example).not.toBe('')
  expect(showReport(document, report, 'en').startsWith(example)).toBe(true)
})
