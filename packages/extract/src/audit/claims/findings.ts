import type { Claim, Finding } from '@gongkai/schema'

/**
 * One finding per cell that the narrative speaks of: it fails when one claim differs, passes when claims agree, and is
 * not assessable when the cell holds no number. Claims of another scope or with an unclear base decide nothing.
 */
export function checkClaims(claims: readonly Claim[]): readonly Finding[] {
  const byKey = new Map<string, Claim[]>()
  for (const claim of claims) if (claim.key !== null) byKey.set(claim.key, [...(byKey.get(claim.key) ?? []), claim])
  return [...byKey].flatMap(([key, own]) => toFinding(key, own))
}

const verdicts = [
  ['differ', 'fail'],
  ['agree', 'pass'],
  ['not_stated', 'not_assessable'],
] as const

function toFinding(key: string, claims: readonly Claim[]): readonly Finding[] {
  for (const [claimed, status] of verdicts) {
    const claim = claims.find((one) => one.status === claimed)
    if (!claim) continue
    const { figure, tableValue, cells, messageZh, messageEn } = claim
    return [
      {
        checkId: `N.CLAIM.${key}`,
        severity: 'should',
        status,
        reason: status === 'not_assessable' ? 'cells_absent' : null,
        leftValue: figure,
        rightValue: tableValue,
        difference: tableValue === null || claim.isApproximate ? null : Number((figure - tableValue).toPrecision(12)),
        cells,
        messageZh,
        messageEn,
      },
    ]
  }
  return []
}
