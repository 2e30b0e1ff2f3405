import type { Shown } from '../src/data/shown-version.ts'

/** Pages and files of one owner, below `en/` and `embed/`, too: `r/1/index.html`, `embed/en/table/1/index.html`. */
const owned = [
  /^(?:embed\/)?(?:en\/)?(?<room>agency|r|results|table)\/(?<id>[^/]+)\/index\.html$/,
  /^(?:en\/)?(?<room>region)\/(?<id>[^/]+)\/index\.html$/,
  /^(?:en\/)?(?<room>agency|region)\/(?<id>[^/]+)\.(?:csv|json|svg|xml)$/,
  /^search\/(?<room>text)\/(?<id>[^/]+)\.txt$/,
]

/** Names whose data pages show. @example toOwnerName({ kind: 'region', id: '110000' }) // 'region/110000' */
export const toOwnerName = ({ kind, id }: Shown): string => `${kind}/${id}`

/**
 * The agency or division that a file of the site is of; what is of a report is of its agency.
 *
 * @param path below the site
 * @param agencyOf report → its agency
 * @returns its name; undefined for what shows data of all
 */
export function toOwner(path: string, agencyOf: ReadonlyMap<string, string>): string | undefined {
  const { room, id = '' } = owned.map((pattern) => pattern.exec(path)).find((match) => match)?.groups ?? {}
  if (room === 'agency' || room === 'region') return toOwnerName({ kind: room, id })
  const agency = agencyOf.get(id)
  return agency === undefined ? undefined : toOwnerName({ kind: 'agency', id: agency })
}
