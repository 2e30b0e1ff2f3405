import type { FormCell } from '@gongkai/schema'
import { forms, toFormCells } from '@gongkai/schema'
import { formsOf, type Truth } from './truth.ts'

/** What a rendering does to the values of one printed row: whether it can still be read back. */
type IsLost = (raws: readonly string[], row: FormCell) => boolean

/** Marks the rows whose values the rendering loses. 表四 is one row. */
function losing(truth: Truth, isLost: IsLost): Truth {
  const uncertain = new Set<string>()
  for (const form of formsOf(truth)) {
    const cells = toFormCells(form).filter((cell) => truth.prints.has(cell.key))
    const rows = Map.groupBy(cells, (cell) => (form.id === 'proceedings' ? form.id : cell.row.id))
    for (const row of rows.values()) {
      const [first] = row
      const raws = row.map((cell) => truth.prints.get(cell.key)?.raw ?? '')
      if (first && isLost(raws, first)) for (const cell of row) uncertain.add(cell.key)
    }
  }
  return { ...truth, uncertain }
}

/** An empty cell leaves no trace: its row holds fewer values than the form has columns. */
export const losingBlanks = (truth: Truth): Truth => losing(truth, (raws) => raws.includes(''))

/** Places on the line tell the columns of 表三, from two full rows on; elsewhere an empty cell leaves no trace. */
export function losingOutsideColumns(truth: Truth): Truth {
  const full = losing(truth, (raws, row) => row.formId !== 'requests' || raws.includes(''))
  const isPlaced = toFormCells(formsOf(truth)[1] ?? forms.requests['2021'])
    .map((cell) => cell.row.id)
    .filter((id, i, all) => all.indexOf(id) === i)
    .filter((id) => !full.uncertain.has(`requests.${id}.total`)).length
  return losing(truth, (raws, { formId }) =>
    formId === 'requests' && isPlaced >= 2 ? raws.every((raw) => raw === '') : raws.includes(''),
  )
}

/** Every value is gone. */
export const losingAll = (truth: Truth): Truth => losing(truth, () => true)

/** Digits run together: lost where they can be cut in more than one way, or in another way than they were printed. */
export const losingCuts = (truth: Truth): Truth =>
  losing(truth, (raws, { formId }) => {
    const group = formId === 'proceedings' ? 5 : formId === 'requests' ? 7 : 0
    const ways = countCuts(raws.join(''), raws.length, group)
    return ways !== 1
  })

/** Ways to cut digits into numbers, the last of each group being the sum of the others; counts no further than two. */
function countCuts(digits: string, parts: number, group: number, sum = 0): number {
  if (parts === 0) return digits === '' ? 1 : 0
  const isSum = group > 0 && parts % group === 1
  let ways = 0
  for (let length = 1; length <= Math.min(digits.length - parts + 1, 8) && ways < 2; length++) {
    const part = digits.slice(0, length)
    if (length > 1 && part.startsWith('0')) break
    if (isSum && Number(part) !== sum) continue
    ways += countCuts(digits.slice(length), parts - 1, group, isSum ? 0 : sum + Number(part))
  }
  return ways
}
