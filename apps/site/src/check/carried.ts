import type { CarriedFile, FindingStatus, Report } from '@gongkai/schema'
import type { Locale } from '../words/locale.ts'
import { carriedColumns } from './carried-columns.ts'

/** What a draft carries in, and whose it is. */
export interface CarriedView {
  /** Null where the draft does not say it. */
  readonly year: number | null
  readonly agencyId: string
  /** As printed, and in full. */
  readonly names: readonly string[]
  readonly cells: readonly { readonly id: string; readonly name: string; readonly value: number | null }[]
}

/** A report of the year before that may be the same body's, beside the draft. */
export interface Match {
  readonly reportId: string
  readonly name: string
  readonly place: string
  readonly rows: readonly {
    readonly name: string
    readonly before: number | null
    readonly now: number | null
    readonly status: FindingStatus
  }[]
}

/** A draft beside the list of a year. */
export interface Comparison {
  /** Of the list. */
  readonly year: number
  /** Whether that is the year before the draft's, as far as the draft says its own; else nothing is compared. */
  readonly isYearBefore: boolean
  /** One by its id, else all of the same name, which may be none. */
  readonly matches: readonly Match[]
}

/** What of a draft is compared with the year before. */
export function toCarriedView({ identity, cells }: Pick<Report, 'identity' | 'cells'>, locale: Locale): CarriedView {
  const byKey = new Map(cells.map(({ key, value }) => [key, value]))
  return {
    year: identity.year,
    agencyId: identity.agencyId,
    names: [identity.agencyName, identity.officialName].flatMap((name) => name ?? []),
    cells: carriedColumns.map(({ id, name }) => ({
      id,
      name: name[locale],
      value: byKey.get(`requests.carried_in.${id}`) ?? null,
    })),
  }
}

/** Compares what a draft carries in with what the reports of a year carried forward. */
export function compareCarried(draft: CarriedView, { year, columns, reports }: CarriedFile): Comparison {
  const isYearBefore = draft.year === null || year === draft.year - 1
  if (!isYearBefore) return { year, isYearBefore, matches: [] }
  const own = reports.filter(({ agencyId }) => agencyId === draft.agencyId)
  const found = own.length > 0 ? own : reports.filter(({ name }) => name !== null && draft.names.includes(name))
  return {
    year,
    isYearBefore,
    matches: found.map(({ reportId, name, place, carried }) => ({
      reportId,
      name: name ?? reportId,
      place,
      rows: draft.cells.map((cell) => {
        const before = carried[columns.indexOf(cell.id)] ?? null
        return { name: cell.name, before, now: cell.value, status: toStatus(before, cell.value) }
      }),
    })),
  }
}

function toStatus(before: number | null, now: number | null): FindingStatus {
  if (before === null || now === null) return 'not_assessable'
  return before === now ? 'pass' : 'fail'
}
