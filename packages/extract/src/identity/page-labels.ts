import type { LookupRows } from '@gongkai/schema'

/** What a label of a page's data box stands before. */
export type FieldName = LookupRows['page-labels'][number]['field']

/** The labels of page-labels.csv, ready to be found in a line. */
export interface PageLabels {
  /** Field of a label, spaces aside. */
  readonly fieldOf: ReadonlyMap<string, FieldName>
  readonly pattern: RegExp
}

const spaced = (label: string): string => [...label].join('\\s*')

/** The rows of page-labels.csv; the longest label that fits counts. */
export function toPageLabels(rows: LookupRows['page-labels']): PageLabels {
  const fieldOf = new Map(rows.map(({ label, field }): [string, FieldName] => [label, field]))
  // Every label begins with one of these, which lets most places of a line be passed over at once.
  const first = [...new Set([...fieldOf.keys()].map((label) => label.charAt(0)))].join('')
  const words = [...fieldOf.keys()].toSorted((a, b) => b.length - a.length).map(spaced)
  return { fieldOf, pattern: new RegExp(`(?=[${first}])(?:${words.join('|')})`, 'g') }
}
