import { copyIssues, replacedReasons } from './copies.ts'
import { firstFormYear } from './forms/index.ts'
import type { Label } from './forms/types.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** What a reader can say about a document; every code has a documented meaning. */
export const documentIssues = {
  row_unmapped: label('表中有一行无法对应到规定格式', 'A printed row matches no row of the form'),
  block_unprinted: label(
    '规定格式中这一行所在的整个部分在文中都没有找到',
    'A row of the form is not printed, nor is anything of the part of the form that it belongs to',
  ),
  row_unprinted: label('规定格式中的一行在文中没有找到', 'A row of the form is not printed'),
  row_ragged: label('一行的数值个数与表头不符', 'A row holds more or fewer values than the form has columns'),
  row_repeated: label('同一行出现了两次，以第一次为准', 'A row is printed twice; the first one is kept'),
  row_contradicted: label(
    '同一行出现了两次而数值不同，以第一次为准，相关勾稽关系不核对',
    'A row is printed twice with different numbers; the first one is kept, and its sums are not assessed',
  ),
  single_value: label('每行只印有一个数值，按总计列读取', 'One value per row is printed; it is read as the total'),
  label_inferred: label('行标签缺失或残缺，按所在位置判定', 'A row label is lost or damaged; its place decides'),
  columns_reordered: label('列的顺序与规定格式不同，按表头读取', 'Columns are in another order; read by their heads'),
  digits_joined: label('数字连写，依据勾稽关系拆分', 'Digits run together; cut by the sum edits'),
  digits_ambiguous: label(
    '数字连写，拆分方式不唯一，留作缺失',
    'Digits run together and cannot be cut in only one way; left missing',
  ),
  not_a_count: label('单元格内容不是数量', 'A cell holds something that is not a count'),
  unit_missing: label('金额没有印出单位', 'An amount is printed without a unit'),
  unit_converted: label('金额按所印单位换算', 'An amount was converted from its printed unit'),
  number_annotated: label('数字带有附注', 'A number carries a note'),
  part_left_out: label(
    '数字旁另有被划去、隐去的内容或注释标记，未读作数字',
    'Beside a number stands what is struck out, hidden or the mark of a note; it was left out',
  ),
  table_missing: label('没有找到这张表', 'The table was not found'),
  tables_missing: label('三张法定表格都没有找到', 'None of the three statutory tables was found'),
  tables_deduplicated: label(
    '重复的行已丢失，数值不可恢复',
    'Repeated lines were dropped from the page; values cannot be recovered',
  ),
  attachment_only: label('正文在附件中，本文件没有表格', 'The report is an attachment; this file holds no tables'),
  cell_corrected: label('单元格经人工核定', 'A cell was settled by a reviewed correction'),
  correction_unused: label(
    '人工核定的单元格在本报告中不存在',
    'A reviewed correction names a cell that the report lacks',
  ),
  edition_not_read: label(
    `${firstFormYear} 年度以前没有现行的三张表，当时的统计表暂不读取`,
    `Before report year ${firstFormYear} there were no tables of the present form; older ones are not read`,
  ),
  edition_mixed: label('各表采用的格式版本不同', 'The tables follow different editions of the form'),
  line_unread: label('表格范围内有一行未能读取', 'A line within the tables was not read'),
  agency_unknown: label('无法确定发布机关', 'The agency cannot be determined'),
  agency_conflict: label('文中出现不同的机关名称', 'The document names different agencies'),
  agency_damaged: label('机关名称中混入无关文字', 'Foreign words stand inside the name of the agency'),
  agency_inferred: label(
    '标题、前言和落款都没有机关名称，按其他依据判定',
    'Neither title, preface nor signature names the agency; something weaker does',
  ),
  identity_settled: label(
    '机关、年度或区划依据人工核定',
    'Agency, year or division was settled by a reviewed correction',
  ),
  region_unknown: label('无法确定行政区划', 'The division cannot be determined'),
  region_ambiguous: label('行政区划重名，无法确定', 'Several divisions share the name'),
  year_unknown: label('无法确定报告年度', 'The report year cannot be determined'),
  year_conflict: label('标题年度与统计期限不一致', 'The title and the period name different years'),
  date_damaged: label('日期残缺，无法确定', 'A date is damaged and cannot be read'),
  encoding_damaged: label('文字编码受损', 'Characters were lost in the encoding'),
  errors_several: label(
    '不符的勾稽关系不能由一两处改动全部恢复，可能有多处错误',
    'No change of one or two cells restores the failing sum edits: there are probably several errors',
  ),
  spam_present: label('页面混入无关广告', 'The page carries foreign advertising'),
} as const satisfies Readonly<Record<string, Label>>

export type DocumentIssue = keyof typeof documentIssues

/** What an issue can say: of a document, or of a report of which there are several copies. */
export const issueCodes = { ...documentIssues, ...copyIssues }

export type IssueCode = keyof typeof issueCodes

/** What a repair can be; none of them touches a number. */
export const repairKinds = {
  gloss: label('删去汉字后注音', 'Pinyin gloss after a Han character removed'),
  script: label('繁体转为简体', 'Traditional script converted to simplified'),
  vocabulary: label('还原被替换的用语', 'Converted vocabulary restored'),
  compatibility: label('兼容字符还原为常用字符', 'Compatibility characters normalised'),
  spam: label('删去无关广告', 'Foreign advertising removed'),
  mirror: label('删去镜像网站插入的文字', 'Words inserted by a mirror site removed'),
  residue: label('删去转换残留', 'Conversion residue removed'),
  repeated: label('删去重复的段落', 'Repeated paragraph removed'),
  date: label('补全残缺日期', 'Damaged date completed'),
  redaction: label('隐去个人信息', 'Personal data redacted'),
} as const satisfies Readonly<Record<string, Label>>

export type RepairKind = keyof typeof repairKinds

/** What became of an input file. */
export const documentStatuses = {
  extracted: label('已读取', 'Read'),
  duplicate: label('与另一文件完全相同', 'Byte-identical to another file'),
  superseded: label('已采用同一报告的另一版本', 'Another copy of the report is published'),
  not_a_report: label('不是年度报告', 'Not a yearly report'),
  rejected: label('无法读取', 'Could not be read'),
} as const satisfies Readonly<Record<string, Label>>

export type DocumentStatus = keyof typeof documentStatuses

/** Why a file is not in the dataset; null only for `extracted`. */
export const reasonCodes = {
  empty: label('文件为空', 'The file is empty'),
  not_a_file: label('不是普通文件', 'Not a regular file'),
  unreadable: label('文件无法打开', 'The file cannot be opened'),
  too_large: label('文件超过大小限制', 'The file is larger than the limit'),
  unknown_type: label('不支持的文件类型', 'The file type is not supported'),
  format_not_read: label('此格式暂不能读取', 'This format is not read yet'),
  damaged: label('文件已损坏', 'The file is damaged'),
  encrypted: label('文件已加密', 'The file is encrypted'),
  limit_exceeded: label('内容超过处理限制', 'The content exceeds a limit'),
  timed_out: label('处理超时', 'Reading took too long'),
  failed: label('程序处理出错', 'The program failed on the document'),
  no_text: label('没有文字内容', 'The file holds no text'),
  undecodable: label('无法识别文字编码', 'The text cannot be decoded'),
  unrelated: label('内容不是政府信息公开年度报告', 'The text is not a yearly report on information disclosure'),
  blank_form: label('空白表格', 'A blank form'),
  notice: label('部署年报工作的通知', 'A notice asking for reports'),
  guide: label('指南、目录、制度或范文', 'A guide, catalogue, rules or a model text'),
  interpretation: label('对年度报告的解读、图解或问答', 'An explanation of a report, in words or pictures'),
  plan: label('工作计划、要点或方案', 'A plan of work'),
  study: label('以年度报告为对象的研究或评估', 'A study or an assessment of reports'),
  letter: label('函件', 'A letter'),
  statistics: label('单项统计', 'Statistics of one kind only'),
  summary: label('外文摘要', 'A summary in another language'),
  partial_year: label('不满一年的统计', 'Statistics for part of a year'),
  other_report: label('其他种类的年度报告', 'Another kind of yearly report'),
  column_page: label('栏目列表页', 'A column page'),
  identical: label('与另一文件完全相同', 'Byte-identical to another file'),
  ...replacedReasons,
} as const satisfies Readonly<Record<string, Label>>

export type ReasonCode = keyof typeof reasonCodes

/** The five states of an expected cell. */
export const cellStates = {
  value: label('有数值', 'A number is printed, 0 included'),
  blank: label('空白', 'The cell is there and empty'),
  not_applicable: label('不适用', 'A dash, slash or 无 is printed'),
  text: label('文字', 'Words stand where a number belongs'),
  missing: label('缺失', 'No place for the cell is found'),
} as const satisfies Readonly<Record<string, Label>>

export type CellState = keyof typeof cellStates

/** Outcome of an edit. */
export const findingStatuses = {
  pass: label('相符', 'Holds'),
  fail: label('不符', 'Does not hold'),
  not_assessable: label('无法核对', 'Cannot be assessed'),
} as const satisfies Readonly<Record<string, Label>>

export type FindingStatus = keyof typeof findingStatuses

/** Why an edit was not assessed. */
export const findingReasons = {
  cells_absent: label('有单元格没有数值', 'A cell of the edit holds no value'),
  used_for_reading: label('已用于读取数字', 'The edit was used to read the digits'),
  value_uncertain: label('有单元格的数值不能确定', 'A cell of the edit holds a number that is not certain'),
  level_unknown: label('机关级别不明', 'The level of the body is not known'),
  year_unknown: label('报告年度不明', 'The report year is not known'),
  date_absent: label('没有可用的日期', 'No date to go by is printed'),
  date_implausible: label(
    '页面日期晚于报告年度次年年底，可能是网站迁移的日期',
    'The date is more than a year after the report year ended, as after a move of the site',
  ),
  headings_absent: label('各部分的标题多数没有找到', 'Most headings of the sections were not found'),
  coverage_partial: label('所属机关的报告没有收齐', 'Not every organ of the area has its report'),
  section_absent: label('没有找到第六部分', 'Section six was not found'),
  body_without_deadline: label('法规没有为这类机关规定公布期限', 'The Regulations set no date for a body of this kind'),
  body_unknown: label(
    '机关性质不明，适用的期限不能确定',
    'What kind of body reports is not known, so neither is its deadline',
  ),
} as const satisfies Readonly<Record<string, Label>>

export type FindingReason = keyof typeof findingReasons

/** Who is likelier to have made the error that a proposal removes. */
export const proposalCauses = {
  reading: label('可能是读取错误', 'Likely an error of reading'),
  agency: label('可能是报告本身有误', 'Likely an error of the agency'),
  unknown: label('报告有误还是读取有误，无法判断', 'Whether the report or our reading is at fault cannot be told'),
} as const satisfies Readonly<Record<string, Label>>

export type ProposalCause = keyof typeof proposalCauses

/** What a proposal changes. */
export const proposalKinds = {
  cells: label('改动一个或两个单元格', 'One or two cells hold another number'),
  shifted_row: label('整行数值错位', 'The values of a row stand in shifted columns'),
  reordered_row: label('一行数值次序不同', 'The values of a row stand in another order'),
  emptied_row: label('整行数值丢失，印作全零', 'The numbers of a row are lost, and it is all 0'),
  swapped_rows: label('两行数值互换', 'The values of two rows changed places'),
} as const satisfies Readonly<Record<string, Label>>

export type ProposalKind = keyof typeof proposalKinds

/** What shows that the values of a table stand in their own cells; an all-zero table balances however it is aligned. */
export const evidenceKinds = {
  arithmetic: label('数值不全为零，相符的勾稽关系多于不符的', 'Not all 0, and more sums hold than fail'),
  structural: label('各行按次序齐全，每行数值个数正确', 'Every row is there, in order, with all its values'),
  none: label('没有依据', 'Nothing shows it'),
} as const satisfies Readonly<Record<string, Label>>

export type EvidenceKind = keyof typeof evidenceKinds

/** How far the sum edits of a report bear it out. */
export const trustLevels = {
  balanced: label('勾稽关系相符', 'Sum edits were assessed, none failed, and they prove something'),
  structural: label(
    '没有不符，但数值全为零，只有表格结构可作依据',
    'None failed, but over zeros alone; the order of the rows is the evidence',
  ),
  failing: label('有勾稽关系不符', 'A sum edit failed'),
  unassessed: label('未能核对', 'No sum edit was assessed, or nothing but zeros in an incomplete table'),
} as const satisfies Readonly<Record<string, Label>>

export type TrustLevel = keyof typeof trustLevels

/** How a number of the narrative stands to its cell. */
export const claimStatuses = {
  agree: label('与表格一致', 'Agrees with the table'),
  differ: label('与表格不一致', 'Differs from the table'),
  ambiguous_denominator: label('占比的基数不明', 'The base of the percentage is not clear'),
  different_scope: label('统计口径不同', 'Counts another scope'),
  not_stated: label('表格中没有可比的数值', 'The table states no number to compare'),
} as const satisfies Readonly<Record<string, Label>>

export type ClaimStatus = keyof typeof claimStatuses

/** What a line of a document is. */
export const lineKinds = {
  metadata: label('页面信息', 'Page metadata'),
  title: label('标题', 'Title'),
  heading: label('小标题', 'Heading'),
  paragraph: label('正文', 'Paragraph'),
  table_row: label('表格行', 'Table row'),
  signature: label('落款', 'Signature'),
} as const satisfies Readonly<Record<string, Label>>

export type LineKind = keyof typeof lineKinds

/** What decides a division, strongest first. */
export const regionEvidences = {
  correction: label('人工核定', 'Settled by a reviewed correction'),
  index_number: label('索引号', 'Code inside the index number'),
  site_code: label('网站标识码', 'Code inside the site code'),
  credit_code: label('统一社会信用代码', 'Code inside the unified social credit code'),
  host: label('网址域名', 'gov.cn host'),
  agency_name: label('机关名称', 'Agency name'),
  signature: label('落款', 'Signature'),
  address: label('地址', 'Postal address'),
  parent: label('文中上级地名', 'Parent division named in the text'),
  site: label('网站名称、主办单位或栏目路径', 'Name of the site, its owner or the path to the page'),
} as const satisfies Readonly<Record<string, Label>>

export type RegionEvidence = keyof typeof regionEvidences

/** Level of the body: State Council to township, and functional zones. */
export const levels = {
  national: label('国家级', 'National'),
  province: label('省级', 'Province'),
  prefecture: label('地级', 'Prefecture'),
  county: label('县级', 'County'),
  township: label('乡级', 'Township'),
  zone: label('功能区', 'Functional zone'),
} as const satisfies Readonly<Record<string, Label>>

export type Level = keyof typeof levels

/** What sort of body issues a report. */
export const bodyKinds = {
  government: label('人民政府', 'Government'),
  government_office: label('政府办公厅（室）', 'Office of a government'),
  department: label('政府部门', 'Department of a government'),
  township: label('乡镇政府、街道办事处', 'Township government or subdistrict office'),
  zone: label('功能区管理机构', 'Body of a functional zone'),
  vertical: label('垂直管理机构、派出机构', 'Body led from above, or branch of a higher one'),
  institution: label('事业单位', 'Public institution'),
  mass_organisation: label('党群团体', 'Party or mass organisation'),
  enterprise: label('企业', 'Enterprise'),
} as const satisfies Readonly<Record<string, Label>>

export type BodyKind = keyof typeof bodyKinds

/** Whether the requests of a group of results could be counted. */
export const outcomeStates = {
  counted: label('已计数', 'Every row of the group holds a number'),
  counted_with_blanks: label('已计数，空白作零', 'Counted with blanks and strokes as 0, which the sums bear out'),
  not_counted: label('不能计数', 'A row of the group holds no number'),
} as const satisfies Readonly<Record<string, Label>>

export type OutcomeState = keyof typeof outcomeStates

/** Why the requests of a group of results were not counted; of several reasons the first of this list. */
export const outcomeReasons = {
  table_missing: label('没有读到表三', 'No row of the group was expected: 表三 was not read'),
  cell_missing: label('有单元格缺失', 'No place for a cell of the group is found'),
  cell_words: label('有单元格是文字', 'Words stand where a number of the group belongs'),
  cell_blank: label(
    '有单元格空白或为斜线',
    'A cell of the group is blank or a stroke, and the sums do not bear out that it is 0',
  ),
  not_a_count: label('有数值不是数量', 'A number of the group is no count, or the sum is out of range'),
} as const satisfies Readonly<Record<string, Label>>

export type OutcomeReason = keyof typeof outcomeReasons

/** Whether a share, a rate or another figure is given, and why not; of several reasons the first of this list. */
export const figureStatuses = {
  no_earlier_report: label('没有上一年的报告', 'There is no report of the same agency for the year before'),
  no_neighbour: label('没有同年度的其他报告', 'There is no report of another agency for that year'),
  no_deadline: label(
    '没有法定期限，或者没有可用的日期',
    'No statutory deadline applies, or no date to go by is printed',
  ),
  not_in_form: label(
    '该版本的表格没有这一项，或者没有读到表格',
    'The form of that year has no such cell, or was not read',
  ),
  cells_absent: label('有单元格没有数值', 'A cell of the formula holds no number'),
  not_a_count: label('有数值不是数量', 'A number of the formula is no count'),
  small_n: label('分母不足 30，只列件数', 'The denominator is below 30: counts are given, no share'),
  total_differs: label('已给出；印出的总计与各项之和不同', 'Given; the printed total is not the sum of the results'),
  given: label('已给出', 'Given'),
} as const satisfies Readonly<Record<string, Label>>

export type FigureStatus = keyof typeof figureStatuses

/** What a change between two releases is. */
export const changeKinds = {
  report_added: label('新增报告', 'Report added'),
  report_withdrawn: label('撤下报告', 'Report withdrawn'),
  cell_changed: label('单元格变动', 'Cell changed'),
} as const satisfies Readonly<Record<string, Label>>

export type ChangeKind = keyof typeof changeKinds

/** What made the difference; of several causes the first of this list. */
export const changeCauses = {
  document: label('来源文件有增减或更换', 'The source file was added, replaced or removed'),
  correction: label('人工核定', 'A reviewed correction was added, altered or taken back'),
  reader: label('读取方法改进', 'The same file is read in another way'),
} as const satisfies Readonly<Record<string, Label>>

export type ChangeCause = keyof typeof changeCauses

/** What a report's sentences are compared with. */
export const similarityKinds = {
  last_year: label('本机关上一年度的报告', 'Own report of the year before'),
  neighbour: label('同年度其他机关的报告', 'Reports of other agencies for that year'),
} as const satisfies Readonly<Record<string, Label>>

export type SimilarityKind = keyof typeof similarityKinds

/** Whether a report that should exist was found. */
export const expectedStatuses = {
  found: label('已找到', 'Found'),
  not_found: label('没有找到', 'Not found among the documents; it may exist elsewhere'),
} as const satisfies Readonly<Record<string, Label>>

export type ExpectedStatus = keyof typeof expectedStatuses

/** Why a report should exist. */
export const expectedBases = {
  neighbouring_year: label('相邻年度有报告', 'The agency reported in a neighbouring year'),
  reviewed_list: label('列入人工核定的机关名单', 'The agency stands in the reviewed list'),
  both: label('相邻年度有报告，并列入名单', 'Both'),
} as const satisfies Readonly<Record<string, Label>>

export type ExpectedBasis = keyof typeof expectedBases
