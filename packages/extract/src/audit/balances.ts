import { type BalanceEdit, type Cell, type Finding, type Form, toBalanceEdits } from '@gongkai/schema'

type Values = (key: string) => number | null

/** Checks every sum edit of the forms against the cells; over a cell without a number the answer is "not assessable". */
export function checkBalances(
  read: readonly Form[],
  cells: readonly Cell[],
  usedEdits: ReadonlySet<string>,
): readonly Finding[] {
  const values = new Map(cells.map((cell) => [cell.key, cell.state === 'value' ? cell.value : null]))
  const names = new Map(
    read.flatMap((form) =>
      form.blocks.flatMap((block) => [...block.rows, ...block.columns].map((item) => [item.id, item.label] as const)),
    ),
  )
  return read.flatMap(toBalanceEdits).map((edit) => checkEdit(edit, (key) => values.get(key) ?? null, usedEdits, names))
}

/** Whether every sum edit holds when blanks count as 0, and at least one of them holds a blank. */
export function isBlankZero(read: readonly Form[], cells: readonly Cell[]): boolean {
  if (!cells.some((cell) => cell.state === 'blank')) return false
  const states = new Map(cells.map((cell) => [cell.key, cell]))
  const isBlank = (key: string) => states.get(key)?.state === 'blank'
  const numberAt: Values = (key) => (isBlank(key) ? 0 : (states.get(key)?.value ?? null))
  const edits = read.flatMap(toBalanceEdits)
  const isHeld = ({ left, right }: BalanceEdit) => {
    const sum = sumOf(left, numberAt)
    return sum !== null && sum === sumOf(right, numberAt)
  }
  return edits.some(({ left, right }) => left.some(isBlank) || right.some(isBlank)) && edits.every(isHeld)
}

function sumOf(keys: readonly string[], numberAt: Values): number | null {
  let sum = 0
  for (const key of keys) {
    const value = numberAt(key)
    if (value === null) return null
    sum += value
  }
  return sum
}

type Names = ReadonlyMap<string, { readonly zh: string; readonly en: string }>

function checkEdit(edit: BalanceEdit, numberAt: Values, usedEdits: ReadonlySet<string>, names: Names): Finding {
  const left = sumOf(edit.left, numberAt)
  const right = sumOf(edit.right, numberAt)
  const base = {
    checkId: edit.id,
    severity: edit.severity,
    cells: [...edit.left, ...edit.right],
    leftValue: left,
    rightValue: right,
  }
  if (usedEdits.has(edit.id)) {
    return {
      ...base,
      status: 'not_assessable',
      reason: 'used_for_reading',
      difference: null,
      ...texts(edit, names, 'used'),
    }
  }
  if (left === null || right === null) {
    return {
      ...base,
      status: 'not_assessable',
      reason: 'cells_absent',
      difference: null,
      ...texts(edit, names, 'absent'),
    }
  }
  const isHeld = left === right
  const sides = isHeld
    ? { zh: `两边都是 ${left}`, en: `both sides are ${left}` }
    : {
        zh: `${terms(edit.left, numberAt)}，而 ${terms(edit.right, numberAt)}`,
        en: `${terms(edit.left, numberAt)}, but ${terms(edit.right, numberAt)}`,
      }
  const subject = subjectOf(edit, names)
  return {
    ...base,
    status: isHeld ? 'pass' : 'fail',
    reason: null,
    difference: left - right,
    messageZh: `${subject.zh}：${sides.zh}`,
    messageEn: `${subject.en}: ${sides.en}`,
  }
}

/** A side with its numbers: `12 + 1 = 13`, or the one number alone; zeros of a long side are left out. */
function terms(keys: readonly string[], numberAt: Values): string {
  const values = keys.map((key) => numberAt(key) ?? 0)
  const sum = values.reduce((total, value) => total + value, 0)
  const shown = values.length > 7 ? values.filter((value) => value !== 0) : values
  return shown.length > 1 ? `${shown.join(' + ')} = ${sum}` : String(sum)
}

function subjectOf(edit: BalanceEdit, names: Names) {
  const id = edit.id.split('.').slice(2).join('.')
  const name = names.get(id)
  return { zh: `${name?.zh ?? id}（${edit.label.zh}）`, en: `${name?.en ?? id} (${edit.label.en})` }
}

const why = {
  used: { zh: '该关系已用于拆分连写数字，不再核对', en: 'used to cut joined digits, so not assessed' },
  absent: { zh: '有单元格没有数值，无法核对', en: 'a cell holds no number, so not assessable' },
} as const

function texts(edit: BalanceEdit, names: Names, reason: keyof typeof why) {
  const subject = subjectOf(edit, names)
  return { messageZh: `${subject.zh}：${why[reason].zh}`, messageEn: `${subject.en}: ${why[reason].en}` }
}
