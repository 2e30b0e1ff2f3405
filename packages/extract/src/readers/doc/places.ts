import type { DocFile, Span } from './open.ts'

const tablesOfNotes = [2, 46] as const
const tableOfShapes = 40
const tableOfBoxes = 56
const shapeSize = 26
const boxSize = 22

/** Characters at which the mark of a note stands that somebody typed, in place of an automatic number. */
export function findTypedMarks({ table, part }: DocFile): ReadonlySet<number> {
  const places = tablesOfNotes.flatMap((number) => {
    const { at, length } = part(number)
    const count = Math.max(0, Math.floor((length - 4) / 6))
    return Array.from({ length: count }, (_, i) => ({
      place: table.long(at + 4 * i),
      isTyped: table.short(at + 4 * (count + 1) + 2 * i) === 0,
    }))
  })
  return new Set(places.filter(({ isTyped }) => isTyped).map(({ place }) => place))
}

/** A text box: the character it is anchored at, if that is known, and its text. */
export interface TextBox {
  readonly anchor: number | undefined
  readonly span: Span
}

/** Text boxes of the document in the order of their text. */
export function findTextBoxes(file: DocFile): readonly TextBox[] {
  const { table, part, boxes } = file
  const { at, length } = part(tableOfBoxes)
  const anchors = findAnchors(file)
  const count = Math.max(0, Math.floor((length - 4) / (4 + boxSize)))
  const found = Array.from({ length: count }, (_, i) => ({
    anchor: anchors.get(table.long(at + 4 * (count + 1) + boxSize * i + 14)),
    span: {
      from: boxes.from + table.long(at + 4 * i),
      to: Math.min(boxes.to, boxes.from + table.long(at + 4 * i + 4)),
    },
  }))
  return found.filter(({ span }) => span.to > span.from)
}

/** Where shapes are anchored, by their ids. */
function findAnchors({ table, part }: DocFile): ReadonlyMap<number, number> {
  const { at, length } = part(tableOfShapes)
  const count = Math.max(0, Math.floor((length - 4) / (4 + shapeSize)))
  return new Map(
    Array.from({ length: count }, (_, i) => [table.long(at + 4 * (count + 1) + shapeSize * i), table.long(at + 4 * i)]),
  )
}
