import {
  bodyKinds,
  type Label,
  levels,
  type PeerAttribute,
  type PeerBasis,
  peerBases,
  peerSteps,
} from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'

/** A group of peers and how a figure is spread over it; the group was made at the last release. */
export interface PeerGroup {
  readonly id: string
  readonly basis: PeerBasis
  readonly count: number
  readonly quartiles: readonly [q1: number, median: number, q3: number]
}

/** Words for the codes of an attribute of peers; functions have theirs at the caller. */
const attributeWords: Readonly<Partial<Record<PeerAttribute, Readonly<Record<string, Label>>>>> = {
  level: levels,
  body_kind: bodyKinds,
}

const steps = peerSteps.map(({ basis }) => basis)

/** What a group has in common, in the order of its attributes. @example 'level:2023/county' → year 2023, level county */
function toAttributes({ id, basis }: PeerGroup): readonly (readonly [PeerAttribute, string])[] {
  const by = peerSteps.find((step) => step.basis === basis)?.by ?? []
  const values = id.slice(id.indexOf(':') + 1).split('/')
  return by.map((attribute, at) => [attribute, values[at] ?? ''] as const)
}

const codesOf = (value: string): readonly string[] => value.split('+')

/** The report year that a group is of. */
export const toPeerYear = (group: PeerGroup): string =>
  toAttributes(group).find(([attribute]) => attribute === 'year')?.[1] ?? ''

/**
 * What the reports of a group share beside their year.
 *
 * @param functions names of the fields of work, by code
 */
export function toPeerName(group: PeerGroup, functions: Readonly<Record<string, Label>>): Label {
  const parts = toAttributes(group).flatMap(([attribute, value]) => {
    if (attribute === 'year') return []
    const words = attributeWords[attribute] ?? functions
    return codesOf(value).map((code) => words[code] ?? { zh: code, en: code })
  })
  if (parts.length === 0) return peerBases[group.basis]
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') }
}

async function scanGroups(): Promise<ReadonlyMap<string, ReadonlyMap<string, PeerGroup>>> {
  const found = new Map<string, Map<string, PeerGroup>>()
  const columns = [
    'indicator_id',
    'peer_basis',
    'peer_group_id',
    'peer_count',
    'peer_q1',
    'peer_median',
    'peer_q3',
  ] as const
  await scan('indicators', columns, (row) => {
    const {
      peer_group_id: id,
      peer_basis: basis,
      peer_count: count,
      peer_q1: q1,
      peer_median: median,
      peer_q3: q3,
    } = row
    if (id === null || basis === null || count === null || q1 === null || median === null || q3 === null) return
    const own = found.get(row.indicator_id) ?? new Map<string, PeerGroup>()
    found.set(row.indicator_id, own)
    own.set(id, { id, basis, count, quartiles: [q1, median, q3] })
  })
  return found
}

let held: ReturnType<typeof scanGroups> | undefined

/** The groups of peers of an indicator in the newest year that has any, widest groups first. */
export async function readPeerGroups(indicatorId: string): Promise<readonly PeerGroup[]> {
  held ??= scanGroups()
  const groups = [...((await held).get(indicatorId)?.values() ?? [])]
  const newest = groups.map(toPeerYear).toSorted().at(-1)
  const order = ({ basis }: PeerGroup) => -steps.indexOf(basis)
  return groups
    .filter((group) => toPeerYear(group) === newest)
    .toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
}
