import type { IssueNote } from '../types.ts'
import { type CellReading, type FormReading, toRagged } from './reading.ts'

/** Fewest rows without their empty cells that say so of a document; one alone may be cut short. */
const fewestShort = 2

type Row = readonly (readonly [string, CellReading])[]

/** The cells of a table by row; 表四 is one. */
const rowsOf = ({ formId, cells }: FormReading): ReadonlyMap<string, Row> =>
  Map.groupBy(cells, ([id]) => (formId === 'proceedings' ? formId : `${formId}.${id.slice(0, id.indexOf('|'))}`))

const isEmpty = ([, { raw }]: Row[number]): boolean => raw === ''

/**
 * Whether a document lost its empty cells: most rows of 表三 hold fewer values than the form has columns, and none holds
 * an empty cell beside a value.
 */
function losesBlanks(requests: FormReading): boolean {
  const short = requests.issues.filter(({ code }) => code === 'single_value' || code === 'row_ragged').length
  const rows = [...rowsOf(requests).values()]
  const isKept = rows.some((row) => row.some(isEmpty) && !row.every(isEmpty))
  const isGrid = rows.every((row) => row.every(([, { reader }]) => reader === 'grid'))
  return short >= fewestShort && short * 2 >= rows.length && isGrid && !isKept
}

/**
 * The tables without the rows of 表二 and 表四 whose values may stand in other columns: where empty cells are lost, one at
 * the end of a row may be the filling of one that stood before it.
 *
 * @example `规范性文件 | 2 | 15 |` and an empty cell, in a document that loses empty cells → the row is ragged
 */
export function withoutShifted(readings: readonly FormReading[]): readonly FormReading[] {
  const requests = readings.find(({ formId }) => formId === 'requests')
  if (requests === undefined || !losesBlanks(requests)) return readings
  return readings.map((reading) => (reading === requests ? reading : withoutRows(reading)))
}

function withoutRows(reading: FormReading): FormReading {
  const shifted = [...rowsOf(reading)].filter(([, row]) => isShifted(row))
  if (shifted.length === 0) return reading
  const ids = new Set(shifted.flatMap(([, row]) => row.map(([id]) => id)))
  return {
    ...reading,
    cells: new Map([...reading.cells].filter(([id]) => !ids.has(id))),
    issues: [...reading.issues, ...shifted.map(([key, row]) => toIssue(key, row))],
  }
}

/** Whether a row holds values, and nothing in its last cell. */
function isShifted(row: Row): boolean {
  const last = row.at(-1)
  return last !== undefined && isEmpty(last) && !row.every(isEmpty)
}

function toIssue(key: string, row: Row): IssueNote {
  const filled = row.flatMap((cell) => (isEmpty(cell) ? [] : [cell[1]]))
  const detail = toRagged(
    filled.map(({ raw }) => ({ text: raw })),
    row.length,
  )
  return { code: 'row_ragged', severity: 'error', key, line: filled[0]?.line ?? 0, detail }
}
