import type { Label } from '@gongkai/schema'
import { fillPlace, placePattern } from '@gongkai/schema/browser'
import { figureMessages } from './figure-messages.ts'
import { type Locale, pick } from './locale.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** Words of the pages, in both languages; `{n}` and the like are filled in. Longer texts stand beside this file. */
const messages = {
  site: label('公开年报', 'Gongkai'),
  siteLong: label('政府信息公开年度报告数据', 'China’s yearly disclosure reports as open data'),
  demo: label('演示数据', 'Demo data'),
  demoNote: label(
    '本站报告全部虚构，不是任何机关公布的。',
    'Every report here is invented; no agency published any of it.',
  ),
  skip: label('跳到正文', 'Skip to content'),
  mainNav: label('主导航', 'Main'),
  breadcrumb: label('当前位置', 'Breadcrumb'),
  home: label('首页', 'Home'),
  reports: label('报告', 'Reports'),
  quality: label('质量', 'Quality'),
  data: label('数据', 'Data'),
  method: label('方法', 'Method'),
  glossary: label('术语', 'Glossary'),
  check: label('公布前自查', 'Check a draft'),
  checkYours: label('自查你的年报', 'Check your own report'),
  about: label('关于', 'About'),
  aboutTitle: label('关于本站', 'About'),
  otherLanguage: label('English', '中文'),
  otherHome: label('English home page', '中文首页'),

  notGovernment: label(
    '本站不是政府网站。数据取自各机关公开发布的年度报告，以原文为准。',
    'Not a government site. Figures come from the agencies’ published reports; the originals prevail.',
  ),
  licences: label('数据许可', 'Data'),
  codeLicence: label('代码许可', 'Code'),
  thirdParties: label('第三方许可', 'Third parties'),
  corrections: label('更正与撤下', 'Corrections and takedown'),
  contact: label('反馈错误', 'Report an error'),
  dataVersion: label('数据版本', 'Data version'),
  agencyVersion: label('本机关数据版本', 'Data version of this agency'),
  regionVersion: label('本地区数据版本', 'Data version of this place'),
  versionNote: label(
    '数据版本代表整个数据集。报告、机关、地区各页另有该机关、该地区的数据版本，这些数据有变动时才改变。',
    'The data version stands for the whole dataset. Pages of reports, agencies and places name the version of the data of that agency or place, which changes only when they do.',
  ),
  build: label('程序版本', 'Build'),
  unknown: label('不详', 'unknown'),

  searchLabel: label('查找机关或地区', 'Find an agency or place'),
  searchExample: label('例如：科学技术局', 'e.g. 科学技术局'),
  searchButton: label('查找', 'Search'),

  homeTitle: label('政府信息公开年报，逐格可查', 'Every figure of China’s disclosure reports, traceable to its line'),
  homeLead: label(
    '县级以上人民政府部门每年 1 月 31 日前、县级以上地方人民政府每年 3 月 31 日前，公布上一年度的政府信息公开工作年度报告。本站把报告中的三张法定表格读成数据，每个不为 0 的数字都可以点回它在原文中的位置，勾稽关系逐项核对。',
    'Each year government departments report by 31 January, and local governments by 31 March, how they disclosed information and answered requests in the year before. This site turns the three statutory tables into data: every figure other than 0 links to its place in the source text, and every sum the form prescribes is checked.',
  ),
  more: label('查看依据', 'See the figures'),
  coverage: label('覆盖范围', 'Coverage'),
  coverageNote: label(
    '方格为省级行政区，数字为收录的报告份数；港澳台不适用。收录多少取决于所取得的文件，不代表各地公开工作的优劣。',
    'One tile per province with the number of reports held; the regulation does not apply in Hong Kong, Macao and Taiwan. What is held depends on which files were obtained, not on how much was published.',
  ),
  reportsByYear: label('收录报告，按年度', 'Reports held, by year'),
  filesByOutcome: label('输入文件，按处理结果', 'Input files, by outcome'),
  latestReports: label('最近发布的报告', 'Latest reports'),
  latestCaption: label(
    '按发布日期由近及远；未载明发布日期的，按落款日期',
    'Newest first, by date of publication, else by date of signature',
  ),
  noReports: label('目前没有收录报告。', 'No report is held yet.'),
  moreLatest: label('更多最近发布的报告', 'More of the latest reports'),
  allReports: label('全部报告', 'All reports'),
  year: label('年度', 'Year'),
  count: label('数量', 'Count'),
  outcome: label('处理结果', 'Outcome'),

  report: label('报告', 'Report'),
  place: label('地区', 'Place'),
  published: label('发布日期', 'Published'),
  signedSmall: label('落款日期', 'signed'),
  notStated: label('未载明', 'not stated'),
  received: label('新收', 'Received'),
  results: label('办结', 'Results'),
  disclosed: label('公开或部分公开', 'Granted, in full or in part'),
  edits: label('勾稽关系', 'Sums'),
  backToRow: label('回到表中的这一行', 'Back to the row of the table'),
  scrollable: label('{name}，可横向滚动', '{name}, scrolls sideways'),

  agencyDescription: label(
    '{name}的政府信息公开工作年度报告，共 {n} 份。',
    'Yearly disclosure reports of {name}: {n} held.',
  ),
  otherNames: label('报告中还出现过的名称：', 'Also printed as: '),
  ownReports: label('各年度的报告', 'Its reports'),
  reportsHeld: label('收录报告 {n} 份', 'Reports held: {n}'),
  agencyId: label('机关编号', 'Agency id'),
  ...figureMessages,
  agencyChain: label('收到、办结与结转', 'Received, answered, carried over'),
  chainNote: label(
    '上一年“结转下年度”应当等于下一年“上年结转”。只比较印有数字、且年度相连的报告。',
    'What one year carries forward the next should carry in. Only consecutive years that print both numbers are compared.',
  ),
  newReceived: label('本年新收', 'Newly received'),
  carriedIn: label('上年结转', 'Carried in'),
  resultsTotal: label('办理结果总计', 'Results'),
  carriedForward: label('结转下年度', 'Carried forward'),
  carryCheck: label('与上年衔接', 'Agrees with the year before'),
  carryHolds: label('相符', 'yes'),
  carryBreaks: label('不符：上年结转下年度为 {n} 件', 'no: the year before carried {n} forward'),
  unread: label('未读出', 'not read'),
  downloadAgency: label('下载该机关各年度数据', 'Download all years of this agency'),
  cellsCsv: label('表格数据（CSV）', 'Cells (CSV)'),
  everythingJson: label('表格数据与核对结果（JSON）', 'Cells and checks (JSON)'),

  regionDescription: label(
    '{name}的政府信息公开工作年度报告，收录 {n} 份。',
    'Yearly disclosure reports of {name}: {n} held.',
  ),
  regionCount: label(
    '行政区划代码 {code}，数字包括下级地区。收录并不齐全，没有收录不等于没有公布。',
    'Division code {code}; figures include the divisions below. What is not held may still have been published.',
  ),
  reportCount: label('{n} 份', '{n}'),
  agencyCount: label('{n} 个机关', '{n}'),
  register: label('本级机关各年度收录情况', 'Agencies at this level, by year'),
  registerCaption: label(
    '数字为新收申请件数，可点开报告；“有”为没有读出此数的报告；“—”为未收录',
    'New requests, leading to the report; a tick where the number was not read, a dash where no report is held',
  ),
  held: label('有', '✓'),
  notHeld: label('未收录', 'not held'),
  agency: label('机关', 'Agency'),
  registerUnplaced: label('各机关各年度收录情况', 'Agencies, by year'),
  reportsUnplaced: label('报告一览', 'The reports'),
  reportsHere: label('本级机关的报告', 'Reports at this level'),

  downloadReports: label('下载本页报告', 'Download these reports'),
  downloadReportsNote: label(
    '每份报告一行：机关、地区、日期、核对结果，以及表三、表四总计栏的数字。没有印出数字的留空，不填 0；是空白还是缺失，见数据集的 cells 表。',
    'One row per report: agency, place, dates, outcome of the checks, and the total columns of the tables on requests and proceedings. Where no number is printed the field is empty, never 0; the table cells of the dataset says what stands there.',
  ),
  reportsCsv: label('报告一览（CSV）', 'Reports (CSV)'),
  reportsJson: label('报告一览（JSON）', 'Reports (JSON)'),
  subscribe: label('订阅最近发布的报告（Atom）', 'Follow the reports last published (Atom)'),
  subscribeAgency: label('订阅该机关的报告（Atom）', 'Follow the reports of this agency (Atom)'),
  excelNote: label(
    '本页各表的 CSV 为 UTF-8 编码，不带 BOM。用 Excel 打开时，请从“数据”选项卡选择“从文本/CSV”导入，以免中文显示为乱码。',
    'CSV files of the tables are UTF-8 without BOM. In Excel, import them with Data › From Text/CSV, so that Chinese is shown correctly.',
  ),
  listCsvNote: label('CSV 可直接用 Excel、WPS 打开。', 'CSV files open in Excel and WPS as they are.'),
  digest: label('总摘要（SHA-256，涵盖全部文件）', 'Digest of all files (SHA-256)'),
  verifyNote: label(
    '下载后可核对校验和、行数、主键与代码表，并确认这正是所发布的数据：',
    'Checks a download: sums, rows, keys and codes, and that it is the dataset that was published:',
  ),
  yearTitle: label('{year} 年度', 'Report year {year}'),
  yearDescription: label(
    '{year} 年度的政府信息公开工作年度报告，收录 {n} 份。',
    'Disclosure reports for {year}: {n} held.',
  ),
  yearNav: label('各年度', 'Years'),
  yearPlaces: label('各地报告', 'Reports by province'),
  unknownPlace: label('地区未能确定', 'Division not determined'),
  unknownPlaceLead: label(
    '这些报告没有写明所在地，或者地名有重名，未能确定行政区划。',
    'These reports do not say where they come from, or name a place that several divisions share.',
  ),
  unknownYear: label('年度不详', 'Year unknown'),
  unknownYearTitle: label('年度不详的报告', 'Reports of an unknown year'),
  punctuality: label('是否按期', 'Punctuality'),
  punctualityNote: label(
    '以页面发布日期（未载明的，以落款日期）与法定期限相比。转载或者网站迁移后，页面日期可能晚于首次公布的日期，仅供参考。',
    'Date of publication on the page, else of the signature, against the statutory deadline. A page that was moved later shows a later date, so read this with care.',
  ),
  onTime: label('期限内', 'On time'),
  late: label('晚于期限', 'Late'),
  undated: label('没有可比的日期', 'No date to compare'),
  requestsSpread: label('新收申请的分布', 'New requests, by size'),

  qualityTitle: label('数据质量', 'How good the data are'),
  qualityLead: label(
    '每次构建时由数据集算出。没有读出的、核对不符的、没有收录的，都列在这里。',
    'Computed from the dataset at each build: what was not read, what does not add up, and what was left out.',
  ),
  cellsByState: label('单元格，按状态', 'Cells, by state'),
  editsByOutcome: label('勾稽关系与其他核对，按结果', 'Sums and other checks, by outcome'),
  repairsByKind: label('修复，按类别', 'Repairs, by kind'),
  repairsNote: label(
    '修复只针对网页转载造成的损伤，不改动数字。有 {n} 份报告（共 {all} 份）的页面混入了广告或镜像网站的文字。',
    'Repairs undo damage done by republishing and touch no number. {n} of {all} {all:report|reports} stood on a page with foreign advertising or words of a mirror site.',
  ),
  listThem: label('列出这些报告', 'List them'),
  listLead: label(
    '共 {count} 处，见于 {reports} 份报告。',
    '{count} in all; reports in which they are found: {reports}.',
  ),
  listFiles: label('共 {count} 个文件。', 'Files: {count}.'),
  publishedReport: label('收录的报告', 'Report published'),
  listNote: label(
    '本页列出 {shown} 行，共 {all} 行；全部见 CSV 文件。',
    '{shown} of {all} {all:row is|rows are} listed here; the CSV file has them all.',
  ),
  allRows: label('共 {all} 行', 'All {all} {all:row|rows} listed'),
  listCsv: label('全部列表（CSV）', 'The whole list (CSV)'),
  issuesByCode: label('读取时发现的问题，按种类', 'Issues found in reading, by kind'),
  ledger: label('没有成为报告的文件', 'Files that became no report'),
  ledgerNote: label(
    '列出 {shown} 个，共 {all} 个；全部见数据集的 documents 表。',
    '{shown} of {all} are listed; the table documents has them all.',
  ),
  ledgerNone: label('全部输入文件都读成了报告。', 'Every input file became a report.'),
  none: label('没有。', 'None.'),
  file: label('文件', 'File'),
  reason: label('原因', 'Reason'),
  detail: label('说明', 'What was found'),
  sameAs: label('与 {path} 相同', 'same as {path}'),

  aboutLead: label(
    '本站收集行政机关公开发布的政府信息公开工作年度报告，整理成可以核对、下载和引用的数据。本站不是政府网站，不受任何机关委托。',
    'An independent, open dataset of the yearly reports on information disclosure that Chinese government bodies publish. Not a government site, and not commissioned by any agency.',
  ),
  methodTitle: label('方法', 'Method'),
  methodLead: label(
    '一份报告怎样变成数据，页面上的标记各是什么意思。',
    'How a report becomes data, and what the marks on the pages mean.',
  ),
  glossaryTitle: label('术语对照', 'Glossary'),
  glossaryLead: label(
    '规定表格的行名、列名和数据集的代码，中英对照。',
    'Rows and columns of the forms and codes of the dataset, in Chinese and English.',
  ),
  contents: label('目录', 'Contents'),
  inDataset: label('数据集中的写法', 'In the dataset'),

  dataTitle: label('数据下载', 'Download the data'),
  dataLead: label(
    '全部数据以 Parquet 和 CSV 提供，注明出处即可自由使用。',
    'All data as Parquet and CSV, free to use with attribution.',
  ),
  files: label('文件', 'Files'),
  filesNote: label('“空白”“不适用”“文字”“缺失”都不是 0。', 'Blank, not applicable, words and missing are not 0.'),
  checkFiles: label('核对下载的文件', 'Check what you downloaded'),
  sumsNote: label('在下载的文件夹里核对各文件：', 'Checks every file, in the folder of the download:'),
  compressedNote: label('较长的 CSV 压缩为 .gz 提供。', 'Long CSV files are compressed (.gz).'),
  partCount: label('{n} 个文件', '{n} {n:file|files}'),
  partsNote: label(
    '装不进一个文件（24 MiB）的表分为多个文件：它的网址（如 {name}）是目录，报告各表按年度分放，没有单个的总文件；各部分合起来就是全表。',
    'A table that does not fit into one file (24 MiB) lies in several: its address, such as {name}, is a folder, by year for tables of reports, and there is no single file. All parts together are the table.',
  ),
  listsByYear: label(
    '只要每份报告一行的一览表（CSV），可以按年度下载，各地区页也有：',
    'Lists with one row per report (CSV), by year; the pages of divisions have theirs:',
  ),
  sums: label('全部文件的校验和（SHA-256）', 'Checksums of every file (SHA-256)'),
  filesCount: label('共 {n} 个文件', '{n} {n:file|files}'),
  content: label('内容', 'Content'),
  size: label('大小', 'Size'),
  codebook: label('字段说明', 'Codebook'),
  codebookNote: label(
    '由数据集的声明生成，与发布的文件逐列对应；代码的含义见术语对照。',
    'Generated from the declarations of the dataset, column for column; codes are explained in the glossary.',
  ),
  field: label('字段', 'Column'),
  type: label('类型', 'Type'),
  meaning: label('含义', 'Meaning'),
  unit: label('单位', 'Unit'),
  basis: label('依据', 'Basis'),
  primaryKey: label('主键 {key}', 'Key: {key}'),
  onePer: label('{per}', 'one row per {per}'),
  rowsColumns: label('{rows} 行 × {columns} 列', '{rows} {rows:row|rows} × {columns} {columns:column|columns}'),
  forMachines: label('数据集的机器可读描述：', 'Descriptions for machines:'),
  jsonFiles: label('JSON 文件', 'JSON files'),
  rowCount: label('行数', 'Rows'),
  ask: label('查询', 'Ask'),
  askTable: label('用 SQL 查询 {name}', 'Ask about {name} in SQL'),
  citeData: label('引用数据集', 'Cite the dataset'),
  useData: label('怎样使用', 'How to use it'),

  placesTitle: label('按地区', 'By place'),
  placesLead: label(
    '收录报告的省级行政区，点开可看下级地区和各机关。',
    'Provinces that reports are held of; each leads to the divisions and agencies below.',
  ),
  yearsTitle: label('按年度', 'By year'),
  yearsLead: label(
    '各年度收录了多少份报告，申请办结了多少，公开了多少。',
    'How many reports are held of each year, how many requests they answered, and how many they granted.',
  ),
  agenciesTitle: label('按机关', 'By agency'),
  agenciesLead: label(
    '收录报告的机关，按省级行政区排列。知道名称的，用搜索更快。',
    'Agencies that reports are held of, by province. If you know the name, search is quicker.',
  ),
  latestTitle: label('最近发布的报告', 'Reports last published'),

  indicators: label('指标', 'Indicators'),
  compare: label('比较', 'Compare'),
  indicatorsLead: label(
    '由三张法定表格的数字算出的指标：怎样定义，各级机关分布如何。',
    'Figures computed from the three statutory tables: how each is defined, and how it is spread over bodies of each level.',
  ),
  indicatorsNote: label(
    '不排名次。占比高低取决于申请的内容，不等于工作优劣；分母不足 30 的不给出占比，可比的报告不足 10 份的不给出中位数。',
    'Nothing is ranked: a share depends on what was asked for. No share is given over fewer than 30, no median of fewer than 10 reports.',
  ),
  indicatorsCaption: label(
    '全部指标，以及最近一个有数值的年度的中位数',
    'Every indicator, with the median of its latest year',
  ),
  indicator: label('指标', 'Indicator'),
  formula: label('公式', 'Formula'),
  reportsGiven: label('有数值的报告', 'Reports given'),
  median: label('中位数', 'Median'),
  lowerQuartile: label('下四分位', 'Lower quartile'),
  upperQuartile: label('上四分位', 'Upper quartile'),
  level: label('级别', 'Level'),
  notGivenWhen: label('何时不给出', 'Not given when'),
  smallNumbers: label('小数目', 'Small numbers'),
  smallNumbersRule: label(
    '分母不足 {n} 的，只列件数，不给出数值，也不计入中位数。',
    'Below a denominator of {n} counts alone are given, and the figure is in no median.',
  ),
  spread: label('分布', 'Spread'),
  spreadNote: label(
    '圆点为报告，越大越多；竖线为中位数，底色为中间一半的报告。横轴从 {from} 到 {to}，超出的画在两端。',
    'Dots are reports, larger where there are more; the line is the median, the band the middle half. The axis runs from {from} to {to}; what lies beyond stands at its ends.',
  ),
  givenOrNot: label('多少份报告有这个数值', 'How many reports have the figure'),

  changes: label('本期变动', 'Changes'),
  changesLead: label(
    '与上一次发布相比，新增、撤下的报告和变动的单元格，以及原因。',
    'Reports added or withdrawn and cells that changed since the release before, each with its cause.',
  ),
  neverReleased: label(
    '数据尚未发布过，没有可比的上一期。',
    'Nothing was released yet: there is no earlier state to compare with.',
  ),
  releasedOn: label('数据发布日期：{date}。', 'Data released on {date}.'),
  noChanges: label('这次发布没有变动。', 'This release changed nothing.'),
  change: label('变动', 'Change'),
  cell: label('单元格', 'Cell'),
  before: label('原为', 'Before'),
  now: label('现为', 'Now'),
  cause: label('原因', 'Cause'),

  notFound: label('没有这个页面', 'Page not found'),
  notFoundLead: label(
    '网址可能有误，或者该报告尚未收录。可以查找机关或地区：',
    'The address may be wrong, or the report is not held yet. Search for an agency or place:',
  ),

  source: label('来源：{name}', 'Source: {name}'),
  points: label('查看数据表', 'Show as a table'),
  pointsCsv: label('下载图中数据（CSV）', 'Data of this chart (CSV)'),
  item: label('项目', 'Item'),
  table: label('表', 'Table'),
} as const satisfies Readonly<Record<string, Label>>

export type MessageKey = keyof typeof messages

/** The names of every message. */
export const messageKeys = Object.keys(messages) as readonly MessageKey[]

const places = new RegExp(placePattern, 'g')

/** Looks up and fills a message. @throws {RangeError} if a place to be filled is not given */
export function say(locale: Locale, key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return pick(locale, messages[key]).replaceAll(places, (_, place: string) => {
    const value = fillPlace(place, values)
    if (value === undefined) throw new RangeError(`Cannot say "${key}": "{${place}}" is not given`)
    return String(value)
  })
}

/** The message in both languages, for pages that show both. */
export const both = (key: MessageKey): Label => messages[key]

/** `say` for one page. */
export const toSpeaker =
  (locale: Locale) =>
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string =>
    say(locale, key, values)
