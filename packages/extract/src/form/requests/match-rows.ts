import type { IssueNote } from '../../types.ts'
import { toQuoted, toShown } from '../reading.ts'
import { lastKnown, type PrintedRow } from '../rows/printed-row.ts'
import { learnPlaces, type Places, pickValues } from './pick-values.ts'
import type { Shape } from './shape.ts'

/** A printed row of 表三, tied to a row of the form. */
export interface RowReading {
  readonly id: string
  readonly row: PrintedRow
}

const placeOf = ({ rows }: Shape, id: string): number => rows.findIndex((row) => row.id === id)

interface Matched {
  readonly id: string
  readonly isExact: boolean
}

/** Ties printed rows to rows of 表三: by their labels, and full rows between two of them by their number. */
export function findRows(rows: readonly PrintedRow[], shape: Shape, issues: IssueNote[]): readonly RowReading[] {
  const matched = matchRows(rows, shape, issues)
  const inferred = inferRows(rows, matched, shape)
  for (const [at, id] of inferred) {
    const row = rows[at]
    if (!row) continue
    const detail = toQuoted(row)
    issues.push({ code: 'label_inferred', severity: 'warning', key: `requests.${id}`, line: row.line, detail })
  }
  noteStrange(rows, { matched, inferred, width: shape.width }, issues)
  return [...matched, ...inferred]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, id]) => {
      const row = rows[at]
      return row ? [{ id, row }] : []
    })
}

/** Rows by their labels: index of the printed row and id of the form's row, in printed order. */
function matchRows(rows: readonly PrintedRow[], shape: Shape, issues: IssueNote[]): ReadonlyMap<number, string> {
  const matched = new Map<number, string>()
  const known = new Map<string, PrintedRow>()
  const again: Repetition[] = []
  let last = -1
  rows.forEach((row, index) => {
    const match = row.values.length > 0 ? matchRow(row, last, shape) : undefined
    if (!match) return
    const before = known.get(match.id)
    if (before) {
      again.push({ id: match.id, index, row, before })
      return
    }
    const place = placeOf(shape, match.id)
    if (place < last && !match.isExact) return
    matched.set(index, match.id)
    known.set(match.id, row)
    last = Math.max(last, place)
  })
  const end = Math.max(...matched.keys())
  for (const one of again) issues.push(noteRepeated(one, one.index < end))
  return matched
}

/** A row whose label stood on another row before. */
interface Repetition {
  readonly id: string
  readonly index: number
  readonly row: PrintedRow
  readonly before: PrintedRow
}

/** A second table may count something else; within a table one of two different rows bears the wrong label. */
function noteRepeated({ id, row, before }: Repetition, isWithin: boolean): IssueNote {
  const [first, second] = [toShown(before.values), toShown(row.values)]
  const code = isWithin && first !== second ? 'row_contradicted' : 'row_repeated'
  const detail = { zh: `“${first}”和“${second}”`, en: `"${first}" and "${second}"` }
  return { code, severity: 'warning', key: `requests.${id}`, line: row.line, detail }
}

function matchRow(row: PrintedRow, last: number, shape: Shape): Matched | undefined {
  if (lastKnown(row) !== 'requests') return undefined
  return row.labels.findLast(({ names }) => names.requests && isPlausible(names.requests.id, last, shape))?.names
    .requests
}

/** Whether a label can name its row here. 其他 and 总计 head columns too: they are rows only where the form has them. */
function isPlausible(id: string, last: number, shape: Shape): boolean {
  const place = placeOf(shape, id)
  const row = shape.rows[place]
  if (!row) return false
  return row.notBefore === undefined || (last >= placeOf(shape, row.notBefore) && last <= place)
}

/** Full rows whose labels are lost, torn or beyond reading: as many as the form has rows between two known ones. */
function inferRows(
  rows: readonly PrintedRow[],
  matched: ReadonlyMap<number, string>,
  shape: Shape,
): ReadonlyMap<number, string> {
  const first = Math.min(...matched.keys())
  const last = Math.max(...matched.keys())
  const isOpen = (row: PrintedRow, index: number) =>
    !matched.has(index) && row.values.length >= shape.width && [undefined, 'requests'].includes(lastKnown(row))
  const open = rows.flatMap((row, index) => (isOpen(row, index) ? [index] : []))
  if (open.length === 0) return new Map()
  const places = learnPlaces(
    rows.filter((_, index) => matched.has(index) || (index > first && index < last && open.includes(index))),
    shape,
  )
  const nameless = open.filter((index) => rows.slice(index, index + 1).some((row) => isFull(row, places, shape.width)))
  const editionRows = shape.editions.map((form) => form.blocks.flatMap((block) => block.rows.map(({ id }) => id)))
  const [fill] = editionRows.map((ids) => fillGaps(ids, matched, nameless)).toSorted((a, b) => b.size - a.size)
  return fill ?? new Map()
}

const isFull = (row: PrintedRow, places: Places, width: number): boolean =>
  row.values.some((value) => value.text !== '') && pickValues(row.values, width, places(row))?.length === width

function fillGaps(
  ids: readonly string[],
  matched: ReadonlyMap<number, string>,
  nameless: readonly number[],
): ReadonlyMap<number, string> {
  const fill = new Map<number, string>()
  const anchors = [...matched].map(([at, id]) => [at, ids.indexOf(id)] as const)
  if (anchors.length < 3 || anchors.some(([, place], i) => place <= (anchors[i - 1]?.[1] ?? -1))) return fill
  const ends = [[-1, -1] as const, ...anchors, [Number.POSITIVE_INFINITY, ids.length] as const]
  ends.slice(1).forEach(([to, after], i) => {
    const [from, before] = ends[i] ?? [-1, -1]
    const between = nameless.filter((at) => at > from && at < to)
    const gap = ids.slice(before + 1, after)
    if (between.length !== gap.length) return
    between.forEach((at, k) => {
      fill.set(at, gap[k] ?? '')
    })
  })
  return fill
}

interface Tied {
  readonly matched: ReadonlyMap<number, string>
  readonly inferred: ReadonlyMap<number, string>
  readonly width: number
}

/** Full rows of values inside the table under labels that no form has. */
function noteStrange(rows: readonly PrintedRow[], { matched, inferred, width }: Tied, issues: IssueNote[]): void {
  const known = [...matched.keys()]
  const [first = 0, last = 0] = [known[0], known.at(-1)]
  rows.forEach((row, index) => {
    if (index <= first || index >= last || matched.has(index) || inferred.has(index)) return
    const isRow = row.reader === 'grid' && row.values.filter((value) => value.text !== '').length === width
    if (isRow && lastKnown(row) !== 'requests')
      issues.push({ code: 'row_unmapped', severity: 'warning', key: 'requests', line: row.line, detail: toQuoted(row) })
  })
}
