import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packedSitePath } from '../../apps/site/src/packs/format.ts'
import { readPackedSite } from '../../packages/schema/src/index.ts'
import { listEntries } from './digest.ts'

/** A line of the closing table. */
export type SummaryRow = readonly [label: string, value: string]

/** A group of more than this many codes is shown without its zeros. */
const longList = 5

const showCount = (count: number) => count.toLocaleString('en-US')
const showName = (name: string) =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/**
 * The rows of the dataset's `summary.json`: one per top-level entry, groups on one line.
 *
 * @param summary numbers, or objects of them to any depth; shown in the order in which they were written, but of a
 *   long list of codes only those that occur
 */
export function toSummaryRows(summary: unknown): readonly SummaryRow[] {
  if (!isRecord(summary)) return []
  return Object.entries(summary).map(([name, value]) => [showName(name), showValue(value)])
}

function showValue(value: unknown): string {
  if (typeof value === 'number') return showCount(value)
  if (Array.isArray(value)) return value.map((item) => (isRecord(item) ? showItem(item) : showValue(item))).join(' · ')
  if (!isRecord(value)) return String(value ?? '–')
  const entries = Object.entries(value)
  const shown = entries.length > longList ? entries.filter(([, part]) => part !== 0) : entries
  const parts = shown.map(([name, part]) => {
    const words = showValue(part)
    return `${showName(name)} ${isRecord(part) ? `(${words})` : words}`
  })
  return parts.join(' · ') || 'none'
}

/** A record of a list, e.g. `{ status: 'rejected', reason: 'empty', count: 2 }` as `rejected empty 2`. */
function showItem(item: Readonly<Record<string, unknown>>): string {
  return Object.values(item)
    .filter((part) => part !== null && part !== '')
    .map((part) => (typeof part === 'string' ? showName(part) : showValue(part)))
    .join(' ')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the dataset's own account of what became of the corpus; no row when the dataset has none. */
export function readDatasetRows(dataset: string): readonly SummaryRow[] {
  const path = join(dataset, 'summary.json')
  return existsSync(path) ? toSummaryRows(JSON.parse(readFileSync(path, 'utf8'))) : []
}

/** How many files of the site are in packs; nothing of a plain one. */
function countPacked(dist: string): string {
  const path = join(dist, packedSitePath)
  return existsSync(path) ? ` · in packs ${showCount(readPackedSite(readFileSync(path, 'utf8')).fileCount)}` : ''
}

/** Pages and bytes of the built site. */
export function readSiteRows(dist: string): readonly SummaryRow[] {
  if (!existsSync(dist)) return []
  const files = listEntries(dist)
  const bytes = files.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
  const pages = files.filter((path) => path.endsWith('.html')).length
  const all = `pages ${showCount(pages)} · files ${showCount(files.length)} · bytes ${showCount(bytes)}`
  return [['site', all + countPacked(dist)]]
}

/** Lays rows out as two columns, labels padded to the longest. */
export function layOut(rows: readonly SummaryRow[]): string {
  const width = Math.max(0, ...rows.map(([label]) => label.length))
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`).join('\n')
}
