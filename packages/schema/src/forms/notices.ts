/** First report year under the Regulations as revised, which name the days to publish by. @see 国令第711号, Art. 49 and 50 */
export const firstRegulatedYear = 2019

/** A notice that sets the three tables anew, and the edition that is named after its year. */
interface Notice {
  readonly edition: string
  /** First report year that it is in force for. */
  readonly firstYear: number
  /** Number of the notice. */
  readonly source: string
}

export const notice2021 = {
  edition: '2021',
  firstYear: 2021,
  source: '国办公开办函〔2021〕30号',
} as const satisfies Notice

export const notice2019 = {
  edition: '2019',
  firstYear: 2019,
  source: '国办公开办函〔2019〕60号',
} as const satisfies Notice

/** Every notice whose tables are declared, newest first. */
export const notices = [notice2021, notice2019] as const

/** The edition of a form, named after the year of the notice that set it. */
export type Edition = (typeof notices)[number]['edition']

/** Every edition, oldest first. */
export const editions: readonly Edition[] = notices.map(({ edition }) => edition).toSorted()
