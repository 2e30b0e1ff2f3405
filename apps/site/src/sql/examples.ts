import type { Label } from '@gongkai/schema'

/** A question of a reader, as a query. */
export interface Example {
  readonly id: string
  readonly title: Label
  /** What the query does, and what to mind. */
  readonly note: Label
  readonly sql: string
}

/** Every example runs as it is here and in the DuckDB database; each orders its rows, so that both give the same. */
export const examples: readonly Example[] = [
  {
    id: 'most-requests',
    title: { zh: '哪些机关收到的申请最多？', en: 'Which agencies received most requests?' },
    note: {
      zh: 'requests 每份报告每行一行，total 是总计栏；没有读出数字的不参与排序。',
      en: 'requests has one row per report and row of the form; total is its last column. What was not read is left out.',
    },
    sql: `select r.agency_name, r.year, q.total as received
from requests q join reports r on r.report_id = q.report_id
where q.row_id = 'new_received' and q.total is not null
order by received desc, r.report_id
limit 20`,
  },
  {
    id: 'by-year',
    title: { zh: '每年收录多少报告，共多少件申请？', en: 'How many reports and requests are held of each year?' },
    note: {
      zh: '收录不等于公布：合计只含收录的报告。',
      en: 'Held is not published: the sum is of the reports held, no more.',
    },
    sql: `select r.year, count(*) as reports, sum(q.total) as received
from reports r join requests q on q.report_id = r.report_id
where q.row_id = 'new_received'
group by r.year
order by r.year`,
  },
  {
    id: 'outcomes',
    title: { zh: '申请的结果怎样分布？', en: 'How did requests end?' },
    note: {
      zh: 'share 只在结果不少于 30 件时给出；中位数以报告为单位。',
      en: 'share is given of 30 results or more; the median is over reports.',
    },
    sql: `select group_id, count(share) as reports, sum(request_count) as requests, median(share) as median_share
from outcomes
group by group_id
order by group_id`,
  },
  {
    id: 'no-requests',
    title: { zh: '哪些机关一件申请也没有收到？', en: 'Which agencies received no request at all?' },
    note: {
      zh: '0 是印出来的 0，空白和缺失不算。',
      en: 'A 0 is a 0 that is printed; blank and missing do not count.',
    },
    sql: `select r.agency_name, r.year, r.region_code
from requests q join reports r on r.report_id = q.report_id
where q.row_id = 'new_received' and q.total = 0
order by r.report_id
limit 50`,
  },
  {
    id: 'failing',
    title: { zh: '哪些报告的勾稽关系不符？', en: 'Whose sums do not hold?' },
    note: {
      zh: '不符可能是报告的错，也可能是读取的错；报告页逐条列出。',
      en: 'The report or our reading may be at fault; the page of the report lists each sum.',
    },
    sql: `select report_id, agency_name, year, edits_failed, edits_assessed
from reports
where edits_failed > 0
order by edits_failed desc, report_id
limit 50`,
  },
  {
    id: 'late',
    title: { zh: '哪些报告逾期公布？', en: 'Which reports were late?' },
    note: {
      zh: 'days_late 为正是逾期天数，没有公布日期的不在内。',
      en: 'days_late above 0 is days after the deadline; reports without a date are left out.',
    },
    sql: `select agency_name, year, published_on, days_late
from reports
where days_late > 0
order by days_late desc, report_id
limit 50`,
  },
  {
    id: 'review-and-suit',
    title: { zh: '哪些机关因信息公开被复议或起诉？', en: 'Who was taken to review or to court?' },
    note: {
      zh: 'proceedings 的 total 是各行总计：行政复议，未经复议直接起诉，复议后起诉。',
      en: 'total of proceedings is the sum of each row: review, suit without review, suit after review.',
    },
    sql: `select r.agency_name, r.year, p.row_id, p.total
from proceedings p join reports r on r.report_id = p.report_id
where p.total > 0
order by p.total desc, r.report_id, p.row_id
limit 50`,
  },
  {
    id: 'unread',
    title: { zh: '哪些报告没有读全？', en: 'Which reports were not read in full?' },
    note: {
      zh: 'cells_missing 是没有找到的格数；这些报告的合计不可当作 0。',
      en: 'cells_missing counts the cells not found; do not take them for 0.',
    },
    sql: `select report_id, cells_expected, cells_missing, trust
from reports
where cells_missing > 0
order by cells_missing desc, report_id
limit 50`,
  },
]
