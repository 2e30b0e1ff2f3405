import { type LedgerEntry, levels, type Report } from '@gongkai/schema'
import { toEntry } from '../../packages/analyze/test/fixtures.ts'
import { loadLookups } from '../../packages/extract/src/cli/run/load-lookups.ts'
import { extractDocument } from '../../packages/extract/src/index.ts'
import { generateDocument, layouts } from '../../packages/extract/test/generate/layouts.ts'
import { type Random, toRandom } from '../../packages/extract/test/generate/random.ts'

const years = [2021, 2022, 2023, 2024]
const kinds = ['government', 'department', 'institution', null] as const
const functionSets = [['science', 'commerce'], ['commerce', 'science'], ['science'], ['water'], []] as const

/** Who an invented body is: the same in each of its years. */
function toBody(index: number, random: Random): Partial<Report['identity']> {
  const [first = 'county', ...others] = Object.keys(levels) as readonly (keyof typeof levels)[]
  return {
    agencyId: `140212-body${index}`,
    officialName: `第${index}局`,
    agencyName: random.chance(0.2) ? `第${index}县人民政府` : `第${index}局`,
    regionCode: '140212',
    regionCandidates: [],
    level: random.chance(0.6) ? 'county' : random.pick([first, ...others]),
    bodyKind: random.pick(kinds),
    functions: [...random.pick<readonly string[]>(functionSets)],
  }
}

/** Reports in layouts of all formats, read back, each body with four years: the same ones each time. */
export async function generateEntries(count: number): Promise<readonly LedgerEntry[]> {
  const lookups = loadLookups()
  const entries: LedgerEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const body = Math.floor(index / years.length)
    const year = years[index % years.length] ?? 2021
    const layout = layouts[index % layouts.length]
    if (!layout) throw new RangeError('There are no layouts')
    const path = `${String(index).padStart(5, '0')}-${layout.id}`
    const { bytes } = generateDocument(layout, index)
    const source = { path, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
    const [read] = (await extractDocument(source, lookups)).reports
    if (!read) throw new Error(`Cannot read "${path}": it must hold a report`)
    const identity = { ...read.identity, ...toBody(body, toRandom(body)), year }
    // Findings on dates are about the document, whose year and author are others now.
    const findings = read.findings.filter(({ checkId }) => !checkId.startsWith('D.'))
    entries.push(toEntry(path, [{ ...read, identity, findings, reportId: `${identity.agencyId}-${year}` }]))
  }
  return entries
}
