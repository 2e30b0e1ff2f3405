import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Cell, LedgerEntry, Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/extract-document.ts'
import { countStates } from '../src/form/count-states.ts'

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

/** Columns of the cells that are meant, by row: a zero that becomes missing shows. */
function listCells(cells: readonly Cell[], isMeant: (cell: Cell) => boolean): Readonly<Record<string, string>> {
  const rows = Map.groupBy(cells.filter(isMeant), ({ formId, rowId }) => `${formId}.${rowId}`)
  return Object.fromEntries([...rows].map(([row, own]) => [row, own.map(({ columnId }) => columnId).join(' ')]))
}

/** Cells that hold no number but 0, by what they hold. */
const toOtherCells = (cells: readonly Cell[]) => ({
  zero: listCells(cells, ({ value }) => value === 0),
  blank: listCells(cells, ({ state }) => state === 'blank'),
  not_applicable: listCells(cells, ({ state }) => state === 'not_applicable'),
  text: listCells(cells, ({ state }) => state === 'text'),
  missing: listCells(cells, ({ state }) => state === 'missing'),
})

/** Lines of the text as it is published, without the tables: short lines and sections two to four are left out. */
const toProse = (lines: Report['lines']): readonly string[] =>
  lines
    .filter((line) => line.kind !== 'table_row' && (line.kind !== 'paragraph' || line.text.length >= 12))
    .filter((line) => line.kind !== 'paragraph' || line.section === null || line.section < 2 || line.section > 4)
    .map((line) => `${line.section ?? '-'} ${line.kind}: ${line.text.slice(0, 120)}`)

const isSumEdit = (checkId: string): boolean => /^T[34]\.(?!COUNT)/.test(checkId)

/** What a reviewer can check by eye: identity, verdict, every number and every other cell, the text, and what was said. */
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
      others: toOtherCells(report.cells),
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

const advice = 'run ACCEPT=1 npm run test:only -- packages/extract/test/corpus.test.ts and review the diff'

test.each(names)('%s is read as expected', async (name) => {
  const expected = new URL(`${name}/expected.json`, folder)
  const made = `${JSON.stringify(toExpectation(await read(name)), null, 2)}\n`
  if (process.env['ACCEPT'] === '1') writeFileSync(expected, made)
  expect(existsSync(expected), `${name}/expected.json is not there; ${advice}`).toBe(true)
  expect(made, `if the change is wanted: ${advice}`).toBe(readFileSync(expected, 'utf8'))
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
