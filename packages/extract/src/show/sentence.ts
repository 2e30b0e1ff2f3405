/** ✗ is wrong, ! is to be looked at, · is to be known. */
export type Mark = '✗' | '!' | '·'

/** One sentence about a report. */
export interface Sentence {
  readonly mark?: Mark
  readonly text: string
  /** What it is about: the id of a check, cells, a line. */
  readonly at?: string
  /** Sentences that belong to it. */
  readonly under?: readonly string[]
  /** What who reads a corpus can do next. */
  readonly next?: string
}

/** What is said of a report under one head. */
export interface Part {
  readonly id: 'verdict' | 'sums' | 'proposals' | 'checks' | 'claims' | 'issues' | 'repairs'
  readonly head: string
  readonly sentences: readonly Sentence[]
}
