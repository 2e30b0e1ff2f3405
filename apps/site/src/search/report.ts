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
  /** As it stands in the document (文号); empty where it has none. */
  readonly documentNumber: string
  /** New requests; null where no number was read, as with the others. */
  readonly received: number | null
  /** Sum of the six groups of results. */
  readonly results: number | null
  /** Granted in full or in part. */
  readonly disclosed: number | null
  readonly refused: number | null
  /** Ids of the rows of 表三 and 表四, and of groups of them, that are not 0. */
  readonly rows: readonly string[]
}

/** A row of the form, or a group of rows, by which reports are narrowed down. */
export interface RowLabel {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Id of the indicator that tells of it; empty where there is none. */
  readonly indicator: string
}

/** A division. */
export interface Region {
  readonly name: string
  /** Official English name; empty where it has none. */
  readonly nameEn: string
  /** Code of the division above; empty above a province. */
  readonly parent: string
}

/** Divisions by code. */
export type Regions = ReadonlyMap<string, Region>

/**
 * The place of a report in English, from the smallest division up; a name that has no English one stays Chinese.
 *
 * @example toEnglishPlaces(report, regions) // ['Tonghua', 'Jilin']
 */
export function toEnglishPlaces(
  { places, regionCode }: Pick<SearchReport, 'places' | 'regionCode'>,
  regions: Regions,
): readonly string[] {
  const chain = toChain(regions, regionCode).flatMap((code) => regions.get(code) ?? [])
  const known = chain.map(({ name }) => name)
  const named = chain.map(({ name, nameEn }) => nameEn || name)
  return [...named, ...places.filter((place) => !known.includes(place))].toReversed()
}

/** Codes of a division and of those above it, from the province down. */
export function toChain(regions: Regions, code: string): readonly string[] {
  const chain: string[] = []
  for (let at = code; at !== '' && !chain.includes(at); at = regions.get(at)?.parent ?? '') chain.unshift(at)
  return chain
}
