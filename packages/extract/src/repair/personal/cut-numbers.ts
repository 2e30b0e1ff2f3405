import type { Told } from '../privacy.ts'
import { announcesNumber, isContact } from './number-context.ts'
import { isPersonalNumber } from './numbers.ts'
import type { Range } from './ranges.ts'

/** A text and the label in front of it. */
interface Labelled {
  readonly told: Told
  readonly label: string
}

type Hidden<T> = readonly [T, readonly Range[]]

const digitsAtEnd = /\d[\d \-._()]{0,24}$/
const digitsAtStart = /^[ \-._()]{0,3}\d[\d \-._()]{0,24}(?:[Xx](?![A-Za-z]))?/
/** Texts that one number is cut into at most: one a digit. */
const mostParts = 18

/**
 * Numbers of persons that are cut over texts side by side in a row, or over lines, behind a word that announces one.
 *
 * @param rows texts in reading order; a line is a row of one
 */
export function findCutNumbers<T extends Labelled>(rows: readonly (readonly T[])[]): readonly Hidden<T>[] {
  const found: Hidden<T>[] = []
  const runs = toRuns(rows)
  for (const run of runs.filter(mayAnnounce)) {
    for (let i = 0; i + 1 < run.length; ) {
      const parts = findFrom(run, i)
      found.push(...parts)
      i += Math.max(1, parts.length)
    }
  }
  return found
}

/** Whether a run may announce a number: the figures of a table below their heads do not. */
const mayAnnounce = (run: readonly Labelled[]): boolean =>
  run.some(({ told, label }) => label !== '' || told.announcesNumber || (!told.isFigure && /\d/.test(told.flat)))

/** Texts that follow each other: the cells of a row, and lines below each other; empty ones do not count. */
function toRuns<T extends Labelled>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const runs: T[][] = []
  let lines: T[] = []
  for (const row of rows) {
    const filled = row.filter(({ told }) => !told.isEmpty)
    if (filled.length === 1) lines.push(...filled)
    if (filled.length < 2) continue
    runs.push(lines, filled)
    lines = []
  }
  return [...runs, lines]
}

function findFrom<T extends Labelled>(run: readonly T[], from: number): readonly Hidden<T>[] {
  const first = run[from]
  if (!digitsAtStart.test(run[from + 1]?.told.flat ?? '')) return []
  const flat = first?.told.flat.trimEnd() ?? ''
  const tail = digitsAtEnd.exec(flat)
  if (!first || !tail || !isAnnouncedHere(run, from, flat.slice(0, tail.index))) return []
  let digits = toDigits(tail[0])
  if (digits.length >= 11) return []
  const parts: Hidden<T>[] = [[first, [{ start: tail.index, end: flat.length }]]]
  for (const part of run.slice(from + 1, from + mostParts)) {
    const head = digitsAtStart.exec(part.told.flat)?.[0].trimEnd()
    if (head === undefined) return []
    digits += toDigits(head)
    parts.push([part, [{ start: 0, end: head.length }]])
    if (isPersonalNumber(digits)) return parts
    if (digits.length >= 18 || head.length < part.told.flat.trimEnd().length) return []
  }
  return []
}

function isAnnouncedHere(run: readonly Labelled[], from: number, before: string): boolean {
  if (before.trim() !== '') return announcesNumber(before.slice(-20)) || isContact({ before, after: '' })
  const label = run[from]?.label ?? ''
  // A cell that announces the number may stand some cells before it.
  return label.endsWith(':') || run.slice(Math.max(0, from - 3), from).some(({ told }) => told.announcesNumber)
}

const toDigits = (text: string): string => text.replace(/[^\dXx]/g, '')
