import { type Check, checkTexts, type Finding, type FindingReason, findingReasons, type Label } from '@gongkai/schema'
import { fill } from '../text/fill-text.ts'

/** What a check found out: it holds or not, with what fills its text, or why it was not assessed. */
export type Outcome =
  | {
      readonly isHeld: boolean
      readonly texts: Readonly<Record<string, string | number | Label>>
      readonly left?: number
      readonly right?: number
      readonly cells?: readonly string[]
    }
  | { readonly reason: FindingReason; readonly cells?: readonly string[] }

/** The finding of a declared check. */
export function toFinding(checkId: string, check: Check, outcome: Outcome): Finding {
  const base = { checkId, severity: check.severity, cells: [...(outcome.cells ?? [])] }
  if ('reason' in outcome) {
    const { reason } = outcome
    const words = fill(checkTexts.not_assessable, { why: findingReasons[reason], rule: check.label })
    const none = { leftValue: null, rightValue: null, difference: null }
    return { ...base, ...none, status: 'not_assessable', reason, messageZh: words.zh, messageEn: words.en }
  }
  const { isHeld, texts, left = null, right = null } = outcome
  const words = fill(isHeld ? check.pass : check.fail, texts)
  return {
    ...base,
    status: isHeld ? 'pass' : 'fail',
    reason: null,
    leftValue: left,
    rightValue: right,
    difference: left === null || right === null ? null : left - right,
    messageZh: words.zh,
    messageEn: words.en,
  }
}
