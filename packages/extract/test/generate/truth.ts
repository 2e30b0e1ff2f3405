import { type Edition, type Form, type FormColumn, forms, toBalanceEdits, toForm, toFormCells } from '@gongkai/schema'
import type { Random } from './random.ts'

/** What a document prints in one cell, and what a reader should make of it. */
export interface Print {
  readonly raw: string
  readonly state: 'value' | 'blank' | 'not_applicable' | 'text'
  readonly value: number | null
}

/** Everything a generated report says. Cells that are not in `prints` are not printed. */
export interface Truth {
  readonly year: number
  readonly agency: string
  readonly profile: Profile
  readonly disclosure: Edition
  readonly requests: Edition
  readonly prints: ReadonlyMap<string, Print>
  /** Cells whose value the rendering does not hold any more: they may be left missing, never read wrong. */
  readonly uncertain: ReadonlySet<string>
}

type Profile = 'zero' | 'small' | 'rich' | 'huge'

/** Forms of a truth, in the order of the report. */
export const formsOf = (truth: Truth): readonly Form[] => [
  toForm('disclosure', truth.disclosure),
  toForm('requests', truth.requests),
  toForm('proceedings', truth.requests),
]

export const toPrint = (value: number, raw = String(value)): Print => ({ raw, state: 'value', value })

const agencies = ['临溪县水务局', '青禾市文化和旅游局', '白石镇人民政府', '东岭区教育局', '望江街道办事处'] as const

/** Invents a report whose tables balance, apart from one total in some reports. */
export function toTruth(random: Random): Truth {
  const kind = random.pick(['2021', '2021', '2019', 'hybrid'])
  const requests: Edition = kind === '2021' ? '2021' : '2019'
  const base = {
    year: kind === '2019' ? 2019 + random.int(2) : 2021 + random.int(4),
    agency: random.pick(agencies),
    profile: random.pick<Profile>(['zero', 'small', 'small', 'rich', 'huge']),
    disclosure: kind === '2019' ? ('2019' as const) : ('2021' as const),
    requests,
  }
  const values = new Map([
    ...disclosureValues(base.disclosure, base.profile, random),
    ...requestValues(requests, base.profile, random),
    ...proceedingValues(base.profile, random),
  ])
  if (random.chance(0.15)) spoilTotal(values, requests, random)
  const prints = new Map([...values].map(([key, value]) => [key, toPrint(value)]))
  if (random.chance(0.35)) blankZeros(prints, base.profile, random)
  return { ...base, prints, uncertain: new Set() }
}

const most = { zero: 1, small: 4, rich: 60, huge: 20_000 } as const

function draw(profile: Profile, random: Random): number {
  const isZero = random.chance(profile === 'small' ? 0.85 : 0.4)
  return isZero ? 0 : random.int(most[profile])
}

function disclosureValues(edition: Edition, profile: Profile, random: Random): Map<string, number> {
  const value = (column: FormColumn): number => {
    const count = draw(profile, random)
    if (column.measure === 'amount' && column.unit === '万元') return (count * 100 + random.int(100)) / 100
    return column.measure === 'signed' && random.chance(0.5) && count > 0 ? -count : count
  }
  return new Map(toFormCells(toForm('disclosure', edition)).map((cell) => [cell.key, value(cell.column)]))
}

function requestValues(edition: Edition, profile: Profile, random: Random): Map<string, number> {
  const values = new Map<string, number>()
  const block = toForm('requests', edition).blocks[0]
  const rows = block?.rows.map((row) => row.id) ?? []
  const columns = block?.columns.map((column) => column.id).filter((id) => id !== 'total') ?? []
  const put = (row: string, column: string, value: number): void => {
    values.set(`requests.${row}.${column}`, value)
    values.set(`requests.${row}.total`, (values.get(`requests.${row}.total`) ?? 0) + value)
  }
  for (const column of columns) {
    let results = 0
    for (const row of rows.slice(2, -2)) {
      const value = draw(profile, random)
      results += value
      put(row, column, value)
    }
    const forward = draw(profile, random)
    const carried = Math.min(draw(profile, random), results + forward)
    put('new_received', column, results + forward - carried)
    put('carried_in', column, carried)
    put('results_total', column, results)
    put('carried_forward', column, forward)
  }
  return values
}

function proceedingValues(profile: Profile, random: Random): Map<string, number> {
  const values = new Map<string, number>()
  for (const edit of toBalanceEdits(forms.proceedings['2021'])) {
    for (const key of edit.left) values.set(key, draw(profile === 'huge' ? 'rich' : profile, random))
    values.set(
      edit.right[0] ?? '',
      edit.left.reduce((sum, key) => sum + (values.get(key) ?? 0), 0),
    )
  }
  return values
}

function spoilTotal(values: Map<string, number>, edition: Edition, random: Random): void {
  const edits = [...toBalanceEdits(toForm('requests', edition)), ...toBalanceEdits(forms.proceedings['2021'])]
  const key = edits[random.int(edits.length)]?.right[0] ?? ''
  values.set(key, (values.get(key) ?? 0) + 1 + random.int(9))
}

/** Some agencies leave cells empty, or print a slash, where they mean none. */
function blankZeros(prints: Map<string, Print>, profile: Profile, random: Random): void {
  const share = random.pick([0.05, 0.3, profile === 'zero' ? 0.3 : 1]) // a form of nothing but blanks is no report
  const isSlash = random.chance(0.3)
  const blank: Print = isSlash
    ? { raw: '/', state: 'not_applicable', value: null }
    : { raw: '', state: 'blank', value: null }
  for (const [key, print] of prints) {
    if (print.value === 0 && random.chance(share)) prints.set(key, blank)
  }
}

/** The same report with every cell filled: for layouts in which an empty cell leaves no trace. */
export function withoutBlanks(truth: Truth): Truth {
  const filled = [...truth.prints].map(([key, print]) => [key, print.value === null ? toPrint(0) : print] as const)
  return { ...truth, prints: new Map(filled) }
}

/** The same report with some cells left empty. */
export function blanking(truth: Truth, isBlank: (key: string) => boolean): Truth {
  const blank: Print = { raw: '', state: 'blank', value: null }
  return { ...truth, prints: new Map([...truth.prints].map(([key, one]) => [key, isBlank(key) ? blank : one])) }
}

/** The same report with its cells printed another way. */
export function reprinting(truth: Truth, print: (print: Print, key: string) => Print): Truth {
  return { ...truth, prints: new Map([...truth.prints].map(([key, one]) => [key, print(one, key)])) }
}

/** The same report with only the cells that are kept. */
export function keeping(truth: Truth, isKept: (key: string) => boolean): Truth {
  return { ...truth, prints: new Map([...truth.prints].filter(([key]) => isKept(key))) }
}

/** The same report with its numbers printed another way. */
export function printing(truth: Truth, print: (value: number, key: string) => string): Truth {
  const made = [...truth.prints].map(
    ([key, one]) => [key, one.value === null ? one : toPrint(one.value, print(one.value, key))] as const,
  )
  return { ...truth, prints: new Map(made) }
}
