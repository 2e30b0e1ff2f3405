import { createHash } from 'node:crypto'
import type { LedgerLine } from './ledger-lines.ts'

/** Stands for the province of documents without a report. */
export const noProvince = '-'

/** Provinces that are analysed together, since a line is of more than one of them, with all of their lines. */
export interface ProvinceGroup {
  /** Sorted. */
  readonly provinces: readonly string[]
  readonly lines: readonly LedgerLine[]
}

/**
 * Parts the lines of a ledger by province: what the tables of a group say hangs on its own lines alone. Files of the same
 * bytes are one document, whose reports stand in one of their lines.
 *
 * @param links provinces that go together for another reason
 * @example a line of `11`, one of `11` and `13`, and one of `22` make the groups `11`, `13` and `22`
 */
export function toGroups(
  lines: readonly LedgerLine[],
  links: readonly (readonly string[])[],
): readonly ProvinceGroup[] {
  const documents = [...Map.groupBy(lines, ({ documentId, sha256 }) => documentId ?? sha256).values()].map((own) => {
    const provinces = [...new Set(own.flatMap((line) => line.provinces))].sort()
    return { lines: own, provinces: provinces.length > 0 ? provinces : [noProvince] }
  })
  const membersOf = join([...documents.map(({ provinces }) => provinces), ...links])
  const groups = Map.groupBy(documents, ({ provinces: [first = noProvince] }) => membersOf.get(first))
  return [...groups].map(([members = new Set<string>(), own]) => ({
    provinces: [...members].sort(),
    lines: own.flatMap((document) => document.lines),
  }))
}

/** Province → all that it goes together with, itself among them: the same set for each of these. */
function join(links: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const different = new Map(links.map((link) => [link.join(' '), link]))
  const membersOf = new Map<string, ReadonlySet<string>>()
  for (const link of different.values()) {
    const members = new Set(link.flatMap((province) => [...(membersOf.get(province) ?? [province])]))
    for (const province of members) membersOf.set(province, members)
  }
  return membersOf
}

/**
 * Stands for all that the tables of a province hang on, but for the program.
 *
 * @param lists digest of the reviewed lists
 */
export function toProvinceKey(lists: string, province: string, { lines }: ProvinceGroup): string {
  const hash = createHash('sha256').update(`${lists} ${province}\n`)
  const rows = lines.map(({ sha256, documentId, provinces }) => `${sha256} ${documentId} ${provinces.join('+')}\n`)
  for (const row of rows.sort()) hash.update(row)
  return hash.digest('hex')
}
