import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/extract-document.ts'
import { showReport } from '../src/show/show-report.ts'

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

const corpus = new URL('../../../data/corpus/', import.meta.url)
// The samples that the repository comes with; who works on a corpus of their own has taken them out.
const hasSamples = existsSync(new URL('000_ba25dc56f264295d.txt', corpus))

test.skipIf(!hasSamples)('the rows of cells that the README shows are those of the corpus', async () => {
  const [, table = ''] = /\n\| report_id \| key .*\n\|[-|: ]+\|\n((?:\|.*\n)+)/.exec(readme) ?? []
  const shown = table
    .trim()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1).join('|').replaceAll(' ', ''))
  const files = readdirSync(corpus).filter((name) => name !== 'manifest.csv')
  const lookups = loadLookups()
  const read = files.map((path) =>
    extractDocument(
      { path, bytes: readFileSync(new URL(path, corpus)), sha256: '0'.repeat(64), url: null, retrievedAt: null },
      lookups,
    ),
  )
  const rows = (await Promise.all(read)).flatMap(({ reports }) =>
    reports.flatMap(({ reportId, cells }) =>
      cells.map(({ key, state, value, raw, place }) => [reportId, key, state, value, raw, place?.line].join('|')),
    ),
  )
  expect(shown).toHaveLength(5)
  expect(rows).toEqual(expect.arrayContaining(shown))
})
