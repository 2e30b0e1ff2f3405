import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerEntry } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { checkLines, isSampled } from '../src/check-lines.ts'
import { toEntry, toReport } from './fixtures.ts'

const entry = toEntry('a.txt', [toReport()])
const good = JSON.stringify(entry)

/** A line of the ledger with one thing changed. */
function spoil(change: (entry: LedgerEntry) => void): string {
  const copy: LedgerEntry = structuredClone(entry)
  change(copy)
  return JSON.stringify(copy)
}
const at = (copy: object | undefined) => copy as Record<string, unknown>

async function writeLines(...files: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-lines-'))
  return Promise.all(
    files.map(async (text, i) => {
      const file = join(folder, `part-${i + 1}.ndjson`)
      await writeFile(file, text)
      return file
    }),
  )
}

test.each([
  [
    'no field may be missing',
    spoil(({ reports }) => delete at(reports[0]?.identity)['year']),
    'reports[0].identity.year must be an integer or null, found nothing',
  ],
  [
    'nor a table',
    spoil(({ reports }) => delete at(reports[0])['claims']),
    'reports[0].claims must be a list, found nothing',
  ],
  ['nor the reports', spoil((copy) => delete at(copy)['reports']), 'reports must be a list, found nothing'],
  ['null is no text', spoil(({ document }) => (at(document)['path'] = null)), 'document.path must be text, found null'],
  [
    'a number is no text of digits',
    spoil(({ reports }) => (at(reports[0]?.cells[2])['value'] = '3')),
    'reports[0].cells[2].value must be a number or null, found "3"',
  ],
  [
    'nor one with a fraction where none may be',
    spoil(({ document }) => (at(document)['bytes'] = 1.5)),
    'document.bytes must be an integer, found 1.5',
  ],
  [
    'a code is one of its list',
    spoil(({ document }) => (at(document)['status'] = 'done')),
    'document.status must be one of extracted, duplicate, superseded, not_a_report, rejected, found "done"',
  ],
  [
    'a line number begins with 1',
    spoil(({ reports }) => (at(reports[0]?.lines[1])['line'] = 0)),
    'reports[0].lines[1].line must be an integer, at least 1, found 0',
  ],
  [
    'a day is a day',
    spoil(({ reports }) => (at(reports[0]?.identity)['signedOn'] = '2023')),
    'reports[0].identity.signedOn must be text of the pattern ^\\d{4}-\\d{2}-\\d{2}$ or null, found "2023"',
  ],
  ['a line is an object', '[]', 'it must be an object, found a list'],
  ['a line is whole', good.slice(0, 200), `it must be one JSON object, found "${good.slice(0, 80)}…"`],
])('%s', async (_, line, message) => {
  const files = await writeLines(`${good}\n`, `${good}\n\n${line}\n${good}\n`)
  await expect(checkLines(files)).rejects.toThrow(new RangeError(`Cannot read "${files[1]}", line 3: ${message}`))
})

test('a line that is not UTF-8 is refused', async () => {
  const files = await writeLines(Buffer.concat([Buffer.from(good.slice(0, 20)), Buffer.from([0xb9, 0xab])]))
  await expect(checkLines(files)).rejects.toThrow(`Cannot read "${files[0]}", line 1: it must be UTF-8`)
})

describe('lines are counted as JSON has them', () => {
  const separated = spoil(({ reports }) => (at(reports[0]?.lines[0])['text'] = '一\u2028二\u2029三\u0085四'))
  test.each([
    ['none', '', 0],
    ['the last without its end', `${good}\n${good}`, 2],
    ['empty ones between', `\n${good}\n\n\n${good}\n`, 2],
    ['with CRLF', `${good}\r\n${good}\r\n`, 2],
    ['with separators of lines inside of a text', `${separated}\n${good}\n`, 2],
    ['a field more than declared', `${good.slice(0, -1)},"more":1}\n`, 1],
  ])('%s', async (_, text, lines) => {
    expect(await checkLines(await writeLines(text))).toEqual({ lines, checked: lines })
  })
})

describe('of many lines', () => {
  test.each([
    [1, 1],
    [2000, 2000],
    [4000, 3000],
    [8000, 4000],
    [1_000_000, 10_954],
  ])('%i, %i are held to the schema', (lines, checked) => {
    expect(Array.from({ length: lines }, (_, i) => i).filter(isSampled)).toHaveLength(checked)
  })

  test('none is farther from the next one that is than their number allows', () => {
    const sample = Array.from({ length: 100_000 }, (_, i) => i).filter(isSampled)
    for (const [i, index] of sample.entries()) expect(index - (sample[i - 1] ?? -1)).toBeLessThanOrEqual(64)
  })

  test('a bad one behind the first 2,000 is found where it is in the sample, across files', async () => {
    const short = JSON.stringify(toEntry('a.txt', [], { status: 'not_a_report' }))
    const lines = Array.from({ length: 1500 }, () => short).join('\n')
    expect(await checkLines(await writeLines(lines, lines))).toEqual({ lines: 3000, checked: 2500 })
    const spoilt = (index: number) => `${lines.split('\n').with(index, '{}').join('\n')}\n`
    const files = await writeLines(lines, spoilt(1000))
    await expect(checkLines(files)).rejects.toThrow(
      `"${files[1]}", line 1001: document must be an object, found nothing`,
    )
    expect(await checkLines(await writeLines(lines, spoilt(1001)))).toEqual({ lines: 3000, checked: 2500 })
  })
})
