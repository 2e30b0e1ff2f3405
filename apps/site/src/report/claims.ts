import { claimStatuses, type Label } from '@gongkai/schema'
import type { ClaimRow, LineRow } from '../data/rows.ts'

/** A run of a line's text, with the claim that it states, if any. */
export interface Piece {
  readonly text: string
  readonly claim?: ClaimRow
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
 * Cuts the text of a line at its claims.
 *
 * A claim that reaches beyond the line or into the one before it is left unmarked: the text is shown whole in any case.
 */
export function toPieces(line: LineRow, claims: readonly ClaimRow[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const claim of claims.toSorted((a, b) => a.start_offset - b.start_offset || a.claim_no - b.claim_no)) {
    if (claim.start_offset < at || claim.end_offset <= claim.start_offset || claim.end_offset > line.text.length)
      continue
    if (claim.start_offset > at) pieces.push({ text: toShown(line.text.slice(at, claim.start_offset)) })
    pieces.push({ text: toShown(line.text.slice(claim.start_offset, claim.end_offset)), claim })
    at = claim.end_offset
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
