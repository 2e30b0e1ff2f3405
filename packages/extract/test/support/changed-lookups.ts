import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LookupName } from '@gongkai/schema'
import { toSha256 } from '../../src/cli/corpus/files.ts'
import { toLine } from '../../src/cli/run/ledger.ts'
import type { EarlierLine } from '../../src/cli/run/lookup-changes.ts'
import { toNames, toPairs } from '../../src/cli/run/word-pairs.ts'
import { extractDocument, type Seen } from '../../src/extract-document.ts'
import type { Lookups, LookupTexts } from '../../src/lookups/to-lookups.ts'
import type { SourceDocument } from '../../src/types.ts'
import { toRandom } from '../generate/random.ts'

const folder = join(import.meta.dirname, '../corpus')

/** The documents of the test corpus. */
export const listDocuments = (): readonly SourceDocument[] =>
  globSync('*/source.*', { cwd: folder })
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(folder, path))
      return { path, bytes, sha256: toSha256(bytes), url: null, retrievedAt: null }
    })

/** What a run keeps of a document. */
export async function keep(source: SourceDocument, lookups: Lookups): Promise<EarlierLine> {
  let seen: Seen | undefined
  const entry = await extractDocument(source, lookups, (found) => {
    seen = found
  })
  return { line: Buffer.from(toLine(entry)), pairs: toPairs(seen, toNames(source, entry)) }
}

/** Files whose rows hold words, and a row of each with a word in it. */
const wordRows: Readonly<Partial<Record<LookupName, (word: string) => string>>> = {
  labels: (word) => `requests,granted,${word},r,s`,
  'section-headings': (word) => `3,${word},r,s`,
  'ignored-lines': (word) => `${word},whole,r,s`,
  spam: (word) => `${word},,,cut,r,s`,
  'no-advertising': (word) => `${word},phrase,r,s`,
  furniture: (word) => `${word},4,4,r,s`,
  brands: (word) => `name,${word},r,s`,
  'page-labels': (word) => `${word},publisher,r,s`,
  'document-kinds': (word) => `${word},title,other_report,r,s`,
  'agency-suffixes': (word) => `${word},${word}局,r,s`,
  functions: (word) => `${word},science,r,s`,
}

/** The lookups with a row less, or a row more, in some files; a new word is taken from a document, or nearly so. */
export function changeLookups(texts: LookupTexts, words: readonly string[], seed: number): LookupTexts {
  const random = toRandom(seed)
  const changed: Record<LookupName, string> = { ...texts }
  for (const [name, toRow] of Object.entries(wordRows) as [LookupName, (typeof wordRows)['labels'] & object][]) {
    if (random.chance(0.5)) continue
    const rows = texts[name].trimEnd().split('\n')
    const at = 1 + random.int(rows.length)
    const word = words[random.int(words.length)] ?? ''
    const row = random.chance(0.5) ? [] : [toRow(random.chance(0.3) ? `${word}某` : word)]
    changed[name] = `${rows.toSpliced(at, row.length === 0 ? 1 : 0, ...row).join('\n')}\n`
  }
  return changed
}
