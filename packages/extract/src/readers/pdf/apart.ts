import type { Grid } from './cells.ts'
import { type Group, groupTouching, Sets } from './groups.ts'
import { areaOf, type Box, isInside, middleOf, type Rule } from './page.ts'
import { narrowest, nearestTo, toLines, touch } from './rules.ts'

/** A cell whose sides meet no line of another. */
interface Apart extends Box {
  /** A page break takes its upper or its lower side away. */
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
  readonly rules: readonly Rule[]
}

/** Widest space between two such cells, in points. */
const widest = 12
/** As many of them beside each other are a table. */
const fewest = 4
/** Lines that draw no cell, for each cell: as halves of cells at a page break. */
const mostOthers = 0.1

/** Pieces of lines of a page that is looked at: each cell is held to each other one, and a page prints some 200. */
const mostRules = 4000
/** Sides of one cell meet within this, in points; where its corners are round, within `touch`. */
const tight = 1.5

/**
 * Tables of cells that stand apart, as `border-spacing` sets them: each is a box of its own.
 *
 * Where lines are left that draw no cell, the cells are not all: such tables are found by their lines alone.
 *
 * @returns the tables, and the lines that lie outside of them
 */
export function findApart(rules: readonly Rule[]): { readonly grids: readonly Grid[]; readonly rest: readonly Rule[] } {
  if (rules.length > mostRules) return { grids: [], rest: rules }
  const lines = toLines(rules, { aside: tight, behind: tight })
  const [square = [], round = []] = [tight, touch].map((reach) => toGrids(groupTouching(lines, reach)))
  const grids = countCells(square) < countCells(round) ? round : square
  return { grids, rest: rules.filter((rule) => !grids.some((grid) => isDrawnFor(rule, grid))) }
}

const countCells = (grids: readonly Grid[]) => grids.reduce((sum, { cells }) => sum + cells.length, 0)

function toGrids(groups: readonly Group[]): readonly Grid[] {
  const boxes = groups.flatMap((group) => toBox(group) ?? [])
  // The frame of a table holds cells, and a cell none.
  const isFrame = (box: Apart) => boxes.some((other) => holds(box, other))
  const known = new Set(boxes.flatMap(({ rules }) => rules))
  const others = groups.flatMap(({ across, down }) => [...across, ...down]).filter((rule) => !known.has(rule))
  return groupNear(boxes.filter((box) => !isFrame(box)))
    .filter((table) => table.length >= fewest)
    .map(toGrid)
    .filter((grid) => others.filter((rule) => isDrawnFor(rule, grid)).length < mostOthers * grid.cells.length)
}

/** A line inside a table, or of the frame around it. */
function isDrawnFor({ isHorizontal, from, to, at }: Rule, { x0, x1, y0, y1 }: Grid): boolean {
  const around = { x0: x0 - widest, x1: x1 + widest, y0: y0 - widest, y1: y1 + widest }
  const middle = (from + to) / 2
  return isHorizontal ? isInside(middle, at, around) : isInside(at, middle, around)
}

function toBox({ across, down }: Group): Apart | undefined {
  const [left, right] = down.map(({ at }) => at).sort((a, b) => a - b)
  if (down.length !== 2 || left === undefined || right === undefined || across.length > 2) return undefined
  const y0 = Math.min(...[...down, ...across].map((rule) => (rule.isHorizontal ? rule.at : rule.from)))
  const y1 = Math.max(...[...down, ...across].map((rule) => (rule.isHorizontal ? rule.at : rule.to)))
  const isClosed = (y: number) => across.some(({ at }) => Math.abs(at - y) < narrowest)
  return {
    x0: left,
    x1: right,
    y0,
    y1,
    isOpenAbove: !isClosed(y0),
    isOpenBelow: !isClosed(y1),
    rules: [...across, ...down],
  }
}

const holds = (outer: Box, inner: Box) => isInside(...middleOf(inner), outer) && areaOf(inner) < areaOf(outer)

/** How far apart two spans of numbers lie; below 0 where they overlap. */
const gapOf = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.max(from, otherFrom) - Math.min(to, otherTo)

function isNear(a: Box, b: Box): boolean {
  const across = gapOf(a.x0, a.x1, b.x0, b.x1)
  const down = gapOf(a.y0, a.y1, b.y0, b.y1)
  return Math.max(across, down) < widest && Math.min(across, down) < 0
}

function groupNear(boxes: readonly Apart[]): readonly (readonly Apart[])[] {
  const sets = new Sets(boxes.length)
  boxes.forEach((box, i) => {
    boxes.forEach((other, j) => {
      if (i < j && isNear(box, other)) sets.unite(i, j)
    })
  })
  return sets.group(boxes)
}

function toGrid(boxes: readonly Apart[]): Grid {
  const columns = toEdges(boxes.flatMap(({ x0, x1 }) => toEnds(x0, x1, false, false)))
  const rows = toEdges(
    boxes.flatMap(({ y0, y1, isOpenAbove, isOpenBelow }) => toEnds(y0, y1, isOpenAbove, isOpenBelow)),
  )
  const cells = boxes.map((box) => {
    const [row, column] = [nearestTo(rows, box.y0), nearestTo(columns, box.x0)]
    const rowSpan = Math.max(1, nearestTo(rows, box.y1) - row)
    const colSpan = Math.max(1, nearestTo(columns, box.x1) - column)
    return { ...box, row, column, rowSpan, colSpan }
  })
  const [x0 = 0, x1 = 0] = [columns[0], columns.at(-1)]
  const [y0 = 0, y1 = 0] = [rows[0], rows.at(-1)]
  const isOpenAbove = cells.filter(({ row }) => row === 0).every((cell) => cell.isOpenAbove)
  const last = cells.filter(({ row, rowSpan }) => row + rowSpan === rows.length - 1)
  return { x0, x1, y0, y1, columns, rows, cells, isOpenAbove, isOpenBelow: last.every((cell) => cell.isOpenBelow) }
}

/** Where a cell starts or ends along an axis. */
interface End {
  readonly at: number
  readonly isStart: boolean
  readonly isOpen: boolean
}

const toEnds = (from: number, to: number, isOpenBefore: boolean, isOpenAfter: boolean): readonly End[] => [
  { at: from, isStart: true, isOpen: isOpenBefore },
  { at: to, isStart: false, isOpen: isOpenAfter },
]

/** Where cells meet: in the middle of the space between the ends of some and the starts of the next. */
function toEdges(ends: readonly End[]): readonly number[] {
  const closed = ends.filter(({ isOpen }) => !isOpen)
  const isAlone = (end: End) => closed.every(({ at }) => Math.abs(at - end.at) > widest)
  const groups: End[][] = []
  for (const end of [...closed, ...ends.filter((one) => one.isOpen && isAlone(one))].sort((a, b) => a.at - b.at)) {
    const before = groups.at(-1)?.at(-1)
    const most = before && !before.isStart && end.isStart ? widest : narrowest
    if (before && end.at - before.at < most) groups.at(-1)?.push(end)
    else groups.push([end])
  }
  return groups.map((group) => ((group[0]?.at ?? 0) + (group.at(-1)?.at ?? 0)) / 2)
}
