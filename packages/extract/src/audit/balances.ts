import {
  type BalanceEdit,
  type Cell,
  type Finding,
  type FindingReason,
  type Form,
  findingReasons,
  sumTexts,
  toBalanceEdits,
} from '@gongkai/schema'
import { type NumberAt, sumOf, toNumbers, toNumbersBlankAsZero } from './values.ts'
import { type FormCells, fill, sideOf, subjectOf, toCellFinder } from './words.ts'

/** Checks every sum edit of the forms against the cells; over a cell without a number the answer is "not assessable". */
export function checkBalances(
  read: readonly Form[],
  cells: readonly Cell[],
  usedEdits: ReadonlySet<string>,
): readonly Finding[] {
  const numberAt = toNumbers(cells)
  const formCells = toCellFinder(read)
  return read.flatMap(toBalanceEdits).map((edit) => checkEdit(edit, numberAt, usedEdits.has(edit.id), formCells))
}

/** Whether every sum edit holds when blanks count as 0, and at least one of them holds a blank. */
export function isBlankZero(read: readonly Form[], cells: readonly Cell[]): boolean {
  const blanks = new Set(cells.filter((cell) => cell.state === 'blank').map((cell) => cell.key))
  if (blanks.size === 0) return false
  const numberAt = toNumbersBlankAsZero(cells)
  const edits = read.flatMap(toBalanceEdits)
  const isHeld = ({ left, right }: BalanceEdit) => {
    const sum = sumOf(left, numberAt)
    return sum !== null && sum === sumOf(right, numberAt)
  }
  return edits.some(({ left, right }) => [...left, ...right].some((key) => blanks.has(key))) && edits.every(isHeld)
}

function checkEdit(edit: BalanceEdit, numberAt: NumberAt, isUsed: boolean, cells: FormCells): Finding {
  const left = sumOf(edit.left, numberAt)
  const right = sumOf(edit.right, numberAt)
  const base = {
    checkId: edit.id,
    severity: edit.severity,
    cells: [...edit.left, ...edit.right],
    leftValue: left,
    rightValue: right,
  }
  if (isUsed) return { ...base, ...toNotAssessable(edit, cells, 'used_for_reading') }
  if (left === null || right === null) return { ...base, ...toNotAssessable(edit, cells, 'cells_absent') }
  const status = left === right ? 'pass' : 'fail'
  const subject = subjectOf(edit, cells)
  const words =
    status === 'pass'
      ? fill(sumTexts.pass, { subject, rule: edit.label, sum: left })
      : fill(sumTexts.fail, {
          subject,
          left: sideOf(edit.left, edit, cells, numberAt),
          right: sideOf(edit.right, edit, cells, numberAt),
        })
  return { ...base, status, reason: null, difference: left - right, messageZh: words.zh, messageEn: words.en }
}

function toNotAssessable(edit: BalanceEdit, cells: FormCells, reason: FindingReason) {
  const words = fill(sumTexts.not_assessable, {
    subject: subjectOf(edit, cells),
    rule: edit.label,
    why: findingReasons[reason],
  })
  return { status: 'not_assessable', reason, difference: null, messageZh: words.zh, messageEn: words.en } as const
}
