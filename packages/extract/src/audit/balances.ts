import {
  type BalanceEdit,
  type Cell,
  type Finding,
  type FindingReason,
  type Form,
  findingReasons,
  type Label,
  sumTexts,
  toBalanceEdits,
} from '@gongkai/schema'
import { once } from './once.ts'
import { type NumberAt, sumOf, toNumbers, toNumbersBlankAsZero } from './values.ts'
import { cellsOf, fill, sideOf, subjectOf } from './words.ts'

/** A sum edit of a form with what is said of it whatever the numbers are. */
interface SumCheck {
  readonly form: Form
  readonly edit: BalanceEdit
  readonly cells: readonly string[]
  readonly subject: Label
  /** Holds the name of the sum alone. */
  readonly pass: Label
  readonly notAssessable: Readonly<Record<'used_for_reading' | 'cells_absent', Label>>
}

const toSumChecks = once((form: Form): readonly SumCheck[] =>
  toBalanceEdits(form).map((edit) => {
    const subject = subjectOf(edit, cellsOf(form))
    const rule = edit.label
    const because = (reason: FindingReason): Label =>
      fill(sumTexts.not_assessable, { subject, rule, why: findingReasons[reason] })
    return {
      form,
      edit,
      cells: [...edit.left, ...edit.right],
      subject,
      pass: fill(sumTexts.pass, { subject, rule, sum: '{sum}' }),
      notAssessable: { used_for_reading: because('used_for_reading'), cells_absent: because('cells_absent') },
    }
  }),
)

/** Checks every sum edit of the forms against the cells; over a cell without a number the answer is "not assessable". */
export function checkBalances(
  read: readonly Form[],
  cells: readonly Cell[],
  usedEdits: ReadonlySet<string>,
): readonly Finding[] {
  const numberAt = toNumbers(cells)
  return read.flatMap(toSumChecks).map((check) => checkSum(check, numberAt, usedEdits.has(check.edit.id)))
}

/** Whether every sum edit holds when blanks count as 0, and at least one of them holds a blank. */
export function isBlankZero(read: readonly Form[], cells: readonly Cell[]): boolean {
  const blanks = new Set<string>()
  for (const { state, key } of cells) if (state === 'blank') blanks.add(key)
  if (blanks.size === 0) return false
  const numberAt = toNumbersBlankAsZero(cells)
  const sums = read.flatMap(toSumChecks)
  const isHeld = ({ edit: { left, right } }: SumCheck) => {
    const sum = sumOf(left, numberAt)
    return sum !== null && sum === sumOf(right, numberAt)
  }
  return sums.every(isHeld) && sums.some((sum) => sum.cells.some((key) => blanks.has(key)))
}

function checkSum(check: SumCheck, numberAt: NumberAt, isUsed: boolean): Finding {
  const { edit } = check
  const left = sumOf(edit.left, numberAt)
  const right = sumOf(edit.right, numberAt)
  const base = {
    checkId: edit.id,
    severity: edit.severity,
    cells: [...check.cells],
    leftValue: left,
    rightValue: right,
  }
  if (isUsed || left === null || right === null) {
    const reason = isUsed ? 'used_for_reading' : 'cells_absent'
    const { zh, en } = check.notAssessable[reason]
    return { ...base, status: 'not_assessable', reason, difference: null, messageZh: zh, messageEn: en }
  }
  const isHeld = left === right
  const { zh, en } = isHeld ? fill(check.pass, { sum: left }) : toFailText(check, numberAt)
  const status = isHeld ? 'pass' : 'fail'
  return { ...base, status, reason: null, difference: left - right, messageZh: zh, messageEn: en }
}

function toFailText({ form, edit, subject }: SumCheck, numberAt: NumberAt): Label {
  const side = (keys: readonly string[]) => sideOf(keys, edit, cellsOf(form), numberAt)
  return fill(sumTexts.fail, { subject, left: side(edit.left), right: side(edit.right) })
}
