import { remember } from '../../text/remember.ts'
import { type Figure, findFigures } from './figures.ts'
import { type Denial, findDenials } from './zeros.ts'

/** What a sentence may claim something with. */
export interface Statements {
  /** Figures outside titles and quotations. */
  readonly figures: readonly Figure[]
  readonly denials: readonly Denial[]
}

/** Finds the figures and denials of a sentence; most sentences have none, and many stand in other reports as well. */
export const findStatements = remember(
  (text): Statements => ({
    figures: findFigures(text).filter((figure) => !isQuoted(text, figure.start)),
    denials: findDenials(text),
  }),
)

/** Whether a place lies in the title of a document or in quotation marks that open before it in the sentence. */
function isQuoted(text: string, place: number): boolean {
  const near = text.slice(Math.max(0, place - 80), place)
  return near.lastIndexOf('《') > near.lastIndexOf('》') || near.lastIndexOf('“') > near.lastIndexOf('”')
}
