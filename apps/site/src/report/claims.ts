import { claimStatuses, type Label } from '@gongkai/schema'
import type { ClaimRow, LineRow } from '../data/rows.ts'
import type { ValuePlace } from './value-places.ts'

/** A run of a line's text, with the claim that it states or the cell that it is the number of, if any. */
export interface Piece {
  readonly text: string
  readonly claim?: ClaimRow
  readonly key?: string
}

/** Sign of each outcome, so that colour is never the only mark. */
export const claimSigns: Readonly<Record<ClaimRow['status'], string>> = {
  agree: '✓',
  differ: '≠',
  ambiguous_denominator: '?',
  different_scope: '~',
  not_stated: '·',
}

/** Cells of a table row are separated by tabs; on the page by bars. */
const toShown = (text: string): string => text.replaceAll('\t', ' │ ')

/**
 * Cuts the text of a line at its claims and at the numbers of its cells.
 *
 * What reaches beyond the line or into what stands before it is left unmarked: the text is shown whole in any case.
 */
export function toPieces(
  line: LineRow,
  claims: readonly ClaimRow[],
  places: readonly ValuePlace[] = [],
): readonly Piece[] {
  const marks = [
    ...claims
      .toSorted((a, b) => a.claim_no - b.claim_no)
      .map((claim) => ({ start: claim.start_offset, end: claim.end_offset, mark: { claim } })),
    ...places.map(({ key, start, end }) => ({ start, end, mark: { key } })),
  ]
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, mark } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > line.text.length) continue
    if (start > at) pieces.push({ text: toShown(line.text.slice(at, start)) })
    pieces.push({ text: toShown(line.text.slice(start, end)), ...mark })
    at = end
  }
  if (at < line.text.length) pieces.push({ text: toShown(line.text.slice(at)) })
  return pieces
}

/** How many claims have each outcome, in the order of the code table; outcomes that do not occur are left out. */
export function toClaimCounts(
  claims: readonly ClaimRow[],
): readonly { readonly status: ClaimRow['status']; readonly label: Label; readonly count: number }[] {
  return (Object.keys(claimStatuses) as ClaimRow['status'][]).flatMap((status) => {
    const count = claims.filter((claim) => claim.status === status).length
    return count > 0 ? [{ status, label: claimStatuses[status], count }] : []
  })
}
