import { type Cell, checks, type Finding, type Form, type Label, type Level, levels } from '@gongkai/schema'
import { type Outcome, toFinding } from './finding.ts'
import { toNumbers } from './values.ts'
import { cellsOf, type FormCells, join, nameOfCell, nameOfRow } from './words.ts'

const countChecks = { disclosure: 'T2.COUNT', requests: 'T3.COUNT', proceedings: 'T4.COUNT' } as const

/** Checks on single numbers: their kind, who may make government rules, and what was disclosed against the total. */
export function checkCells(forms: readonly Form[], cells: readonly Cell[], level: Level | null): readonly Finding[] {
  return forms.flatMap((form) => {
    const formCells = cellsOf(form)
    const own = cells.filter((cell) => cell.state === 'value' && cell.formId === form.id)
    const id = countChecks[form.id]
    const counted = toFinding(id, checks[id], countNumbers(own, formCells))
    if (form.id !== 'disclosure') return [counted]
    const scope = toFinding('T2.SCOPE', checks['T2.SCOPE'], judgeScope(own, formCells, level))
    return [counted, scope, ...(form.edition === '2019' ? checkPublished(form, cells) : [])]
  })
}

function countNumbers(numbers: readonly Cell[], formCells: FormCells): Outcome {
  if (numbers.length === 0) return { reason: 'cells_absent' }
  const wrong = numbers.filter((cell) => !isOfItsKind(cell, formCells))
  return {
    isHeld: wrong.length === 0,
    texts: { count: numbers.length, cells: listCells(wrong, formCells) },
    cells: wrong.map((cell) => cell.key),
  }
}

function isOfItsKind({ key, value }: Cell, formCells: FormCells): boolean {
  const measure = formCells.get(key)?.column.measure
  if (value === null) return true
  if (measure === 'signed') return Number.isInteger(value)
  return value >= 0 && (measure === 'amount' || Number.isInteger(value))
}

const mostNamed = 5

/** Cells with their numbers, the first five by name. */
function listCells(cells: readonly Cell[], formCells: FormCells): Label {
  const named = cells.slice(0, mostNamed).flatMap((cell) => {
    const found = formCells.get(cell.key)
    if (!found) return []
    const name = nameOfCell(found)
    return [{ zh: `${name.zh} ${cell.value}`, en: `${name.en} ${cell.value}` }]
  })
  const words = join(named, '，', '; ')
  const more = cells.length - named.length
  return more === 0 ? words : { zh: `${words.zh}，另有 ${more} 处`, en: `${words.en}; ${more} more` }
}

/** Levels at which a body, or its government, may make government rules (《立法法》第九十一条、第九十三条). */
const ruleMakers: ReadonlySet<Level> = new Set<Level>(['national', 'province', 'prefecture'])

function judgeScope(numbers: readonly Cell[], formCells: FormCells, level: Level | null): Outcome {
  const rules = numbers.filter((cell) => cell.rowId === 'rules')
  if (rules.length === 0) return { reason: 'cells_absent' }
  const some = rules.filter((cell) => cell.value !== null && cell.value > 0)
  if (some.length > 0 && level === null) return { reason: 'level_unknown' }
  return {
    isHeld: some.length === 0 || (level !== null && ruleMakers.has(level)),
    texts: { level: level === null ? '' : levels[level], cells: listCells(some, formCells) },
    cells: some.map((cell) => cell.key),
  }
}

function checkPublished(form: Form, allCells: readonly Cell[]): readonly Finding[] {
  const [block] = form.blocks
  const numberAt = toNumbers(allCells)
  return (block?.rows ?? []).map((row) => {
    const cells = [`disclosure.${row.id}.disclosed`, `disclosure.${row.id}.public_total`] as const
    const [left, right] = [numberAt(cells[0]), numberAt(cells[1])]
    const outcome: Outcome =
      left === null || right === null
        ? { reason: 'cells_absent', cells }
        : { isHeld: left <= right, texts: { row: nameOfRow(row), left, right }, left, right, cells }
    return toFinding(`T2.2019.PUBLISHED.${row.id}`, checks['T2.2019.PUBLISHED'], outcome)
  })
}
