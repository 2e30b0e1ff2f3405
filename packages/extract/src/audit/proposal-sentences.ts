import type { Cell, Form, FormCell, Label } from '@gongkai/schema'
import { fill, join } from '../text/fill-text.ts'
import { cellsOf, type FormCells, nameOfCell, nameOfRow } from './cell-names.ts'
import type { ChangeSet, RankedSet } from './rank.ts'

/** What a message says besides its own cell. */
interface Around {
  readonly form: Form
  readonly changed: readonly Cell[]
  readonly listed: number
  readonly editCount: number
}

const texts = {
  change: { zh: '{cell}由 {printed} 改为 {proposed}', en: '{proposed} instead of {printed} in "{cell}"' },
  restores: {
    zh: '{changes}，则不符的 {count} 项勾稽关系全部成立',
    en: 'With {changes}, every failing sum edit holds ({count})',
  },
  several: {
    zh: '；共有 {sets} 种改法，勾稽关系不能判定是哪一种',
    en: '; there are {sets} such changes, and the sum edits cannot tell which',
  },
  total: {
    zh: '；总计由各分项相加得出，宜先核对总计；只改某一分项也能使其成立（{others} 种改法）',
    en: '; a total is added up from its parts, so check it first; a change of one part would do as well (possible changes: {others})',
  },
  part: {
    zh: '；总计无误的，则是某一分项有误（{sets} 种改法，勾稽关系不能判定是哪一种）',
    en: '; if the total is right, one of its parts is wrong (possible changes: {sets}; the sum edits cannot tell which)',
  },
  cut: { zh: '，只列出 {listed} 种', en: '; {listed} are listed' },
  left: {
    zh: '{row}一行的数值像是左移了 {shift} 列：{cell}印作 {printed}，应为 {proposed}',
    en: 'The values of {row} seem to stand {shift} {shift:column|columns} too far to the left: {cell} reads {printed} and would be {proposed}',
  },
  right: {
    zh: '{row}一行的数值像是右移了 {shift} 列：{cell}印作 {printed}，应为 {proposed}',
    en: 'The values of {row} seem to stand {shift} {shift:column|columns} too far to the right: {cell} reads {printed} and would be {proposed}',
  },
  reordered: {
    zh: '{row}一行的数值像是次序有误：{cell}印作 {printed}，应为 {proposed}',
    en: 'The values of {row} seem to stand in another order: {cell} reads {printed} and would be {proposed}',
  },
  emptied: {
    zh: '{row}一行全为 0，而各列恰缺这一行的数：{cell}印作 {printed}，应为 {proposed}',
    en: 'The row {row} is all 0, and each column lacks just its number: {cell} reads {printed} and would be {proposed}',
  },
  swapped: {
    zh: '{rows}两行的数值像是互换了：{cell}印作 {printed}，应为 {proposed}',
    en: 'The values of {rows} seem to have changed places: {cell} reads {printed} and would be {proposed}',
  },
} as const satisfies Readonly<Record<string, Label>>

const nothing: Label = { zh: '空白', en: 'nothing' }
const proceedingsRow: Label = { zh: '表四', en: 'table four' }

/** What a proposal says of one of its cells, with the cells that have to change with it. */
export function toProposalText(cell: Cell, ranked: RankedSet, around: Around): Label {
  const { set, rivals } = ranked
  const names = cellsOf(around.form)
  const named = names.get(cell.key)
  if (!named) throw new RangeError(`Cannot name a proposal: "${cell.key}" is not in the form`)
  const own = valuesOf(cell, set, named)
  const row = cell.formId === 'proceedings' ? proceedingsRow : nameOfRow(named.row)
  if (set.kind === 'shifted_row') {
    return fill(set.shift > 0 ? texts.left : texts.right, { ...own, row, shift: Math.abs(set.shift) })
  }
  if (set.kind === 'reordered_row') return fill(texts.reordered, { ...own, row })
  if (set.kind === 'emptied_row') return fill(texts.emptied, { ...own, row })
  if (set.kind === 'swapped_rows') return fill(texts.swapped, { ...own, rows: rowsOf(around.changed, names) })
  const others = around.changed.filter((other) => other.key !== cell.key)
  const changes = [cell, ...others].flatMap((one) => {
    const other = names.get(one.key)
    return other ? [fill(texts.change, valuesOf(one, set, other))] : []
  })
  const said = [fill(texts.restores, { changes: join(changes, '、', ' and '), count: around.editCount })]
  if (rivals > 1) said.push(toRivalText(ranked))
  if (rivals > around.listed) said.push(fill(texts.cut, { listed: around.listed }))
  return join(said, '', '')
}

/** What else would do, and which is likelier. */
function toRivalText({ rank, sets, rivals }: RankedSet): Label {
  if (sets === rivals) return fill(texts.several, { sets })
  return rank === 1 ? fill(texts.total, { others: rivals - sets }) : fill(texts.part, { sets })
}

/** The rows in which something changes, by name. */
function rowsOf(changed: readonly Cell[], names: FormCells): Label {
  const rows = changed.flatMap((cell) => names.get(cell.key)?.row ?? [])
  const named = [...new Map(rows.map((row) => [row.id, nameOfRow(row)])).values()]
  return join(named, '与', ' and ')
}

const valuesOf = (cell: Cell, { changes }: ChangeSet, form: FormCell) => ({
  cell: nameOfCell(form),
  printed: cell.value ?? nothing,
  proposed: changes.get(cell.key) ?? 0,
})
