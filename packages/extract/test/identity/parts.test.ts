import { expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { drawParted, partedKinds } from '../generate/identity-parts.ts'

const lookups = loadLookups()
const seeds = Array.from({ length: 8 }, (_, i) => 1 + i)

test.each(partedKinds)('every report of a document is read, and no other: %s', async (kind) => {
  for (const seed of seeds) {
    const { id, bytes, reports } = drawParted(kind, seed)
    const source = { path: id, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
    const entry = await extractDocument(source, lookups)
    expect(entry.document.status, id).toBe('extracted')
    expect(
      entry.reports.map(({ identity }) => [identity.agencyName, identity.year]),
      id,
    ).toEqual(reports)
    expect(entry.reports.map(({ part }) => part)).toEqual(reports.map((_, i) => i + 1))
    expect(new Set(entry.reports.map(({ reportId }) => reportId)).size).toBe(reports.length)
  }
})

test('lines, cells and repairs of a part are numbered within it', async () => {
  const { bytes } = drawParted('two-years', 1)
  const source = { path: 'two', bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  for (const report of (await extractDocument(source, lookups)).reports) {
    expect(report.lines.map(({ line }) => line)).toEqual(report.lines.map((_, i) => i + 1))
    const places = report.cells.flatMap(({ place }) => place?.line ?? [])
    expect(places.length).toBeGreaterThan(100)
    expect(places.every((line) => line <= report.lines.length)).toBe(true)
  }
})
