import { findElements, toWords } from '../html.ts'
import type { TextRow } from '../parquet.ts'

/** What a report prints in its cells, and which of them a failing sum doubts. */
interface Printed {
  readonly doubted: ReadonlySet<string>
  /** Cell key → number, without the doubted. */
  readonly numbers: ReadonlyMap<string, number>
}

const idOf = (row: TextRow) => row['report_id'] ?? ''

/** Finds the numbers of one report after another. */
export function toNumbersOf(readTable: (name: string) => readonly TextRow[]): (reportId: string) => Printed {
  const cells = Map.groupBy(readTable('cells'), idOf)
  const failing = Map.groupBy(
    readTable('findings').filter((row) => row['is_sum_edit'] === 'true' && row['status'] === 'fail'),
    idOf,
  )
  return (id) => {
    const doubted = new Set((failing.get(id) ?? []).flatMap((row) => (row['cells'] ?? '').match(/[\w.]+/g) ?? []))
    const numbers = (cells.get(id) ?? []).filter((row) => row['state'] === 'value' && !doubted.has(row['key'] ?? ''))
    return { doubted, numbers: new Map(numbers.map((row) => [row['key'] ?? '', Number(row['value'])])) }
  }
}

/** Cell key → change on the year before, as the page of a report shows it. */
export const readDifferences = (html: string): ReadonlyMap<string, string> =>
  new Map(
    findElements(html, 'td').flatMap(({ attributes, inner }): [string, string][] => {
      const change = findElements(inner, 'small').find((one) => one.attributes['class'] === 'd')
      return change ? [[attributes['id']?.slice(2) ?? '', toWords(change.inner).replace('较上年', '')]] : []
    }),
  )
