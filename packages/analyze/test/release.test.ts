import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LedgerEntry, Report } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { analyze, makeRelease } from '../src/index.ts'
import { insertEntry } from '../src/release/changelog.ts'
import { issue, query, toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const agencies = Array.from({ length: 14 }, (_, i) => `140212-ju${i}`)

/** A report of 2022 with so many requests, all granted. */
function report(agencyId: string, requests: number, changes: Partial<Report> = {}): Report {
  const total = { value: requests, raw: String(requests) }
  const cells = toCells('requests', {
    'requests.new_received.total': total,
    'requests.granted.total': total,
    'requests.results_total.total': total,
  })
  return toReport(
    {
      reportId: `${agencyId}-2022`,
      cells: [...toCells('disclosure'), ...cells, ...toCells('proceedings')],
      ...changes,
    },
    { agencyId },
  )
}

const entry = (one: Report, name = one.reportId) => toEntry(`${name}.txt`, [one])
const first = agencies.map((agency, i) => entry(report(agency, 40 + i)))

/** A changed corpus: one report gone, one new, and a cell changed by each of the three causes. */
const second = [
  ...first.slice(4),
  entry(report('140212-xinju', 100)),
  entry(report(agencies[1] ?? '', 90), 'reissue'),
  entry(report(agencies[2] ?? '', 42, { cells: change(report(agencies[2] ?? '', 42), 'requests.granted.total', 41) })),
  entry(
    report(agencies[3] ?? '', 43, {
      cells: change(report(agencies[3] ?? '', 43), 'requests.granted.natural_person', 7),
      issues: [{ ...issue, code: 'cell_corrected', key: 'requests.granted.natural_person' }],
    }),
  ),
]

function change(one: Report, key: string, value: number): Report['cells'] {
  return one.cells.map((cell) => (cell.key === key ? { ...cell, value, raw: String(value) } : cell))
}

const startOfChangelog = '# Changelog\n\n## Unreleased\n\n- A new table.\n\n## 2025-01-01\n\n- Older.\n'

/** Builds a dataset beside a changelog; `releases` of an earlier one may be taken over. */
async function build(entries: readonly LedgerEntry[], releases?: string) {
  const written = await writeEntries(entries)
  const options = { ...written, ...(releases !== undefined && { releases }) }
  expect(await analyze(options)).toMatchObject({ published: true })
  const changelog = join(dirname(options.out), 'CHANGELOG.md')
  await writeFile(changelog, startOfChangelog)
  return { dataset: options.out, previous: undefined, releases: options.releases, changelog, options }
}

const changesOf = (folder: string) =>
  query(
    folder,
    `select kind, cause, report_id, key, from_value, to_value from '{out}/changes.parquet' order by change_no`,
  )

test('a release over a changed corpus holds the planted changes and no other, with what caused each', async () => {
  const before = await build(first)
  await makeRelease({ ...before, date: '2026-01-01' })
  const now = await build(second, before.releases)
  const note = await makeRelease({ ...now, previous: before.dataset, date: '2026-02-01' })
  expect(note).toEqual({
    date: '2026-02-01',
    previous: '2026-01-01',
    reports: 14,
    changes: { report_added: 1, report_withdrawn: 1, cell_changed: 5 },
  })
  const folder = join(now.releases, '2026-02-01')
  expect((await readdir(folder)).toSorted()).toEqual(['SHA256SUMS', 'changes.parquet', 'peers.parquet', 'release.json'])
  expect((await changesOf(folder)).map((row) => Object.values(row))).toEqual([
    ['cell_changed', 'document', '140212-ju1-2022', 'requests.granted.total', 41, 90],
    ['cell_changed', 'document', '140212-ju1-2022', 'requests.new_received.total', 41, 90],
    ['cell_changed', 'document', '140212-ju1-2022', 'requests.results_total.total', 41, 90],
    ['cell_changed', 'reader', '140212-ju2-2022', 'requests.granted.total', 42, 41],
    ['cell_changed', 'correction', '140212-ju3-2022', 'requests.granted.natural_person', 0, 7],
    ['report_added', 'document', '140212-xinju-2022', null, null, null],
    ['report_withdrawn', 'document', '140212-ju0-2022', null, null, null],
  ])
  const again = await build(second, now.releases)
  expect(await changesOf(again.dataset)).toEqual(await changesOf(folder))
  expect(await makeRelease({ ...again, previous: now.dataset, date: '2026-03-01' })).toMatchObject({
    changes: { report_added: 0, report_withdrawn: 0, cell_changed: 0 },
  })
})

test('peers stay those of the last release when a report comes in, and say of which release they are', async () => {
  const before = await build(first)
  const peers = (folder: string) =>
    query(folder, `select * from '{out}/indicators.parquet' where report_id = '140212-ju5-2022' order by indicator_id`)
  const unreleased = await peers(before.dataset)
  await makeRelease({ ...before, date: '2026-01-01' })
  const now = await build([...first, entry(report('140212-xinju', 1000))], before.releases)
  expect(await peers(now.dataset)).toEqual(unreleased)
  expect(unreleased.some((row) => row['peer_median'] !== null)).toBe(true)
  const alone = await build([...first, entry(report('140212-xinju', 1000))])
  expect(await peers(alone.dataset)).not.toEqual(unreleased)
  const releaseOf = async (folder: string) => JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')).release
  expect([await releaseOf(now.dataset), await releaseOf(alone.dataset)]).toEqual(['2026-01-01', null])
})

test('the same dataset makes the same bytes', async () => {
  const [one, two] = [await build(first), await build(first)]
  await makeRelease({ ...one, date: '2026-01-01' })
  await makeRelease({ ...two, date: '2026-01-01' })
  for (const name of await readdir(join(one.releases, '2026-01-01'))) {
    const read = ({ releases }: typeof one) => readFile(join(releases, '2026-01-01', name))
    expect((await read(one)).equals(await read(two)), name).toBe(true)
  }
})

test('what is not released yet becomes the entry of the release', () => {
  const note = {
    date: '2026-02-01',
    previous: '2025-01-01',
    reports: 14,
    changes: { report_added: 1, report_withdrawn: 0, cell_changed: 5 },
  }
  expect(insertEntry(startOfChangelog, note)).toBe(
    [
      '# Changelog',
      '',
      '## Unreleased',
      '',
      '## 2026-02-01',
      '',
      '- 14 reports. Since 2025-01-01: 1 added, 0 withdrawn, 5 cells changed; each',
      '  stands in the table `changes`, with its cause.',
      '- A new table.',
      '',
      '## 2025-01-01',
      '',
      '- Older.',
      '',
    ].join('\n'),
  )
})

test('what cannot be released is said, and nothing is written', async () => {
  const before = await build(first)
  await makeRelease({ ...before, date: '2026-01-01' })
  const now = await build(second, before.releases)
  const attempt = { ...now, previous: before.dataset, date: '2026-02-01' }
  const broken = join(dirname(now.dataset), 'broken')
  await cp(before.dataset, broken, { recursive: true })
  await rm(join(broken, 'cells.parquet'))
  const refused = [
    [{ ...attempt, date: '2026-01-01' }, 'the last release is of 2026-01-01'],
    [{ ...attempt, previous: undefined }, '--previous must be the folder of the dataset released on 2026-01-01'],
    [{ ...attempt, previous: now.dataset }, 'must be the dataset released on 2026-01-01'],
    [{ ...attempt, previous: broken }, 'must be a complete dataset'],
    [{ ...attempt, changelog: join(broken, 'none.md') }, 'must be the changelog'],
    [{ ...attempt, changelog: join(broken, 'SHA256SUMS') }, 'must have a section "## Unreleased"'],
  ] as const
  for (const [options, message] of refused) {
    await expect(makeRelease(options), message).rejects.toThrow(message)
    expect(await readdir(now.releases)).toEqual(['2026-01-01'])
  }
})

test('a release that is damaged stops the build, and says which file', async () => {
  const before = await build(first)
  await makeRelease({ ...before, date: '2026-01-01' })
  const path = join(before.releases, '2026-01-01', 'release.json')
  await writeFile(path, '{"date": "yesterday"}')
  await expect(analyze(before.options)).rejects.toThrow(`${path}: date: must be a date`)
})
