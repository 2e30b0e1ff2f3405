import type { Part } from '@gongkai/extract/browser'
import type { FindingStatus } from '@gongkai/schema'
import type { CarriedView } from './carried.ts'
import type { TableView } from './tables.ts'

/** What a page shows of a draft: plain data in the language of the page, from the worker. */
export interface DraftView {
  readonly name: string
  /** How the file was read, e.g. `docx`; null where no reader could. */
  readonly reader: string | null
  /** Why nothing can be shown. */
  readonly refusal?: RefusalView
  readonly reports: readonly ReportView[]
}

/** Why a draft cannot be checked. */
export interface RefusalView {
  readonly why: string
  /** What was found: in English, as readers say it, or quoted from the draft. */
  readonly found: string | null
  readonly isQuoted: boolean
  /** What can be done. */
  readonly next: string
}

/** One report of a draft. */
export interface ReportView {
  /** `good` only where all sums were assessed, hold, and prove something; `bad` where one fails. */
  readonly mark: 'good' | 'bad' | 'none'
  /** Title, agency, year, dates, each with what it is. */
  readonly facts: readonly Fact[]
  /** The sentences of the command `inspect`. */
  readonly parts: readonly Part[]
  readonly failures: readonly FailureView[]
  readonly proposals: readonly ProposalView[]
  readonly others: readonly OtherView[]
  readonly tally: readonly TallyView[]
  /** Cells by state, e.g. 空白 1. */
  readonly states: readonly { readonly name: string; readonly count: number }[]
  readonly tables: readonly TableView[]
  /** What is compared with the report of the year before. */
  readonly carried: CarriedView
  /** All of it as text, as `inspect` prints it. */
  readonly text: string
}

export interface Fact {
  readonly name: string
  readonly value: string
}

/** A sum that fails, with both sides. */
export interface FailureView {
  readonly checkId: string
  readonly text: string
  readonly left: number | null
  readonly right: number | null
  readonly difference: number | null
}

/** A set of changes that would restore failing sums. */
export interface ProposalView {
  readonly text: string
  readonly cells: readonly {
    readonly key: string
    readonly name: string
    readonly printed: string
    readonly proposed: string
  }[]
}

/** A check that is no sum, and what came of it. */
export interface OtherView {
  readonly status: FindingStatus
  readonly text: string
}

/** What became of the sums of one rule. */
export interface TallyView {
  readonly name: string
  readonly held: number
  readonly failed: number
  readonly open: number
}
