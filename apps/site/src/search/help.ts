import type { Locale } from '../words/locale.ts'

/** How to search, line by line: words of the page alone, which its scripts do not carry. */
export const searchHelp: Readonly<Record<Locale, readonly string[]>> = {
  zh: [
    '空格表示“并且”：科技局 三审三校',
    '引号内作为整体：“部门预算公开”',
    '前加减号表示不含：行政复议 -未收到',
    '繁体、全角、字间空格与注音都按简体原文检索；机关名称可用简称。',
    '检索机关名称、地名、标题和正文，也认拼音、行政区划代码、报告编号和文号。规定表格的行名每份报告都有，不在检索范围，可在“筛选”中选不为 0 的行。',
  ],
  en: [
    'A space means “and”: 科技局 三审三校',
    'Quotes keep a phrase together: “部门预算公开”',
    'A minus means “not”: 行政复议 -未收到',
    'Traditional script, full-width letters, spaced characters and pinyin glosses find the simplified original; short names find agencies.',
    'Names, places, titles and narrative text are searched, and pinyin, English names of provinces, division codes, report ids and document numbers are known. The row labels of the statutory tables stand in every report and are not searched: narrow down by a row that is not 0.',
  ],
}
