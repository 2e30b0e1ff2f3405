import { gap, trace } from '../../text/trace.ts'
import { isNoteMark, numeral, withoutTraces } from '../cell-text.ts'
import type { Stretch } from './stretches.ts'

/** What becomes of a stretch. */
type Kind = 'shown' | 'hidden' | 'raised' | 'white' | 'picture'

/** Stretches of which the same becomes. */
export interface DocRun {
  readonly text: string
  readonly kind: Kind
}

const picture = '\u0001'
const drawing = '\u0008'
const noteReference = '\u0002'
/** Stands for a field that shows what is not stored. */
export const unstored = '\u0003'

/** Control characters that print something. */
const printing: Readonly<Record<string, string>> = { '\v': '\n', '\t': '\t', '\u001e': '-' }

/** A stretch as it is printed; undefined where nothing is. */
export function toPrinted(stretch: Stretch, typedMarks: ReadonlySet<number>): DocRun | undefined {
  const { text, look, place } = stretch
  // A picture that floats beside the text may be a value where nothing else is.
  if (text === drawing && look.isSpecial) return { text: '0', kind: 'hidden' }
  const shown = toText(stretch)
  if (shown === undefined || shown === '') return undefined
  if (typedMarks.has(place)) return undefined
  if (look.isDeleted || look.isHidden || look.isStruck) return { text: shown, kind: 'hidden' }
  if (shown === trace) return { text: shown, kind: 'picture' }
  if (look.isRaised) return { text: shown, kind: 'raised' }
  const isWhite = look.isWhite && !look.isShaded
  return { text: shown, kind: isWhite ? 'white' : 'shown' }
}

function toText({ text, look }: Stretch): string | undefined {
  if (text === unstored) return trace
  if (text === picture) return look.isSpecial ? trace : undefined
  if (text === noteReference && look.isSpecial) return undefined
  if (look.isSpecial && look.symbol !== undefined) return toSymbol(look.symbol)
  if (text < ' ') return printing[text]
  return text === '\u00ad' || text === '\u001f' ? undefined : text
}

/** Letters and digits of symbol fonts lie at U+F000 and above; other symbols cannot be told. */
function toSymbol(code: number): string {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  return plain >= 0x20 && plain <= 0x7e ? String.fromCharCode(plain) : trace
}

/** Joins what is printed alike. */
export function joinRuns(runs: readonly DocRun[]): readonly DocRun[] {
  if (runs.length < 2) return runs
  const joined: { text: string; kind: Kind }[] = []
  for (const { text, kind } of runs) {
    const last = joined.at(-1)
    if (last?.kind === kind) last.text += text
    else joined.push({ text, kind })
  }
  return joined
}

/** Text of a paragraph outside tables. */
export const textOfRuns = (runs: readonly DocRun[]): string =>
  withoutTraces(
    runs
      .filter((run) => run.kind !== 'hidden' && !isMark(run) && !isUnseen(run))
      .map(({ text }) => text)
      .join(''),
  )

const isMark = ({ kind, text }: DocRun): boolean => kind === 'raised' && isNoteMark(text.trim())
/** White digits; white words on nothing dark are a form's, and say nothing wrong. */
const isUnseen = ({ kind, text }: DocRun): boolean => kind === 'white' && numeral.test(text)

/**
 * Text of a paragraph of a cell. What is not shown and may have been a value leaves a gap; a picture, and a raised number
 * that is no mark, leave a trace.
 *
 * @param isShaded whether a colour lies behind the cell, so that white letters are seen
 */
export function textOfCell(runs: readonly DocRun[], isShaded: boolean): string {
  let text = ''
  for (const run of runs) text += textInCell(run, isShaded)
  return text
}

function textInCell(run: DocRun, isShaded: boolean): string {
  if (isMark(run)) return ''
  if (run.kind === 'hidden' || (!isShaded && isUnseen(run)))
    return numeral.test(run.text) || run.text.includes(trace) ? gap : ''
  return run.kind === 'raised' && numeral.test(run.text) ? trace + run.text : run.text
}
