import { type Cell, type Edition, type Form, toForm, toFormCells } from '@gongkai/schema'
import { checkBalances } from '../../src/audit/balances.ts'
import { toFilledForms } from '../../src/audit/filled-form.ts'
import { toRandom } from '../generate/random.ts'
import { toTruth } from '../generate/truth.ts'

/** 表三 and 表四 with their cells, as one report prints them. */
export interface Tables {
  readonly forms: readonly Form[]
  readonly cells: readonly Cell[]
}

export const none: ReadonlySet<string> = new Set()

/** Cells that print these numbers, each row on a line of its own; a key without a number is blank. */
export function toTables(edition: Edition, numberAt: (key: string) => number | null): Tables {
  const read = [toForm('requests', edition), toForm('proceedings', edition)]
  let line = 0
  let lastRow = ''
  const cells = read.flatMap(toFormCells).map(({ key, formId, row, column }, index): Cell => {
    if (formId === 'requests' && row.id !== lastRow) line++
    if (formId === 'proceedings' && lastRow !== 'proceedings') line++
    lastRow = formId === 'proceedings' ? 'proceedings' : row.id
    const value = numberAt(key)
    return {
      key,
      formId,
      rowId: row.id,
      columnId: column.id,
      unit: column.unit,
      state: value === null ? 'blank' : 'value',
      value,
      note: null,
      raw: value === null ? '' : String(value),
      place: { line, section: 3, table: 1, row: line, column: index, page: null },
      reader: 'grid',
    }
  })
  return { forms: read, cells }
}

/** The same tables with other numbers in some cells; null leaves a cell blank. */
export function withNumbers({ forms: read, cells }: Tables, numbers: ReadonlyMap<string, number | null>): Tables {
  const changed = cells.map((cell): Cell => {
    const value = numbers.get(cell.key)
    if (value === undefined) return cell
    return { ...cell, value, state: value === null ? 'blank' : 'value', raw: value === null ? '' : String(value) }
  })
  return { forms: read, cells: changed }
}

export const failedOf = ({ forms: read, cells }: Tables): readonly string[] =>
  toFilledForms(read, cells)
    .flatMap((filled) => checkBalances(filled, none))
    .filter((finding) => finding.status === 'fail')
    .map((finding) => finding.checkId)

/** Tables of generated reports of one edition that balance and are neither blank nor all zero; the seed decides which. */
export function generateBalanced(edition: Edition, count: number, seed: number): readonly Tables[] {
  const made: Tables[] = []
  for (let next = seed; made.length < count; next++) {
    const truth = toTruth(toRandom(next))
    if (truth.requests !== edition || truth.profile === 'zero') continue
    const tables = toTables(edition, (key) => truth.prints.get(key)?.value ?? null)
    if (tables.cells.some((cell) => cell.value === null) || failedOf(tables).length > 0) continue
    if (tables.cells.filter((cell) => cell.value !== 0).length < 40) continue
    made.push(tables)
  }
  return made
}
