import { explainReason } from '@gongkai/extract/browser'
import type { DocumentEntry, ReasonCode } from '@gongkai/schema'
import { type CheckWords, checkWords } from '../words/check.ts'
import type { Locale } from '../words/locale.ts'
import type { RefusalView } from './draft-view.ts'

/** What an official can do next, by the reason; for the others the draft is no report, or not all of one. */
const nextSteps: Readonly<Partial<Record<ReasonCode, keyof CheckWords['nextSteps']>>> = {
  unknown_type: 'convert',
  format_not_read: 'convert',
  undecodable: 'convert',
  damaged: 'saveAgain',
  encrypted: 'unlock',
  no_text: 'useText',
  too_large: 'shorten',
  limit_exceeded: 'shorten',
  timed_out: 'shorten',
  blank_form: 'fillIn',
}

/** Why a draft cannot be checked, and what to do. */
export function toRefusal({ reason, detail }: DocumentEntry, locale: Locale): RefusalView {
  const step = (reason && nextSteps[reason]) ?? 'useWhole'
  return { ...explainReason(reason, detail, locale), next: checkWords[locale].nextSteps[step] }
}
