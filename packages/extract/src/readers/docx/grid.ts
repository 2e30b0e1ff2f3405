import { Element } from 'domhandler'
import type { Survey } from '../html/survey.ts'
import { childOf, closest, elementsOf, setChildren } from '../html/tree.ts'

/**
 * Puts empty cells where a row leaves places of the grid out at its beginning or end, so that what it prints stays below
 * its heads. How many cells lie there the fullest row says; an edge that no row has is a table pushed aside, and no cell.
 */
export function fillRows(found: Survey): void {
  const tables = new Set(found.of('w:gridBefore', 'w:gridAfter').flatMap((mark) => closest(mark, table) ?? []))
  for (const one of tables) {
    const rows = elementsOf(one).filter(({ name }) => name === 'w:tr')
    const edges = rows.map(edgesOf).reduce((most, one) => (one.length > most.length ? one : most), [])
    for (const row of rows) fillRow(row, edges)
  }
}

const table: ReadonlySet<string> = new Set(['w:tbl'])

const cellsOf = (row: Element): readonly Element[] => elementsOf(row).filter(({ name }) => name === 'w:tc')

/** Where the cells of a row begin and end, in columns of the grid. */
function edgesOf(row: Element): readonly number[] {
  const edges = [skipped(row, 'w:gridBefore')]
  for (const cell of cellsOf(row)) edges.push((edges.at(-1) ?? 0) + spanOf(cell))
  return edges
}

function fillRow(row: Element, edges: readonly number[]): void {
  const before = skipped(row, 'w:gridBefore')
  const after = skipped(row, 'w:gridAfter')
  if (before + after === 0) return
  const end = edgesOf(row).at(-1) ?? 0
  const front = toCells(edges, 0, before)
  const first = before > 0 && front.length === 0 ? [toCell(before)] : front
  setChildren(row, [...first, ...row.children, ...toCells(edges, end, end + after)])
}

/** The cells that lie between two edges of the grid; none where the inner one is no edge. */
function toCells(edges: readonly number[], from: number, to: number): readonly Element[] {
  const own = edges.filter((edge) => edge >= from && edge <= to)
  const isAligned = own.includes(from) || from === 0
  if (!isAligned || (from === 0 && !own.includes(to))) return []
  return own.slice(1).map((edge, at) => toCell(edge - (own[at] ?? 0)))
}

const toCell = (span: number): Element =>
  new Element('w:tc', {}, [
    new Element('w:tcPr', {}, [new Element('w:gridSpan', { 'w:val': String(span) })]),
    new Element('w:p', {}),
  ])

/** Columns of the grid that a cell spans. */
export function spanOf(cell: Element): number {
  const look = childOf(cell, 'w:tcPr')
  const span = look && childOf(look, 'w:gridSpan')
  return Math.max(1, Number.parseInt(span?.attribs['w:val'] ?? '1', 10) || 1)
}

/** Columns that a row leaves out; more than a row can have are none. */
function skipped(row: Element, name: string): number {
  const look = childOf(row, 'w:trPr')
  const mark = look && childOf(look, name)
  const columns = Number.parseInt(mark?.attribs['w:val'] ?? '0', 10)
  return columns > 0 && columns <= 63 ? columns : 0
}
