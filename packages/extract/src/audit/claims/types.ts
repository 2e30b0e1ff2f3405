import type { Label } from '@gongkai/schema'
import type { Measure } from './figures.ts'

/** One way to read a figure from the tables: the cells that are added up, and what they are called. */
export interface Reading {
  readonly name: Label
  readonly keys: readonly string[]
}

/** What a sentence is about, as far as it decides what 办结 or 收到 count. */
export type Topic =
  | 'requests'
  | 'reconsideration'
  | 'litigation'
  | 'direct'
  | 'after_reconsideration'
  | 'both'
  | 'documents'
  | 'rules'
  | 'disclosure'
  | 'foreign'

/** What subjects have in common: those of one family can be added up, and shares are taken of some. */
export type Family = 'inflow' | 'results' | 'outcome' | 'applicant' | 'proceeding' | 'disclosure' | 'fee'

/** A pattern of the narrative: words around a figure, and the cells that the figure then speaks of. */
export interface Subject {
  readonly id: string
  /** Matched against the words around the figure, which itself is written as `#`; years are written 本年, 上年, 下年. */
  readonly pattern: RegExp
  readonly measures: readonly Measure[]
  /** Ways to count it, the usual one first; a figure that equals any of them agrees. */
  readonly readings: readonly Reading[]
  /** Ways to count that make a difference understandable, so that nothing is said. */
  readonly excuses?: readonly Reading[]
  /** Only where the sentence, else its line or its subheading, is about one of these. */
  readonly topics?: readonly Topic[]
  /** The words are plain enough where nothing says what the sentence is about. */
  readonly isFreeStanding?: boolean
  /** A figure that no reading explains contradicts the table; else it is only confirmed or passed over. */
  readonly isFirm: boolean
  /** Firm only where the sentence up to the figure holds these words. */
  readonly needs?: RegExp
  /** Words that are enough where the line or its subheading speaks of requests or of disclosure. */
  readonly orNeeds?: RegExp
  /** Words that turn a firm pattern into a loose one. */
  readonly loosened?: RegExp
  /** Words earlier in the sentence that do so too. */
  readonly loosenedBefore?: RegExp
  /** Speaks of another year by its nature, as 上年结转 does. */
  readonly isAcrossYears?: boolean
  /** The words are a form's own, so that words of other subjects within them do not count. */
  readonly isOwnWords?: boolean
  /** Subjects of one family may be joined by 、 and 和 before one figure. */
  readonly family?: Family
  /** Named together: a figure that is 0, or that 均 and 各 give to each, speaks of each of these. */
  readonly members?: readonly Subject[]
  /** Firm only directly after a figure of these families, or as the first figure of its sentence. */
  readonly follows?: readonly Family[]
}
