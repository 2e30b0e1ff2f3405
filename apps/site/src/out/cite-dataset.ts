/** What a citation of the dataset names. */
export interface DatasetCite {
  readonly title: string
  /** Day of the release; null where nothing was released yet, since the build knows no other day. */
  readonly release: string | null
  /** Data version, if there is one. */
  readonly version: string | undefined
  /** Full address of the data page, if the site has one. */
  readonly address: string | undefined
}

/**
 * Reference to the dataset in the style of GB/T 7714—2015. Who cites adds the day of retrieval.
 *
 * @example `Gongkai. 标题[DS/OL]. (2025-06-01). 数据版本 0123456789ab. https://example.org/data/.`
 */
export function toDatasetCitation({ title, release, version, address }: DatasetCite): string {
  const parts = [`Gongkai. ${title}[DS/OL]`, release && `(${release})`, version && `数据版本 ${version}`, address]
  return `${parts.filter(Boolean).join('. ')}.`
}

/** The same as a BibTeX entry. */
export function toDatasetBibtex({ title, release, version, address }: DatasetCite): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', '{Gongkai}'],
    ['title', title],
    ['year', release?.slice(0, 4)],
    ['date', release ?? undefined],
    ['version', version],
    ['url', address],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@dataset{gongkai,\n${lines.join('\n')}\n}`
}
