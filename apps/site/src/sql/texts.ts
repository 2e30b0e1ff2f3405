import type { Locale } from '../words/locale.ts'

const zh = {
  title: '用 SQL 提问',
  lead: '在浏览器里查询本站的数据：不上传、不登录，查询和结果都留在这台设备上。',
  question: 'SQL 查询',
  run: '运行（Ctrl+Enter）',
  cancel: '停止',
  examples: '例子',
  tables: '可查询的表',
  tablesNote: (most: string) =>
    `超过 ${most} 行的表不在页面里查询。逐格（cells）、逐项核对（findings）、逐行文本（lines）等大表请下载 gongkai.duckdb，用 DuckDB 运行同样的语句。`,
  share: '查询写在网址里，复制网址即可转给别人；打开网址时只显示查询，按“运行”才执行。',
  only: '只能读，不能写：只认 SELECT，列名 year 在表名之后时照写即可。',
  noScript: '这一页需要 JavaScript。也可下载数据后在 DuckDB 中运行下面的例子。',
  working: '正在查询……',
  stopped: '已停止。',
  failed: (words: string) => `没有结果：${words}`,
  rows: (n: string) => `${n} 行`,
  more: (n: string) => `只显示前 ${n} 行，后面还有；请加条件或 limit。下载的也是这些行。`,
  download: '下载结果（CSV）',
  result: '结果',
}

/** Words of the SQL page. */
export type SqlTexts = typeof zh

const en: SqlTexts = {
  title: 'Ask in SQL',
  lead: 'Query the data in your browser: nothing is uploaded, no account; query and result stay on this device.',
  question: 'SQL query',
  run: 'Run (Ctrl+Enter)',
  cancel: 'Stop',
  examples: 'Examples',
  tables: 'Tables',
  tablesNote: (most) =>
    `A table of more than ${most} rows is not queried in the page. For cells, findings, lines and other large tables take gongkai.duckdb and run the same statements in DuckDB.`,
  share:
    'The query stands in the address: copy it to pass the query on. An address that is opened shows its query and runs it when you press Run.',
  only: 'It reads and never writes: SELECT alone is known.',
  noScript: 'This page needs JavaScript. The examples run in DuckDB, too, once the data are downloaded.',
  working: 'Working …',
  stopped: 'Stopped.',
  failed: (words) => `No result: ${words}`,
  rows: (n) => `${n} rows`,
  more: (n) =>
    `The first ${n} rows are shown, there are more: add a condition or a limit. The download has the same rows.`,
  download: 'Download the result (CSV)',
  result: 'Result',
}

export const sqlTexts: Readonly<Record<Locale, SqlTexts>> = { zh, en }
