import type { Label } from '@gongkai/schema'

const label = (zh: string, en: string): Label => ({ zh, en })

/** Words of tables and charts over many reports; part of the messages of the pages. */
export const figureMessages = {
  placeYears: label('各地各年度', 'Places, year by year'),
  placeYearsNote: label(
    '收录的报告份数；下面一行为办结的申请中公开或部分公开的占比，不足 30 件的只列件数。“—”为未收录，不等于没有公布。汇总报告已含所属机关的数字，占比按各份报告合计。',
    'Reports held; below it the share of their results granted in full or in part, counts alone below 30. A dash is none held, which need not mean none published. Reports on a whole area include their organs; shares are over all reports together.',
  ),
  allYears: label('合计', 'All years'),
  ownLevel: label('本级', 'This level'),
  byProvince: label('各省级行政区', 'By province'),
  pooledNote: label(
    '占比按收录的各份报告合计，取决于收录了哪些报告和申请的内容，不是名次。不足 30 的只列份数、件数。',
    'Shares are over all reports held: they depend on what is held and what was asked for, and rank nobody. Counts alone below 30.',
  ),
  withoutRequest: label('全年没有新收申请', 'No new request'),
  failingSums: label('勾稽关系有不符', 'A sum fails'),
  failingReports: label('勾稽关系有不符的报告', 'Reports of which a sum fails'),
  shownOf: label('列出 {shown} 份，共 {all} 份', '{shown} of {all} listed'),
  allShown: label('共 {all} 份', 'All {all} listed'),
  historyNote: label(
    '条长为办结件数，最长 {most} 件；不足 30 件的不分色，只列件数。',
    'Length is the number of results, at most {most}; below 30 the bar is not divided.',
  ),
  historyCaption: label('历年办理结果', 'Results, year by year'),
  fewResults: label('不足 30 件，不分类', 'fewer than 30, not divided'),
  chartSvg: label('图（SVG）', 'Chart (SVG)'),
  chartPng: label('图（PNG）', 'Chart (PNG)'),
  drawingSource: label('公开年报 Gongkai，{table}，CC BY 4.0', 'Gongkai, {table}, CC BY 4.0'),
  yesByYear: label('各年度有多少份报告如此', 'How many reports are so, year by year'),
  shareOfReports: label('占报告的比例', 'Share of reports'),
  peerGroup: label('可比组', 'Group'),
  peerGroups: label('{year} 年度的可比组', 'Groups of peers, {year}'),
  peersReleased: label('取自 {date} 发布的数据。', 'Of the release of {date}. '),
  peersUnreleased: label('取自本数据集（尚无发布）。', 'Of this dataset; there was no release yet. '),
  peersNote: label(
    '报告页的可比中位数就是这里的中位数；不足 10 份的不成一组。',
    'The medians beside a report are these; fewer than 10 reports make no group.',
  ),
} as const satisfies Readonly<Record<string, Label>>
