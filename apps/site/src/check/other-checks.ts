import { isSum } from '@gongkai/extract/browser'
import type { Cell, Report } from '@gongkai/schema'
import { checkWords, fillWords } from '../words/check.ts'
import type { Locale } from '../words/locale.ts'
import { toCellName } from './cell-names.ts'
import type { OtherView } from './draft-view.ts'

/** Cells that are named; of more the rest is counted. */
const mostNamed = 6

/** States of a cell that an official had better mend. */
const unfilled = ['blank', 'not_applicable', 'text'] as const

const order: readonly OtherView['status'][] = ['fail', 'pass', 'not_assessable']

/** Every check that is no sum, with what came of it: what is to be mended first. */
export function toOtherChecks(
  report: Pick<Report, 'findings' | 'claims' | 'cells' | 'repairs'>,
  locale: Locale,
): readonly OtherView[] {
  const found = report.findings
    .filter((finding) => !isSum(finding) && !finding.checkId.startsWith('N.CLAIM'))
    .map(({ status, messageZh, messageEn }) => ({ status, text: locale === 'zh' ? messageZh : messageEn }))
  const all = [
    ...sayUnfilled(report.cells, locale),
    ...sayRedacted(report, locale),
    ...found,
    ...sayNoClaims(report, locale),
  ]
  return all.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

function sayUnfilled(cells: readonly Cell[], locale: Locale): readonly OtherView[] {
  const words = checkWords[locale]
  return unfilled.flatMap((state) => {
    const keys = cells.flatMap((cell) => (cell.state === state ? [cell.key] : []))
    if (keys.length === 0) return []
    const named = nameCells(keys.slice(0, mostNamed), locale) + (keys.length > mostNamed ? words.andOthers : '')
    return [{ status: 'fail', text: fillWords(words.unfilled[state], { count: keys.length, cells: named }) }]
  })
}

/** Names cells, the table before those of each. */
function nameCells(keys: readonly string[], locale: Locale): string {
  const { listSign, tableSign } = checkWords[locale]
  const byTable = Map.groupBy(
    keys.map((key) => toCellName(key, locale)),
    ([table]) => table,
  )
  return [...byTable].map(([table, own]) => `${table} ${own.map(([, cell]) => cell).join(listSign)}`).join(tableSign)
}

/** What would be hidden in a published report may stand in a draft unnoticed. */
function sayRedacted({ repairs }: Pick<Report, 'repairs'>, locale: Locale): readonly OtherView[] {
  const count = repairs.filter(({ kind }) => kind === 'redaction').length
  return count === 0 ? [] : [{ status: 'fail', text: fillWords(checkWords[locale].redacted, { count }) }]
}

/** Claims have a part of their own where one can be compared. */
function sayNoClaims({ claims }: Pick<Report, 'claims'>, locale: Locale): readonly OtherView[] {
  const isCompared = claims.some(({ status }) => status === 'agree' || status === 'differ')
  return isCompared ? [] : [{ status: 'not_assessable', text: checkWords[locale].noClaims }]
}
