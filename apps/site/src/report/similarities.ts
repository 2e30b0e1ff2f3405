import type { SimilarityRow } from '../data/rows.ts'
import { isFew, toGrouped, toPercent } from '../words/format.ts'

/** One sentence on what of a text stands elsewhere, and where. */
export interface Similarity {
  readonly zh: string
  readonly en: string
  /** The report to which most of the matches point. */
  readonly reportId: string | null
}

const where = {
  last_year: { zh: '本机关上一年度的报告中', en: 'its own report of the year before' },
  neighbour: { zh: '同年度其他机关的报告中', en: 'reports of other agencies for that year' },
} as const satisfies Readonly<Record<SimilarityRow['kind'], { zh: string; en: string }>>

/**
 * Says how many sentences of the narrative stand in other reports; a share only of thirty sentences and more.
 *
 * @returns undefined where nothing was compared, or nothing was found
 */
export function describeSimilarity(row: SimilarityRow): Similarity | undefined {
  const { kind, sentence_count: all, matched_count: matched, share, matching_report_id: reportId } = row
  if (all === null || matched === null || matched === 0) return undefined
  const part = share === null || isFew(all) ? '' : `（${toPercent(share)}）`
  const partEn = share === null || isFew(all) ? '' : ` (${toPercent(share)})`
  return {
    zh: `正文 ${toGrouped(all)} 个不同的句子中，有 ${toGrouped(matched)} 句${part}也见于${where[kind].zh}；规定用语和法条引文不计。`,
    en: `${toGrouped(matched)} of the ${toGrouped(all)} different sentences${partEn} also stand in ${where[kind].en}; form words and quoted law aside.`,
    reportId,
  }
}
