/** What stands out about a report, in the order of the bits of the catalogue. */
export const flags = [
  ...(['failing', 'balanced', 'textDiffers', 'textAgrees'] as const),
  ...(['blank', 'missing', 'late', 'spam'] as const),
] as const

export type Flag = (typeof flags)[number]

/** What the search knows of a report without its text. */
export interface SearchReport {
  readonly id: string
  readonly agencyId: string
  /** As this report prints it; empty where it is unknown. */
  readonly name: string
  /** Other names that the agency printed over the years. */
  readonly otherNames: readonly string[]
  readonly title: string
  /** From province to zone, without repetition. */
  readonly places: readonly string[]
  readonly regionCode: string
  readonly province: string
  readonly level: string
  readonly functions: readonly string[]
  readonly edition: string
  /** 0 where it is unknown. */
  readonly year: number
  /** ISO date of publication, else of the signature, else empty. */
  readonly date: string
  /** Sum edits that fail. */
  readonly failedCount: number
  /** Sum edits that were assessed. */
  readonly assessedCount: number
  /** Sum edits that its forms prescribe. */
  readonly declaredCount: number
  readonly flags: readonly Flag[]
}
