import type { Bytes } from './bytes.ts'
import { eachProperty } from './properties.ts'

/** What decides whether a character is shown. */
export interface CharacterLook {
  readonly isHidden: boolean
  readonly isDeleted: boolean
  readonly isStruck: boolean
  /** A sign that stands for something: a picture, a note, a field. */
  readonly isSpecial: boolean
}

export const plain: CharacterLook = { isHidden: false, isDeleted: false, isStruck: false, isSpecial: false }

/** Codes of properties that are on or off. */
const switches = new Map<number, keyof CharacterLook>([
  [0x083c, 'isHidden'],
  [0x0818, 'isHidden'],
  [0x0800, 'isDeleted'],
  [0x0837, 'isStruck'],
  [0x2a53, 'isStruck'],
  [0x0855, 'isSpecial'],
])

/** What a list of properties says of characters, beside what was said of them before. */
export function readCharacterLook(list: Bytes, before: CharacterLook = plain): CharacterLook {
  const look: { -readonly [K in keyof CharacterLook]: boolean } = { ...before }
  eachProperty(list, (code, operand) => {
    const name = switches.get(code)
    // 0x81 is the opposite of the style, which in nearly all documents has none of these on.
    if (name && operand.length > 0) look[name] = operand.byte(0) === 1 || operand.byte(0) === 0x81
  })
  return look
}

/** One cell of a row as the row's definition has it. */
export interface CellLook {
  /** Edges, in twentieths of a point. */
  readonly from: number
  readonly to: number
  readonly isMergedLeft: boolean
  readonly merge: 'none' | 'first' | 'above'
}

/** What decides to which table, row and cell a paragraph belongs. */
export interface ParagraphLook {
  /** How deep in tables it stands; 0 is outside all. */
  readonly depth: number
  /** It ends a row, or a row of a table inside a cell. */
  readonly isRowEnd: boolean
  /** It ends a cell of a table inside a cell. */
  readonly isInnerCellEnd: boolean
  readonly cells: readonly CellLook[]
}

export const outside: ParagraphLook = { depth: 0, isRowEnd: false, isInnerCellEnd: false, cells: [] }

const inTable = 0x2416
const rowEnd = 0x2417
const depthOf = 0x6649
const innerCellEnd = 0x244b
const innerRowEnd = 0x244c
const huge = 0x6646
const definesRow = 0xd608
const mergesCells = 0x5624
const mergesDown = 0xd62b

/**
 * What a list of properties says of a paragraph.
 *
 * @param data stream of the properties that are too long for their page: without it most rows have no cells
 */
export function readParagraphLook(list: Bytes, data: Bytes | undefined, before = outside): ParagraphLook {
  let look = before
  eachProperty(list, (code, operand) => {
    const isOn = operand.length > 0 && operand.byte(0) !== 0
    if (code === huge && data && operand.length === 4) look = readHuge(data, operand.long(0), look)
    else if (code === inTable) look = { ...look, depth: isOn ? Math.max(1, look.depth) : 0 }
    else if (code === depthOf && operand.length === 4) look = { ...look, depth: Math.min(operand.long(0), deepest) }
    else if (code === rowEnd || code === innerRowEnd) look = { ...look, isRowEnd: isOn }
    else if (code === innerCellEnd) look = { ...look, isInnerCellEnd: isOn }
    else if (code === definesRow) look = { ...look, cells: readCells(operand) }
    else if (code === mergesCells || code === mergesDown)
      look = { ...look, cells: mergeCells(look.cells, code, operand) }
  })
  return look
}

/** Tables inside tables beyond this are a fault of the file. */
const deepest = 40

function readHuge(data: Bytes, at: number, before: ParagraphLook): ParagraphLook {
  const from = at + 2
  // The list is not followed further: it would lead into a circle.
  return readParagraphLook(data.slice(from, from + data.short(at)), undefined, before)
}

const cellSize = 20

/** Cells of a row: their edges, and for each how it is merged. */
function readCells(operand: Bytes): readonly CellLook[] {
  const count = operand.length > 0 ? operand.byte(0) : 0
  const flagsAt = 1 + 2 * (count + 1)
  return Array.from({ length: count }, (_, i) => {
    const at = flagsAt + cellSize * i
    const flags = at + 2 <= operand.length ? operand.short(at) : 0
    return {
      from: operand.signed(1 + 2 * i),
      to: operand.signed(3 + 2 * i),
      isMergedLeft: (flags & 3) > 1,
      merge: (flags & 0x60) === 0x60 ? 'first' : (flags & 0x20) === 0x20 ? 'above' : 'none',
    }
  })
}

function mergeCells(cells: readonly CellLook[], code: number, operand: Bytes): readonly CellLook[] {
  if (operand.length < 2) return cells
  const [first, second] = [operand.byte(0), operand.byte(1)]
  if (code === mergesCells)
    return cells.map((cell, i) => (i > first && i < second ? { ...cell, isMergedLeft: true } : cell))
  const merge = second === 3 ? 'first' : second === 1 ? 'above' : 'none'
  return cells.map((cell, i) => (i === first ? { ...cell, merge } : cell))
}
