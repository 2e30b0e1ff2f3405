import type { Label } from '@gongkai/schema'

/** Languages that a document can be shown in. */
export type Language = keyof Label

/** What `inspect` says, apart from what the audit itself says. */
export const inspectWords = {
  file: { zh: '文件', en: 'File' },
  title: { zh: '标题', en: 'Title' },
  agency: { zh: '机关', en: 'Agency' },
  year: { zh: '年度', en: 'Year' },
  region: { zh: '区划', en: 'Division' },
  published: { zh: '发布', en: 'Published' },
  signed: { zh: '落款', en: 'Signed' },
  unknown: { zh: '不详', en: 'not known' },
  several: { zh: '同名区划，不能确定：', en: 'one of several: ' },
  verdict: { zh: '结论', en: 'Verdict' },
  failing: {
    zh: '勾稽关系核对了 {assessed} 项，{failed} 项不符。',
    en: '{assessed} sum {assessed:edit|edits} assessed, {failed} failing.',
  },
  balanced: {
    zh: '勾稽关系核对了 {assessed} 项，全部相符。',
    en: '{assessed} sum {assessed:edit assessed: it holds|edits assessed, all of them hold}.',
  },
  structural: {
    zh: '勾稽关系核对了 {assessed} 项，没有不符；但数值全为 0，相符不能证明填写无误，只能看出各行齐全、次序正确。',
    en: '{assessed} sum {assessed:edit|edits} assessed, none fails; but over zeros alone that proves nothing. The rows are all there, in order.',
  },
  unproved: {
    zh: '勾稽关系核对了 {assessed} 项，没有不符；但数值全为 0，表格又不完整，不能说明填写无误。',
    en: '{assessed} sum {assessed:edit|edits} assessed, none fails; but over zeros alone, in incomplete tables, that proves nothing.',
  },
  unassessed: {
    zh: '没有一项勾稽关系能够核对，不能说明表格正确或有误。',
    en: 'No sum edit could be assessed: nothing can be said of the tables.',
  },
  allOpen: {
    zh: '{count} 项勾稽关系都因单元格没有数值等原因无法核对，不能说明表格正确或有误。',
    en: 'None of the {count} sum {count:edit|edits} could be assessed, mostly for cells without a number: nothing can be said of the tables.',
  },
  notAssessable: {
    zh: '另有 {count} 项因单元格没有数值等原因无法核对。',
    en: '{count} more could not be assessed, mostly for cells without a number.',
  },
  blankIsZero: {
    zh: '空白按 0 计算时，各项勾稽关系全部成立（推断，未改动单元格）。',
    en: 'With blanks as 0 every sum edit holds (an inference; no cell was changed).',
  },
  sums: { zh: '不符的勾稽关系', en: 'Sum edits that fail' },
  proposals: { zh: '可能的更正（仅供核对，原数未改）', en: 'What would restore them (nothing was changed)' },
  checks: { zh: '其他核对', en: 'Other checks' },
  claims: { zh: '文字与表格', en: 'Text against tables' },
  claimCounts: {
    zh: '文中可与表格核对的数字 {compared} 处，不一致 {differing} 处。',
    en: '{compared} {compared:number|numbers} of the text compared with the tables, {differing} {differing:differs|differ}.',
  },
  issues: { zh: '读取时发现的问题', en: 'Issues found in reading' },
  repairs: { zh: '修复与隐去', en: 'Repairs and redactions' },
  times: { zh: '{kind} {count} 处', en: '{kind}: {count}' },
  none: { zh: '无', en: 'none' },
  others: { zh: '另有 {count} 处', en: '{count} more' },
  andMore: { zh: '等，另有 {count} 处', en: ' and {count} more' },
  noFile: { zh: '没有这个文件', en: 'no such file' },
  noReport: { zh: '其中没有年度报告', en: 'no report in it' },
  refused: { zh: '不能读取“{file}”：{why}', en: 'Cannot read "{file}": {why}' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  tableMissing: { zh: '没有找到这张表', en: 'the table was not found' },
  edition: { zh: '{edition} 年格式', en: 'form of {edition}' },
  legend: {
    zh: '□ 空白　／ 不适用　字 文字　缺 没有找到',
    en: '□ blank   / not applicable   txt words   ? not found',
  },
  alternatives: { zh: '方案 {no}（{cause}）', en: 'Change {no} ({cause})' },
} as const satisfies Readonly<Record<string, Label>>

/** Heads of 表三 short enough to stand side by side, by the id of the column. */
export const shortHeads: Readonly<Record<string, Label>> = {
  natural_person: { zh: '自然人', en: 'Pers.' },
  commercial_enterprise: { zh: '企业', en: 'Firms' },
  research_institution: { zh: '科研', en: 'Rsch.' },
  public_interest_organization: { zh: '公益', en: 'Publ.' },
  legal_services: { zh: '法律', en: 'Legal' },
  other_organization: { zh: '其他', en: 'Other' },
  total: { zh: '总计', en: 'Total' },
}
