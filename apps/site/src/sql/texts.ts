import { plural } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import type { Failure } from './messages.ts'

/** What is said of each failure; the words are those of the engine, or the address of a file. */
type Failures = Readonly<Record<Failure, (words: string) => string>>

const zhFailures: Failures = {
  refused: () =>
    '没有启用：这个浏览器不允许运行 WebAssembly，或版本太旧。窄表仍可查询；也可下载 gongkai.duckdb，在 DuckDB 中运行。',
  not_loaded: (words) => `没有读到文件，请检查网络后再试：${words}`,
  broken: (words) => `DuckDB 中断了，多半是内存不够；再按“运行”会重新启动。${words}`,
  elsewhere: () => '没有结果：只能查询本站的表，别处的网址、文件和扩展一律不读。',
  engine: (words) => `没有结果：${words}`,
}

const zh = {
  title: '用 SQL 提问',
  lead: '在浏览器里查询本站的数据：不上传、不登录，查询和结果都留在这台设备上。',
  question: 'SQL 查询',
  run: '运行（Ctrl+Enter）',
  cancel: '停止',
  examples: '例子',
  large: (tables: number) => `启用 DuckDB，查询全部 ${tables} 张表`,
  largeSize: (packed: string, plain: string) =>
    `下载一次，约 ${packed}（主机不压缩时 ${plain}）；标有“需 DuckDB”的表在用到时整张读入。`,
  bySmall: '现在由随页引擎回答：只认 SELECT，只查窄表。',
  byLarge: '现在由 DuckDB 回答：全部表都可查。',
  starting: '正在启用 DuckDB……',
  ready: 'DuckDB 已启用，可以运行查询了。',
  loading: (name: string, size: string) => `正在读取 ${name}（${size}）……`,
  needsLarge: (names: string) => `${names} 要由 DuckDB 查询：请按“启用 DuckDB”，启用后随即运行。`,
  tables: '表和列',
  tablesNote: '按列名或表名，就写进查询。书写时，编辑框下方列出可接续的名称，按 Tab 键到达。',
  insertTable: '写入表名',
  onlyLarge: '需 DuckDB',
  columns: (n: number) => `${n} 列`,
  names: (n: number) => `${n} 个可接续的名称，按 Tab 键选择`,
  share: '查询写在网址里，复制网址即可转给别人；打开网址时只显示查询，按“运行”才执行。',
  limit: (most: string) => `结果最多显示和下载 ${most} 行。`,
  onlyReading:
    '没有结果：只能读。语句须以 select、with、from 等开头，一次一句；install、load、attach、copy、set 等一律不执行。',
  noScript: '这一页需要 JavaScript。也可下载数据后在 DuckDB 中运行下面的例子。',
  working: '正在查询……',
  stopped: '已停止。',
  failures: zhFailures,
  rows: (n: string) => `${n} 行`,
  more: (n: string) => `只显示前 ${n} 行，后面还有；请加条件或 limit。下载的也是这些行。`,
  download: '下载结果（CSV）',
  result: '结果',
}

/** Words of the SQL page. */
export type SqlTexts = typeof zh

const enFailures: Failures = {
  refused: () =>
    'Not started: this browser does not allow WebAssembly, or is too old for it. Narrow tables can still be asked about; or take gongkai.duckdb and run DuckDB yourself.',
  not_loaded: (words) => `A file could not be read; check the network and try again: ${words}`,
  broken: (words) => `DuckDB broke off, most likely for want of memory; Run starts it again. ${words}`,
  elsewhere: () => 'No result: only the tables of this site are read; no address, file or extension from elsewhere.',
  engine: (words) => `No result: ${words}`,
}

const en: SqlTexts = {
  title: 'Ask in SQL',
  lead: 'Query the data in your browser: nothing is uploaded, no account; query and result stay on this device.',
  question: 'SQL query',
  run: 'Run (Ctrl+Enter)',
  cancel: 'Stop',
  examples: 'Examples',
  large: (tables) => `Start DuckDB to ask about all ${tables} tables`,
  largeSize: (packed, plain) =>
    `One download of about ${packed} (${plain} where the host does not compress). Tables marked “needs DuckDB” are read whole when a query names them.`,
  bySmall: 'Answered by the engine of this page: SELECT alone, narrow tables only.',
  byLarge: 'Answered by DuckDB: all tables.',
  starting: 'Starting DuckDB …',
  ready: 'DuckDB has started: run your query.',
  loading: (name, size) => `Reading ${name} (${size}) …`,
  needsLarge: (names) => `DuckDB is needed for ${names}: press “Start DuckDB”, and the query runs once it is there.`,
  tables: 'Tables and columns',
  tablesNote:
    'Press a name to put it into the query. While you write, names that go on with it are listed below the editor: the Tab key leads there.',
  insertTable: 'Insert the table',
  onlyLarge: 'needs DuckDB',
  columns: (n) => `${n} ${plural(Number(n), 'column', 'columns')}`,
  names: (n) => `${n} names to go on with: press Tab`,
  share:
    'The query stands in the address: copy it to pass the query on. An address that is opened shows its query and runs it when you press Run.',
  limit: (most) => `At most ${most} rows are shown and downloaded.`,
  onlyReading:
    'No result: this page reads and never writes. One statement that begins with select, with, from or the like; install, load, attach, copy and set are not run.',
  noScript: 'This page needs JavaScript. The examples run in DuckDB, too, once the data are downloaded.',
  working: 'Working …',
  stopped: 'Stopped.',
  failures: enFailures,
  rows: (n) => `${n} ${plural(Number(n), 'row', 'rows')}`,
  more: (n) =>
    `The first ${n} rows are shown, there are more: add a condition or a limit. The download has the same rows.`,
  download: 'Download the result (CSV)',
  result: 'Result',
}

export const sqlTexts: Readonly<Record<Locale, SqlTexts>> = { zh, en }
