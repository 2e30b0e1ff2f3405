import {
  type Columns,
  findColumns,
  findWordColumns,
  findWordNames,
  isNameUnder,
  type WordColumns,
} from './personal/columns.ts'
import { findCutNumbers } from './personal/cut-numbers.ts'
import { isPlainNameHeading } from './personal/names.ts'
import { isPerson } from './personal/persons.ts'
import type { Range } from './personal/ranges.ts'
import type { Piece } from './piece.ts'
import { hideNames, hideNumbers, hideRanges, hideWhole, type Told, toTold } from './privacy.ts'

/** The texts of a block: the one of a paragraph as one row of one cell, or the cells of a table. */
export type ToldRows = readonly (readonly Told[])[]

/** A text with all that is known of it beside what it says itself. */
interface Slot {
  told: Told
  /** The label in front of it, in its row, in the line before, or over its column. */
  readonly label: string
  /** Whether it stands under a heading that names a group of office holders. */
  readonly isInGroup: boolean
  /** Whether it stands in a column of names. */
  readonly isName: boolean
  /** Whether it is a line of its own, and the cells that stand beside it otherwise. */
  readonly isLine: boolean
  holdsNumber: boolean
}

/** How far a heading is thought of: the lines and rows behind it. */
const reach = 3

/**
 * Hides personal data in the texts of a document: what each holds, what the label in front, beside or above announces,
 * numbers cut over lines and cells, and names beside hidden numbers.
 *
 * @returns one piece per text, in the same rows
 */
export function redactBlocks(blocks: readonly ToldRows[]): readonly (readonly (readonly Piece[])[])[] {
  const placed = placeSlots(blocks)
  const rows = placed.flat()
  for (const [slot, ranges] of findCutNumbers(rows)) hideIn(slot, ranges)
  for (const slot of rows.flat()) {
    const told = hideNumbers(slot.told, slot.label)
    if (told !== slot.told) slot.holdsNumber = true
    slot.told = told
  }
  for (const [slot, ranges] of findInWords(rows))
    slot.told = toTold(hideRanges(slot.told.piece, slot.told.folded, ranges))
  const lines = rows.map((row) => (row.length === 1 ? row[0] : undefined))
  const besides = new Set(rows.flatMap((row, at) => findBeside(row, lines, at)))
  return placed.map((block) => block.map((row) => row.map((slot) => toPieceOf(slot, besides.has(slot)))))
}

function hideIn(slot: Slot, ranges: readonly Range[]): void {
  slot.told = toTold(hideRanges(slot.told.piece, slot.told.folded, ranges))
  slot.holdsNumber = true
}

/** Names in lines whose words stand in columns, below a line of headings. */
function findInWords(rows: readonly (readonly Slot[])[]): readonly (readonly [Slot, readonly Range[]])[] {
  let columns: WordColumns | undefined
  return rows.flatMap((row) => {
    const [slot] = row
    if (!slot || row.length > 1 || slot.isInGroup) return []
    const ranges = columns && findWordNames(slot.told, columns)
    columns = findWordColumns(slot.told) ?? (ranges && columns)
    return ranges && ranges.length > 0 ? [[slot, ranges] as const] : []
  })
}

function toPieceOf({ told, label, isInGroup, isName }: Slot, isBeside: boolean): Piece {
  if (isName || isBeside) return hideWhole(told.piece)
  return hideNames(told, label, isInGroup ? 'inGroup' : 'usual')
}

/** Texts that are nothing but a name, beside one that held a number: in its row, or in the line before or behind. */
function findBeside(row: readonly Slot[], lines: readonly (Slot | undefined)[], at: number): readonly Slot[] {
  const isNear = row.some(({ holdsNumber }) => holdsNumber)
    ? row.length > 1
    : row.length === 1 && [lines[at - 1], lines[at + 1]].some((line) => line?.holdsNumber && isShort(line))
  return isNear ? row.filter(({ told, isInGroup }) => !isInGroup && isPerson(told.flat)) : []
}

const isShort = ({ told }: Slot): boolean => told.flat.trim().length <= 16

function placeSlots(blocks: readonly ToldRows[]): readonly (readonly (readonly Slot[])[])[] {
  let lineBefore: Told | undefined
  let behindGroup = reach + 1
  return blocks.map((rows) => {
    let columns: Columns | undefined
    // A table belongs to the heading before it, however long it is.
    let isInGroup = behindGroup <= reach
    return rows.map((row) => {
      const isLine = row.length === 1
      const isHeading = row.some(({ namesGroup }) => namesGroup)
      behindGroup = isHeading ? 0 : behindGroup + (isLine ? 1 : 0)
      isInGroup ||= isHeading
      const head = isLine ? undefined : findColumns(row)
      columns = head ?? columns
      const slots = placeRow(row, {
        lineBefore: isLine ? lineBefore : undefined,
        columns: head ? undefined : columns,
        isHead: head !== undefined,
        isInGroup,
      })
      const filled = row.filter(({ isEmpty }) => !isEmpty)
      if (filled.length > 0) lineBefore = filled.length === 1 ? filled[0] : undefined
      return slots
    })
  })
}

interface RowContext {
  readonly lineBefore: Told | undefined
  readonly columns: Columns | undefined
  readonly isHead: boolean
  readonly isInGroup: boolean
}

function placeRow(row: readonly Told[], { lineBefore, columns, isHead, isInGroup }: RowContext): readonly Slot[] {
  const money = row.find((told) => told.announcesMoney)
  let before = lineBefore
  return row.map((told, at) => {
    const beside = money && told !== money ? money : before
    // Beside further values no numbers of 表三 are glued together, and eleven digits are no count.
    const isCount = row.length > 2 && beside !== money && beside?.label.endsWith(' ')
    const label = isHead || isCount ? '' : (beside?.label ?? '') || (columns?.numbers.get(at) ?? '')
    if (!told.isEmpty) before = told
    const heading = columns?.names.get(at)
    return {
      told,
      label,
      isInGroup,
      isName: heading !== undefined && !(isInGroup && isPlainNameHeading(heading)) && isNameUnder(heading, told.flat),
      isLine: row.length === 1,
      holdsNumber: false,
    }
  })
}
