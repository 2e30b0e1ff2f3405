import { type Edition, forms } from '@gongkai/schema'
import { splitDigits, splitFreely } from '../joined-digits.ts'
import { requestsRows } from '../labels.ts'
import { toCellReading } from '../reading.ts'
import type { Printed } from '../rows/printed-row.ts'
import { type SettledRow, settleRows } from './joined-rows.ts'
import type { RowReading, Sink } from './requests-row.ts'

const columns = forms.requests['2021'].blocks.flatMap((block) => block.columns.map((column) => column.id))
const width = columns.length

/** Cuts the rows whose digits run together: each by its own sum, then all together by the sums of the columns. */
export function readJoined(edition: Edition, sink: Sink): void {
  if (sink.joined.length === 0) return
  const rows = sink.joined.map(({ reading, only }) => ({ id: reading.id, digits: only.text, reading, only }))
  const cut = rows.map((row) => ({ ...row, ways: toWays(row.digits) }))
  const sure = cut.filter((row) => row.ways.length === 1)
  const known = new Map([
    ...numbersOf(sink.cells),
    ...sure.map((row) => [row.id, row.ways[0]?.map(Number) ?? []] as const),
  ])
  const settled = settleRows(
    forms.requests[edition],
    known,
    cut.filter((row) => row.ways.length !== 1),
  )
  for (const row of cut) {
    const own = row.ways.length === 1 ? row.ways[0] : undefined
    const found = own ? { parts: own, edits: [`T3.APPLICANTS.${row.id}`] } : settled.get(row.id)
    if (found) putCut(row.reading, row.only, found, sink)
    else noteAmbiguous(row.reading, row.digits, row.ways, sink)
  }
}

/** Cuts under which the row adds up; if there is none, the only cut there is at all. */
function toWays(digits: string): readonly (readonly string[])[] {
  const ways = splitDigits(digits, width)
  const free = ways.length === 0 ? splitFreely(digits, width) : []
  return free.length === 1 ? free : ways
}

/** Rows read in full, as numbers; an empty cell adds nothing. */
function numbersOf(cells: Sink['cells']): readonly (readonly [string, readonly number[]])[] {
  return requestsRows.flatMap(({ id }) => {
    const values = columns.map((column) => cells.get(`${id}|${column}`)?.parsed)
    const isWhole = values.every((value) => value && value.state !== 'text')
    return isWhole ? [[id, values.map((value) => value?.value ?? 0)] as const] : []
  })
}

function putCut({ id, row }: RowReading, only: Printed, { parts, edits }: SettledRow, sink: Sink): void {
  parts.forEach((text, i) => {
    sink.cells.set(`${id}|${columns[i] ?? ''}`, toCellReading({ ...only, text }, row))
  })
  for (const edit of edits) sink.usedEdits.add(edit)
  sink.issues.push({ code: 'digits_joined', severity: 'info', key: `requests.${id}`, line: row.line })
}

const mostShown = 3

function noteAmbiguous(
  { id, row }: RowReading,
  digits: string,
  ways: readonly (readonly string[])[],
  sink: Sink,
): void {
  const shown = ways.slice(0, mostShown).map((way) => way.join('/'))
  const more = ways.length > mostShown ? [`…`] : []
  const list = [...shown, ...more]
  const detail =
    ways.length === 0
      ? { zh: `“${digits}”无法按合计关系拆分`, en: `"${digits}" cannot be cut so that the sum holds` }
      : {
          zh: `“${digits}”有 ${ways.length} 种拆分：${list.join('，')}`,
          en: `"${digits}" can be cut in ${ways.length} ways: ${list.join(', ')}`,
        }
  sink.issues.push({ code: 'digits_ambiguous', severity: 'error', key: `requests.${id}`, line: row.line, detail })
}
