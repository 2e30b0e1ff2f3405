import { isTraditional, type LookupRows, type Repair } from '@gongkai/schema'
import { remember } from '../text/remember.ts'
import { type Brand, cutBrands, toBrandBook } from './brands.ts'
import { toFurniture } from './furniture.ts'
import { type Piece, toPiece } from './piece.ts'
import { type Told, toTold } from './privacy.ts'
import { toSpamBook } from './spam.ts'
import { repairText } from './text.ts'
import { restoreVocabulary } from './vocabulary.ts'

/** What the document as a whole says about the repair of its parts. */
export interface CleanContext {
  readonly brands: readonly Brand[]
  /** Much of the text is in traditional script, into which reports of the mainland are only converted. */
  readonly isConverted: boolean
}

export const noContext: CleanContext = { brands: [], isConverted: false }

/** What a text says by itself: of the document that it stands in, and when nothing is known of that one. */
export interface ReadText {
  readonly text: string
  /** Its script, when it is long enough to tell. */
  readonly script: 'traditional' | 'simplified' | undefined
  readonly isSuspect: boolean
  /** Its characters repaired, advertising and furniture still in it. */
  readonly spelled: Piece
  readonly repaired: Told
}

/** Repairs texts by the reviewed words of advertising, furniture and brands. */
export interface Repairer {
  readonly readText: (text: string) => ReadText
  /** What the texts of a document say of it. */
  readonly findContext: (texts: readonly ReadText[]) => CleanContext
  /** A text as the document that it stands in repairs it. */
  readonly repair: (read: ReadText, context: CleanContext) => Told
  /** Whether a repaired text may still hold advertising, which cannot be told from what a body says. */
  readonly isDoubtful: (text: string) => boolean
}

/** Rows of the files that repair goes by. */
export type RepairRows = Pick<LookupRows, 'spam' | 'furniture' | 'brands' | 'no-advertising'>

export function toRepairer(rows: RepairRows): Repairer {
  const { isSpam, isDoubtful, cutSpam, cutSpamTail } = toSpamBook(rows)
  const isFurniture = toFurniture(rows.furniture)
  const { isSuspect, findBrands } = toBrandBook(rows.brands)
  const cutWords = (text: string, whole: Piece): Told => {
    if (isSpam(whole.text)) return toTold(cutWhole('spam', text))
    const repaired = cutSpam(whole)
    return toTold(isFurniture(repaired.text) ? cutWhole('residue', text) : repaired)
  }
  const readText = (text: string): ReadText => {
    const spelled = repairText(toPiece(text))
    const repaired = cutWords(text, cutSpamTail(spelled))
    return { text, script: scriptOf(text), isSuspect: isSuspect(text), spelled, repaired }
  }
  return {
    isDoubtful,
    readText: remember(readText),
    findContext: (texts) => ({
      brands: findBrands(texts.filter((one) => one.isSuspect).map(({ text }) => text)),
      isConverted: isConverted(texts),
    }),
    repair: ({ text, spelled, repaired }, { brands, isConverted }) => {
      if (brands.length === 0 && !isConverted) return repaired
      const whole = cutBrands(cutSpamTail(isConverted ? restoreVocabulary(spelled) : spelled), brands)
      // Most texts hold nothing that the document has to be known for.
      return whole === spelled ? repaired : cutWords(text, whole)
    },
  }
}

function scriptOf(text: string): ReadText['script'] {
  if (!/\p{Script=Han}{4}/u.test(text)) return undefined
  return isTraditional(text) ? 'traditional' : 'simplified'
}

function isConverted(texts: readonly ReadText[]): boolean {
  const scripts = texts.filter(({ script }) => script !== undefined)
  const converted = scripts.filter(({ script }) => script === 'traditional').length
  return converted > 3 && converted * 3 > scripts.length
}

/** Nothing is left of the text, whatever was repaired in it. */
export const cutWhole = (kind: Repair['kind'], text: string): Piece => ({
  ...toPiece(''),
  repairs: [{ kind, line: null, start: 0, end: text.length, replacement: '' }],
})
