/** Pages and files of one agency or report, below `en/` and `embed/`, too: `r/1/index.html`, `embed/en/table/1/index.html`. */
const owned = [
  /^(?:embed\/)?(?:en\/)?(?<room>agency|r|results|table)\/(?<id>[^/]+)\/index\.html$/,
  /^(?:en\/)?(?<room>agency)\/(?<id>[^/]+)\.(?:csv|json|svg|xml)$/,
  /^search\/(?<room>text)\/(?<id>[^/]+)\.txt$/,
]

/**
 * The agency that a file of the site is of.
 *
 * @param path below the site
 * @param agencyOf report → its agency
 * @returns undefined for what is neither of an agency nor of a report
 */
export function toOwner(path: string, agencyOf: ReadonlyMap<string, string>): string | undefined {
  const { room, id = '' } = owned.map((pattern) => pattern.exec(path)).find((match) => match)?.groups ?? {}
  return room === 'agency' ? id : agencyOf.get(id)
}
