import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { LedgerEntry, Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/disk.ts'
import { countStates } from '../src/compile-report.ts'
import { extractDocument } from '../src/extract-document.ts'

const folder = new URL('corpus/', import.meta.url)
const lookups = loadLookups()

async function read(name: string): Promise<LedgerEntry> {
  const file = readdirSync(new URL(`${name}/`, folder)).find((one) => one.startsWith('source.'))
  if (!file)
    throw new Error(
      `test/corpus/${name} holds no source file; add source.txt, source.html, source.docx, source.doc or source.pdf`,
    )
  const bytes = readFileSync(new URL(`${name}/${file}`, folder))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return extractDocument({ path: file, bytes, sha256, url: null, retrievedAt: null }, lookups)
}

/** Number of repairs by kind, in the order in which the kinds first occur. */
function countKinds(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** Lines of the text as it is published, without the tables: short lines and sections two to four are left out. */
const toProse = (lines: Report['lines']): readonly string[] =>
  lines
    .filter((line) => line.kind !== 'table_row' && (line.kind !== 'paragraph' || line.text.length >= 12))
    .filter((line) => line.kind !== 'paragraph' || line.section === null || line.section < 2 || line.section > 4)
    .map((line) => `${line.section ?? '-'} ${line.kind}: ${line.text.slice(0, 120)}`)

const isSumEdit = (checkId: string): boolean => /^T[34]\.(?!COUNT)/.test(checkId)

/** What a reviewer can check by eye: identity, verdict, every number that is not 0, the text, and what was said. */
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
        .filter((finding) => finding.status === 'fail' && isSumEdit(finding.checkId))
        .map((finding) => `${finding.checkId}: ${finding.messageEn}`),
      notAssessable: report.findings.filter(
        (finding) => finding.status === 'not_assessable' && isSumEdit(finding.checkId),
      ).length,
      sections: report.sections.map((section) => section.number),
      prose: toProse(report.lines),
      repairs: countKinds(report.repairs.map((repair) => repair.kind)),
      issues: report.issues.map((issue) => [issue.code, issue.key ?? ''].join(' ').trim()),
    })),
  }
}

const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

test.each(names)('%s is read as expected', async (name) => {
  const expected = new URL(`${name}/expected.json`, folder)
  const made = `${JSON.stringify(toExpectation(await read(name)), null, 2)}\n`
  const isAccepting = process.env['ACCEPT'] === '1' || !existsSync(expected)
  if (isAccepting && process.env['CI'] === undefined) writeFileSync(expected, made)
  expect(existsSync(expected), `run the tests once locally to write ${name}/expected.json, and review it`).toBe(true)
  expect(made, `if the change is wanted, run ACCEPT=1 npx vitest run packages/extract and review the diff`).toBe(
    readFileSync(expected, 'utf8'),
  )
})

test.each(names.filter((name) => existsSync(new URL(`${name}/absent.txt`, folder))))(
  'nothing of what mirrors and chrome put into %s is published',
  async (name) => {
    const words = readFileSync(new URL(`${name}/absent.txt`, folder), 'utf8')
      .trim()
      .split('\n')
    const published = JSON.stringify(await read(name))
    expect(words.filter((word) => published.includes(word))).toEqual([])
    expect(words.length).toBeGreaterThan(0)
  },
)

test('the list of troubles names every folder, and no other', () => {
  const list = readFileSync(new URL('README.md', folder), 'utf8').split('## Troubles without')[0] ?? ''
  const named = [...list.matchAll(/\| `([^`]+)` \|$/gm)].map((match) => match[1])
  expect([...named].sort()).toEqual([...names].sort())
})
