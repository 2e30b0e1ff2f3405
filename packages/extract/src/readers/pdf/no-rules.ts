import { widths } from '../text/aligned.ts'
import { opensLabel, placeNumbers } from './sparse-rows.ts'
import type { TextLine } from './text-lines.ts'

/** Fewest pieces of a line that may be a row, and fewest rows of a table. */
const fewestPieces = 3
const fewestRows = 3

/**
 * Lines of columns without rules: where most rows have the same columns, a row with fewer pieces gets empty pieces at the
 * places it leaves blank.
 */
export function alignColumns(lines: readonly TextLine[]): readonly TextLine[] {
  const aligned: TextLine[] = []
  for (let from = 0; from < lines.length; ) {
    const run = runFrom(lines, from)
    aligned.push(...(run.length === 0 ? lines.slice(from, from + 1) : alignRun(run)))
    from += Math.max(1, run.length)
  }
  return placeNumbers(aligned)
}

/** Rows of columns below each other; a line of one piece between them belongs to a label. */
function runFrom(lines: readonly TextLine[], from: number): readonly TextLine[] {
  const isRow = (line: TextLine | undefined) => line !== undefined && line.pieces.length >= fewestPieces
  if (!isRow(lines[from])) return []
  let to = from
  while (isRow(lines[to]) || isRow(lines[to + 1])) to++
  const run = lines.slice(from, to)
  return run.filter(isRow).length >= fewestRows ? run : []
}

/** Rows with the most pieces say where the columns are; where these disagree, the lines stay as they are. */
function alignRun(run: readonly TextLine[]): readonly TextLine[] {
  const width = Math.max(...run.map(({ pieces }) => pieces.length))
  const full = run.filter(({ pieces }) => pieces.length === width)
  if (full.length < fewestRows) return run
  const columns = Array.from({ length: width }, (_, c) => {
    const pieces = full.flatMap((line) => line.pieces[c] ?? [])
    return { x0: Math.min(...pieces.map(({ x0 }) => x0)), x1: Math.max(...pieces.map(({ x1 }) => x1)) }
  })
  if (columns.some(({ x0 }, c) => c > 0 && x0 < (columns[c - 1]?.x1 ?? 0))) return run
  return run.map((line) => toRow(line, columns))
}

function toRow(line: TextLine, columns: readonly { readonly x0: number; readonly x1: number }[]): TextLine {
  if (line.pieces.length < 2 || line.pieces.length === columns.length) return line
  const overlaps = line.pieces.map((piece) =>
    columns.flatMap(({ x0, x1 }, c) => (Math.min(piece.x1, x1) - Math.max(piece.x0, x0) > 0 ? [c] : [])),
  )
  const places = overlaps.map(([first]) => first ?? -1)
  // A piece below two columns may be two numbers: no other place is blank for certain then.
  const isFitting = overlaps.every((own, i) => own.length === 1 && (places[i] ?? -1) > (places[i - 1] ?? -1))
  const labels = line.pieces.filter((_, i) => places[i] === 0)
  if (!isFitting || (widths.includes(columns.length - 1) && !opensLabel(labels))) return line
  const pieces = columns.map(({ x0, x1 }, c) => line.pieces[places.indexOf(c)] ?? { text: '', x0, x1 })
  return { ...line, pieces }
}
