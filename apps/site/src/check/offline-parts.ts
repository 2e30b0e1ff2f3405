/** What the check keeps in the browser for a reload without a network. Nothing of a draft is among it. */
export interface OfflineParts {
  /** Path below which the site lies, with a slash at both ends. */
  readonly base: string
  /** Of all parts together. */
  readonly version: string
  /** Paths below the base of what may change under its name: the pages and the list of parts. The host is asked first. */
  readonly changing: readonly string[]
  /** Paths, with their query, of what never changes under its name. */
  readonly fixed: readonly string[]
}

/** Sites that share an origin have stores of their own. */
export const toStorePrefix = (base: string): string => `gongkai-check ${base} `

/** Name of the store of a version. */
export const toStore = ({ base, version }: OfflineParts): string => toStorePrefix(base) + version
