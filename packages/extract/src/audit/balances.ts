import {
  type BalanceEdit,
  type Finding,
  type FindingReason,
  type Form,
  findingReasons,
  type Label,
  perForm,
  sumTexts,
  toBalanceEdits,
} from '@gongkai/schema'
import { fill, fillText, join, type Text, toText } from '../text/fill-text.ts'
import { cellsOf, sideOf, subjectOf, toRowNames } from './cell-names.ts'
import { type Doubts, noDoubts } from './doubts.ts'
import { type FilledForm, type Numbers, placesOf } from './filled-form.ts'
import { isBlank, type NumberAt, toNumberAt, toNumbersBlankAsZero } from './values.ts'

/** A sum edit of a form with what is known of it whatever the numbers are. */
interface SumCheck {
  readonly edit: BalanceEdit
  readonly cells: readonly string[]
  /** Places of the cells of each side in the form. */
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly subject: Label
  /** Lacks the sum alone. */
  readonly pass: Text
  readonly notAssessable: Readonly<Record<OpenReason, Label>>
}

/** Why a sum is not assessed. */
type OpenReason = 'used_for_reading' | 'cells_absent' | 'value_uncertain'

const toSumChecks = perForm((form): readonly SumCheck[] => {
  const places = placesOf(form)
  const toPlaces = (keys: readonly string[]) => keys.flatMap((key) => places.get(key) ?? [])
  return toBalanceEdits(form).map((edit) => {
    const subject = subjectOf(edit, cellsOf(form))
    const rule = edit.label
    const because = (reason: FindingReason): Label =>
      fill(sumTexts.not_assessable, { subject, rule, why: findingReasons[reason] })
    return {
      edit,
      cells: [...edit.left, ...edit.right],
      left: toPlaces(edit.left),
      right: toPlaces(edit.right),
      subject,
      pass: toText(fill(sumTexts.pass, { subject, rule, sum: '{sum}' })),
      notAssessable: {
        used_for_reading: because('used_for_reading'),
        cells_absent: because('cells_absent'),
        value_uncertain: because('value_uncertain'),
      },
    }
  })
})

/** Checks every sum edit of a form; over a cell without a number, or with one that is not certain, the answer is "not assessable". */
export const checkBalances = (
  filled: FilledForm,
  usedEdits: ReadonlySet<string>,
  doubts: Doubts = noDoubts,
): readonly Finding[] =>
  toSumChecks(filled.form).map((check) =>
    checkSum(check, filled, usedEdits.has(check.edit.id) ? 'used_for_reading' : undefined, doubts),
  )

/** Whether every sum edit holds when blanks count as 0, and at least one of them holds a blank. */
export function isBlankZero(filled: readonly FilledForm[]): boolean {
  if (!filled.some(({ cells }) => cells.some(isBlank))) return false
  let isOverBlank = false
  for (const { form, cells } of filled) {
    const numbers = toNumbersBlankAsZero(cells)
    for (const { left, right } of toSumChecks(form)) {
      const sum = sumAt(left, numbers)
      if (sum === null || sum !== sumAt(right, numbers)) return false
      isOverBlank ||= [...left, ...right].some((place) => isBlank(cells[place]))
    }
  }
  return isOverBlank
}

/** Sum of the numbers at some places, null when one of them has none. */
function sumAt(places: readonly number[], numbers: Numbers): number | null {
  let sum = 0
  for (const place of places) {
    const value = numbers[place] ?? null
    if (value === null) return null
    sum += value
  }
  return sum
}

function checkSum(check: SumCheck, filled: FilledForm, used: OpenReason | undefined, doubts: Doubts): Finding {
  const { edit, cells } = check
  const { form, numbers } = filled
  const leftValue = sumAt(check.left, numbers)
  const rightValue = sumAt(check.right, numbers)
  const base = { checkId: edit.id, severity: edit.severity, cells: [...cells], leftValue, rightValue }
  const absent = leftValue === null || rightValue === null ? 'cells_absent' : undefined
  const reason = used ?? absent ?? (cells.some(doubts.isUncertain) ? 'value_uncertain' : undefined)
  if (reason !== undefined || leftValue === null || rightValue === null) {
    const { zh, en } = check.notAssessable[reason ?? 'cells_absent']
    return { ...base, status: 'not_assessable', reason: reason ?? null, difference: null, messageZh: zh, messageEn: en }
  }
  const difference = leftValue - rightValue
  const status = difference === 0 ? 'pass' : 'fail'
  const { zh, en } =
    status === 'pass'
      ? fillText(check.pass, { sum: leftValue })
      : toFailText(check, form, toNumberAt(form, numbers), doubts)
  return { ...base, status, reason: null, difference, messageZh: zh, messageEn: en }
}

/** Both sides of a failing sum, and the rows of it whose reading is in doubt. */
function toFailText({ edit, subject, cells }: SumCheck, form: Form, numberAt: NumberAt, { isDoubted }: Doubts): Label {
  const side = (keys: readonly string[]) => sideOf(keys, edit, cellsOf(form), numberAt)
  const said = fill(sumTexts.fail, { subject, left: side(edit.left), right: side(edit.right) })
  const doubted = cells.filter(isDoubted)
  if (doubted.length === 0) return said
  return join([said, fill(sumTexts.doubted, { rows: toRowNames(doubted, cellsOf(form)) })], '', '')
}
