import type { Label } from './forms/types.ts'

/** Where a copy of a report was found. */
export const copySites = {
  own: { zh: '本机关或本级政府网站', en: 'Site of the body itself, or of the government of its division' },
  government: { zh: '其他政府网站', en: 'Another host below gov.cn' },
  other: { zh: '其他网站', en: 'Any other site' },
  none: { zh: '没有网址', en: 'No address is known' },
} as const satisfies Readonly<Record<string, Label>>

export type CopySite = keyof typeof copySites

/** What decided between a copy and the one that is published, in the order in which it is asked. */
export const copyDeciders = {
  review: { zh: '人工核定', en: 'A reviewed row names the published copy' },
  site: { zh: '所在网站', en: 'The published copy stands on a site nearer to the body' },
  correction: { zh: '更正标记', en: 'The published copy is marked as a correction' },
  date: { zh: '日期较晚', en: 'The published copy has the later date, or is the only one with a date' },
  completeness: { zh: '内容较完整', en: 'More cells of the published copy could be read' },
  digest: { zh: '摘要较小', en: 'Nothing but the smaller digest' },
  identical: { zh: '完全相同', en: 'The bytes are the same: there is nothing to decide' },
} as const satisfies Readonly<Record<string, Label>>

export type CopyDecider = keyof typeof copyDeciders

const reason = (zh: string, en: string): Label => ({ zh, en })

/** Why a file gave way to another copy of its report: `replaced_` and what decided. */
export const replacedReasons = {
  replaced_review: reason('人工核定采用另一版本', 'A reviewed row names another copy'),
  replaced_site: reason('采用本机关网站上的版本', 'Another copy stands on a site nearer to the body'),
  replaced_correction: reason('采用标明更正的版本', 'Another copy is marked as a correction'),
  replaced_date: reason('采用日期较晚的版本', 'Another copy has a later date'),
  replaced_completeness: reason('采用内容较完整的版本', 'More cells of another copy could be read'),
  replaced_digest: reason('各版本不相上下，采用摘要较小的版本', 'Nothing but the digest decided for another copy'),
} as const satisfies Readonly<Record<string, Label>>

/** Issues of a report of which there are several copies. */
export const copyIssues = {
  copies_differ: reason('同一报告的不同版本内容不同', 'Copies of the report differ'),
  copies_undecided: reason(
    '只能依内容完整程度或摘要选定版本',
    'Nothing but completeness or the digest decides between copies',
  ),
  copy_off_site: reason('没有一个版本在本机关网站上', 'No copy stands on the site of the body itself'),
  copy_review_unused: reason(
    '人工核定的版本不是本报告的版本',
    'A reviewed row names a document that is no copy of this report',
  ),
} as const satisfies Readonly<Record<string, Label>>
