import type { Form, FormBlock } from '@gongkai/schema'
import type { IssueNote } from '../../types.ts'
import { leadingEditions } from '../edition.ts'
import { isDigits, isSignedDigits, splitFreely } from '../joined-digits.ts'
import { type CellReading, type FormReading, toCellReading, toQuoted, toRagged } from '../reading.ts'
import { lastKnown, type Printed, type PrintedRow, printedIds } from '../rows/printed-row.ts'
import { type Heads, toHeads, trim, valuesUnder } from './measures.ts'

interface State {
  readonly cells: Map<string, CellReading>
  readonly issues: IssueNote[]
  readonly lines: Set<number>
  measures: readonly string[]
  heads: Heads | null
  headUnit: CellReading['headUnit']
  /** The edition that the labels speak for; null where no head is printed. */
  readonly form: Form | null
}

/** Reads 表二 from printed rows: the heads over a block say which measures follow, never the numbers of the articles. */
export function readDisclosure(rows: readonly PrintedRow[], editions: readonly Form[]): FormReading {
  const state: State = {
    cells: new Map(),
    issues: [],
    lines: new Set(),
    measures: [],
    heads: null,
    headUnit: null,
    form: findForm(rows, editions),
  }
  rows.forEach((row, index) => {
    if (row.labels.some(({ names }) => names.measures)) {
      state.measures = row.labels.flatMap(({ names }) => names.measures?.id ?? [])
      state.heads = toHeads(row)
      state.headUnit = unitOf(row)
      state.lines.add(row.line)
    }
    if (row.values.length > 0) readRow(row, rows[index + 1], state)
  })
  const hasCells = state.cells.size > 0 || state.measures.length > 0
  return {
    formId: 'disclosure',
    edition: hasCells ? (state.form?.edition ?? null) : null,
    cells: state.cells,
    issues: state.issues,
    usedEdits: new Set(),
    labels: findLabels(rows),
    lines: state.lines,
  }
}

function findLabels(rows: readonly PrintedRow[]): FormReading['labels'] {
  const found = new Map<string, Printed>()
  for (const label of rows.flatMap(({ labels }) => labels)) {
    const { disclosure, measures } = label.names
    if (disclosure) found.set(disclosure.id, label)
    if (measures) found.set(measures.id, label)
  }
  return found
}

/** Unit that a head prints, e.g. 采购总金额（万元）. */
function unitOf(row: PrintedRow): CellReading['headUnit'] {
  const head = row.labels.map((label) => label.text.replace(/\s/g, '')).find((text) => /金额/.test(text)) ?? ''
  const unit = /[(（:：](?:单位[:：]?)?(亿元|万元|元)|金额(万元|元)/.exec(head)
  const found = unit?.[1] ?? unit?.[2]
  return found === '元' || found === '万元' || found === '亿元' ? found : null
}

/** The edition that the printed heads and rows speak for, the newest of several; none where no head is printed. */
function findForm(rows: readonly PrintedRow[], editions: readonly Form[]): Form | null {
  if (printedIds(rows, ['measures']).size === 0) return null
  return leadingEditions(editions, printedIds(rows, ['measures', 'disclosure']))[0] ?? null
}

function readRow(row: PrintedRow, next: PrintedRow | undefined, state: State): void {
  const id = findRowId(row, next, state)
  if (id === undefined || !state.form) return
  const block = state.form.blocks.find((one) => one.rows.some((r) => r.id === id))
  if (!block) {
    state.issues.push({
      code: 'row_unmapped',
      severity: 'warning',
      key: `disclosure.${id}`,
      line: row.line,
      detail: toQuoted(row),
    })
    return
  }
  if ([...state.cells.keys()].some((key) => key.startsWith(`${id}|`))) {
    state.issues.push({
      code: 'row_repeated',
      severity: 'warning',
      key: `disclosure.${id}`,
      line: row.line,
      detail: toQuoted(row),
    })
    return
  }
  state.lines.add(row.line)
  for (const value of row.values) state.lines.add(value.line)
  const [first, ...rest] = row.values
  const hasLostLabel = row.reader === 'grid' && row.labels.length === 0 && first?.text === ''
  assign(hasLostLabel ? { ...row, values: rest } : row, id, toMeasures(block, state), state)
}

/**
 * A row that lost its label directly before the second row of the form (规范性文件) is the first (规章); in a run its
 * values then follow the last head.
 */
function findRowId(row: PrintedRow, next: PrintedRow | undefined, state: State): string | undefined {
  const table = lastKnown(row)
  if (table !== undefined && table !== 'disclosure' && table !== 'measures') return undefined
  const known = row.labels.findLast(({ names }) => names.disclosure)
  if (known) return known.names.disclosure?.id
  const [block] = state.form?.blocks ?? []
  const [first, second] = block?.rows ?? []
  const last = row.labels.at(-1)
  const isUnderHead = row.reader === 'run' && last !== undefined && last.names.measures !== undefined
  const isLost =
    (isUnderHead || row.labels.every(({ text }) => text === '')) && state.measures.includes(block?.columns[0]?.id ?? '')
  const follows = next?.labels.some(({ names }) => second && names.disclosure?.id === second.id)
  if (!isLost || !follows || !first) return undefined
  const detail = toQuoted(row)
  state.issues.push({
    code: 'label_inferred',
    severity: 'warning',
    key: `disclosure.${first.id}`,
    line: row.line,
    detail,
  })
  return first.id
}

/** Columns of a block in the order of the printed heads, where these are all of them; else as in the form. */
function toMeasures(block: FormBlock, state: State): readonly string[] {
  const own = block.columns.map((column) => column.id)
  const printed = state.measures.filter((id) => own.includes(id))
  return printed.length === own.length && new Set(printed).size === own.length ? printed : own
}

function assign(row: PrintedRow, id: string, measures: readonly string[], state: State): void {
  const values = valuesUnder(state.heads, row, measures) ?? trim(row.values, measures.length)
  const [only] = values
  if (values.length === measures.length) {
    values.forEach((value, i) => {
      state.cells.set(`${id}|${measures[i] ?? ''}`, toCellReading(value, row, state.headUnit))
    })
  } else if (only && values.length === 1 && only.isGlued && (isDigits(only.text) || isSignedDigits(only.text))) {
    assignJoined(row, id, measures, only, state)
  } else {
    const detail = toRagged(values, measures.length)
    state.issues.push({ code: 'row_ragged', severity: 'error', key: `disclosure.${id}`, line: row.line, detail })
  }
}

function assignJoined(row: PrintedRow, id: string, measures: readonly string[], only: Printed, state: State): void {
  const ways = splitFreely(only.text, measures.length)
  const [cut] = ways
  const key = `disclosure.${id}`
  if (ways.length === 1 && cut) {
    cut.forEach((text, i) => {
      state.cells.set(`${id}|${measures[i] ?? ''}`, toCellReading({ ...only, text }, row, state.headUnit))
    })
    state.issues.push({ code: 'digits_joined', severity: 'info', key, line: row.line, detail: toQuoted(row) })
    return
  }
  const detail = {
    zh: `“${only.text}”有 ${ways.length} 种拆分`,
    en: `"${only.text}" can be cut in ${ways.length} ways`,
  }
  state.issues.push({ code: 'digits_ambiguous', severity: 'error', key, line: row.line, detail })
}
