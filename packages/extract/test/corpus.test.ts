import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { LedgerEntry } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/disk.ts'
import { countStates } from '../src/compile-report.ts'
import { extractDocument } from '../src/extract-document.ts'

const folder = new URL('corpus/', import.meta.url)
const lookups = loadLookups()

function read(name: string): LedgerEntry {
  const file = readdirSync(new URL(`${name}/`, folder)).find((one) => one.startsWith('source.'))
  if (!file) throw new Error(`test/corpus/${name} holds no source file; add source.txt, source.html or source.docx`)
  const bytes = readFileSync(new URL(`${name}/${file}`, folder))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return extractDocument({ path: file, bytes, sha256, url: null, retrievedAt: null }, lookups)
}

/** What a reviewer can check by eye: identity, verdict, every number that is not 0, and what was said. */
function toExpectation({ document, reports }: LedgerEntry) {
  return {
    status: document.status,
    reason: document.reason,
    reports: reports.map((report) => ({
      identity: report.identity,
      editions: report.editions,
      states: countStates(report.cells),
      blankMeansZero: report.blankMeansZero,
      numbers: Object.fromEntries(
        report.cells.filter((cell) => cell.value !== null && cell.value !== 0).map((cell) => [cell.key, cell.value]),
      ),
      failed: report.findings
        .filter((finding) => finding.status === 'fail')
        .map((finding) => `${finding.checkId}: ${finding.messageEn}`),
      notAssessable: report.findings.filter((finding) => finding.status === 'not_assessable').length,
      sections: report.sections.map((section) => section.number),
      repairs: report.repairs.map((repair) => repair.kind),
      issues: report.issues.map((issue) => [issue.code, issue.key ?? ''].join(' ').trim()),
    })),
  }
}

test.each(readdirSync(folder))('%s is read as expected', (name) => {
  const expected = new URL(`${name}/expected.json`, folder)
  const made = `${JSON.stringify(toExpectation(read(name)), null, 2)}\n`
  const isAccepting = process.env['ACCEPT'] === '1' || !existsSync(expected)
  if (isAccepting && process.env['CI'] === undefined) writeFileSync(expected, made)
  expect(existsSync(expected), `run the tests once locally to write ${name}/expected.json, and review it`).toBe(true)
  expect(made, `if the change is wanted, run ACCEPT=1 npx vitest run packages/extract and review the diff`).toBe(
    readFileSync(expected, 'utf8'),
  )
})
