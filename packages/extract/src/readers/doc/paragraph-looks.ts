import type { Bytes } from './bytes.ts'
import { isShaded, isShadedShort } from './looks.ts'
import { eachProperty } from './properties.ts'

/** One cell of a row as the row's definition has it. */
export interface CellLook {
  /** Edges, in twentieths of a point. */
  readonly from: number
  readonly to: number
  readonly isMergedLeft: boolean
  readonly merge: 'none' | 'first' | 'above'
}

/** What decides to which table, row and cell a paragraph belongs, and what is printed in front of it. */
export interface ParagraphLook {
  readonly style: number
  /** How deep in tables it stands; 0 is outside all. */
  readonly depth: number
  /** It ends a row, or a row of a table inside a cell. */
  readonly isRowEnd: boolean
  /** It ends a cell of a table inside a cell. */
  readonly isInnerCellEnd: boolean
  readonly cells: readonly CellLook[]
  /** A colour lies behind it or, at the end of a row, behind a cell. */
  readonly isShaded: boolean
  /** Number of its list among those of the document, and its level in it; 0 is none. */
  readonly list: number
  readonly level: number
}

export const outside: ParagraphLook = {
  style: 0,
  depth: 0,
  isRowEnd: false,
  isInnerCellEnd: false,
  cells: [],
  isShaded: false,
  list: 0,
  level: 0,
}

type Reader = (look: ParagraphLook, operand: Bytes) => Partial<ParagraphLook>

const isOn = (operand: Bytes): boolean => operand.byte(0) !== 0
/** Tables inside tables beyond this are a fault of the file. */
const deepest = 40
/** Numbers of lists above are none: a paragraph that was in a list and keeps its indent. */
const mostLists = 0x7fe

/** The shadings of the cells of a row, one after the other. */
const shadesCells =
  (size: number, isColour: typeof isShaded): Reader =>
  (look, operand) => {
    for (let at = 0; at + size <= operand.length; at += size) if (isColour(operand, at)) return { isShaded: true }
    return { isShaded: look.isShaded }
  }

/** What properties say of a paragraph, by their codes. */
const readers: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [0x4600, (_, operand) => ({ style: operand.short(0) })],
  [0x2416, (look, operand) => ({ depth: isOn(operand) ? Math.max(1, look.depth) : 0 })],
  [0x6649, (_, operand) => ({ depth: Math.min(operand.long(0), deepest) })],
  [0x2417, (_, operand) => ({ isRowEnd: isOn(operand) })],
  [0x244c, (_, operand) => ({ isRowEnd: isOn(operand) })],
  [0x244b, (_, operand) => ({ isInnerCellEnd: isOn(operand) })],
  [0x260a, (_, operand) => ({ level: Math.min(operand.byte(0), 8) })],
  [0x460b, (_, operand) => ({ list: operand.short(0) > mostLists ? 0 : operand.short(0) })],
  [0xc64d, (_, operand) => ({ isShaded: isShaded(operand, 0) })],
  [0x442d, (_, operand) => ({ isShaded: isShadedShort(operand, 0) })],
  [0xd608, (_, operand) => ({ cells: readCells(operand) })],
  [0x5624, (look, operand) => ({ cells: mergeAcross(look.cells, operand) })],
  [0xd62b, (look, operand) => ({ cells: mergeDown(look.cells, operand) })],
  [0xd612, shadesCells(10, isShaded)],
  [0xd616, shadesCells(10, isShaded)],
  [0xd60c, shadesCells(10, isShaded)],
  [0xd609, shadesCells(2, isShadedShort)],
  [0xd62d, (look, operand) => ({ isShaded: look.isShaded || isShaded(operand, 2) })],
])

const huge = 0x6646
const known: ReadonlySet<number> = new Set([...readers.keys(), huge])

/**
 * What a list of properties says of a paragraph.
 *
 * @param data stream of the properties that are too long for their page: without it most rows have no cells
 */
export function readParagraphLook(list: Bytes, data: Bytes | undefined, before = outside): ParagraphLook {
  const look = { ...before }
  eachProperty(list, known, (code, operand) => {
    if (operand.length === 0) return
    if (code === huge && data && operand.length === 4) Object.assign(look, readHuge(data, operand.long(0), look))
    else Object.assign(look, readers.get(code)?.(look, operand))
  })
  return look
}

function readHuge(data: Bytes, at: number, before: ParagraphLook): ParagraphLook {
  const from = at + 2
  // The list is not followed further: it would lead into a circle.
  return readParagraphLook(data.slice(from, from + data.short(at)), undefined, before)
}

const cellSize = 20

/** Cells of a row: their edges, and for each how it is merged. */
function readCells(operand: Bytes): readonly CellLook[] {
  const count = operand.byte(0)
  const flagsAt = 1 + 2 * (count + 1)
  const cells: CellLook[] = []
  for (let i = 0; i < count; i++) {
    const at = flagsAt + cellSize * i
    const flags = at + 2 <= operand.length ? operand.short(at) : 0
    cells.push({
      from: operand.signed(1 + 2 * i),
      to: operand.signed(3 + 2 * i),
      isMergedLeft: (flags & 3) > 1,
      merge: (flags & 0x60) === 0x60 ? 'first' : (flags & 0x20) === 0x20 ? 'above' : 'none',
    })
  }
  return cells
}

function mergeAcross(cells: readonly CellLook[], operand: Bytes): readonly CellLook[] {
  if (operand.length < 2) return cells
  const [first, end] = [operand.byte(0), operand.byte(1)]
  return cells.map((cell, i) => (i > first && i < end ? { ...cell, isMergedLeft: true } : cell))
}

function mergeDown(cells: readonly CellLook[], operand: Bytes): readonly CellLook[] {
  if (operand.length < 2) return cells
  const [at, kind] = [operand.byte(0), operand.byte(1)]
  const merge = kind === 3 ? 'first' : kind === 1 ? 'above' : 'none'
  return cells.map((cell, i) => (i === at ? { ...cell, merge } : cell))
}
