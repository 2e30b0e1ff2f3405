/** What a check of a downloaded dataset found. */
export interface Outcome {
  readonly name: string
  /** How many files, rows or values were looked at. */
  readonly examined: number
  /** What is wrong, one sentence each; empty where nothing is. */
  readonly problems: readonly string[]
}

/** Most problems of a check that are told one by one. */
const told = 20

/** Puts problems together; of very many the first are told, and how many there are. */
export const toOutcome = (name: string, examined: number, problems: readonly string[]): Outcome => ({
  name,
  examined,
  problems: problems.length > told ? [...problems.slice(0, told), `and ${problems.length - told} more`] : problems,
})
