import { type ReasonCode, reasonCodes } from '@gongkai/schema'
import { type Language, inspectWords as words } from './inspect-sentences.ts'

/** Why a document became no report. */
export interface Explanation {
  readonly why: string
  /** What was found: in English, as readers say it, or quoted from the document in its own language. */
  readonly found: string | null
  readonly isQuoted: boolean
}

/** Says why a document became no report, by the reason and the detail of the ledger. */
export function explainReason(reason: ReasonCode | null, detail: string | null, language: Language): Explanation {
  const why = reason ? reasonCodes[reason][language] : words.noReport[language]
  return { why, found: detail, isQuoted: detail?.startsWith('“') ?? false }
}
