import { type DocumentIssue, documentIssues, type Label } from '@gongkai/schema'

/** What a reader of a report is told of a kind of issue: how often it occurs, and what can be done next. */
export interface IssueWords {
  /** The kind as one line; {count} is the number of places. */
  readonly said: Label
  readonly next?: Label
}

const words = (zh: string, en: string, next?: readonly [zh: string, en: string]): IssueWords => ({
  said: { zh, en },
  ...(next === undefined ? {} : { next: { zh: next[0], en: next[1] } }),
})

const compare = ['请对照原表核对这些单元格', 'Compare these cells with the printed table'] as const
const addLabel = [
  '若是写法不同的行名，可在 data/lookups/labels.csv 补一行',
  'If it is another wording of a row, add it to data/lookups/labels.csv',
] as const
const addIdentity = [
  '可用 --url 给出原网址，或在 data/lookups/identity.csv 补一行',
  'Give the address of the page with --url, or add a row to data/lookups/identity.csv',
] as const
const getOriginal = ['请取得原网页或原文件后再读', 'Fetch the original page or file and read it again'] as const

/** Words for every kind of issue. */
export const issueWords: Readonly<Record<DocumentIssue, IssueWords>> = {
  row_unmapped: words(
    '{count} 行对应不到规定格式',
    '{count} printed {count:row matches|rows match} no row of the form',
    addLabel,
  ),
  block_unprinted: words(
    '规定格式中有 {count} 行，连同所在的整个部分，在文中没有找到',
    '{count} {count:row of the form is|rows of the form are} not printed, nor is anything of {count:its|their} part of it',
    compare,
  ),
  row_unprinted: words(
    '规定格式中有 {count} 行在文中没有找到',
    '{count} {count:row of the form is|rows of the form are} not printed',
    compare,
  ),
  row_ragged: words(
    '{count} 行的数值个数与表头不符',
    '{count} {count:row holds|rows hold} more or fewer values than there are columns',
    compare,
  ),
  row_repeated: words(
    '{count} 行重复出现，以第一次为准',
    '{count} {count:row is|rows are} printed twice; the first is kept',
    compare,
  ),
  row_contradicted: words(
    '{count} 行重复出现而数值不同，以第一次为准，相关勾稽关系不核对',
    '{count} {count:row is|rows are} printed twice with different numbers; the first is kept, and {count:its|their} sums are not assessed',
    compare,
  ),
  single_value: words(
    '{count} 行只印有一个数值，按总计列读取',
    '{count} {count:row prints|rows print} one value, read as the total',
    compare,
  ),
  label_inferred: words(
    '{count} 行的行名缺失或残缺，按位置判定',
    'The {count:label|labels} of {count} {count:row is lost; its place decides|rows are lost; their places decide}',
    compare,
  ),
  columns_reordered: words(
    '{count} 处列序与规定格式不同，按表头读取',
    'Columns are in another order in {count} {count:place; its|places; their} heads decide',
  ),
  digits_joined: words(
    '{count} 行数字连写，依据勾稽关系拆分',
    'Digits of {count} {count:row|rows} run together; cut by the sum edits',
    compare,
  ),
  digits_ambiguous: words(
    '{count} 行数字连写，拆分方式不唯一，留作缺失',
    'Digits of {count} {count:row|rows} run together and cannot be cut in only one way',
    getOriginal,
  ),
  not_a_count: words(
    '{count} 个单元格的内容不是数量',
    '{count} {count:cell holds|cells hold} something that is not a count',
    compare,
  ),
  unit_missing: words('{count} 个金额没有印出单位', '{count} {count:amount is|amounts are} printed without a unit', [
    '请核对金额以元还是万元计',
    'Check whether the amount is in yuan or in 10,000 yuan',
  ]),
  unit_converted: words(
    '{count} 个金额按所印单位换算',
    '{count} {count:amount was converted from its printed unit|amounts were converted from their printed units}',
  ),
  number_annotated: words('{count} 个数字带有附注', '{count} {count:number carries|numbers carry} a note'),
  part_left_out: words(
    '{count} 个数字旁另有被划去、隐去的内容或注释标记，未读作数字',
    'Beside {count} {count:number|numbers} stands what is struck out, hidden or the mark of a note; it was left out',
    compare,
  ),
  table_missing: words('{count} 张表没有找到', '{count} {count:table was|tables were} not found', getOriginal),
  tables_missing: words('三张法定表格都没有找到', 'None of the three statutory tables was found', getOriginal),
  tables_deduplicated: words(
    '重复的行已丢失，数值不可恢复',
    'Repeated lines were dropped; values cannot be recovered',
    getOriginal,
  ),
  attachment_only: words('正文在附件中，本文件没有表格', 'The report is an attachment; this file holds no tables', [
    '请下载附件后读取附件',
    'Download the attachment and read that',
  ]),
  cell_corrected: words(
    '{count} 个单元格经人工核定',
    '{count} {count:cell was settled by a reviewed correction|cells were settled by reviewed corrections}',
  ),
  correction_unused: words(
    '{count} 个人工核定的单元格在本报告中不存在',
    '{count} reviewed {count:correction names a cell|corrections name cells} that the report lacks',
    ['请核对 data/lookups/corrections.csv', 'Look at data/lookups/corrections.csv'],
  ),
  edition_not_read: words(documentIssues.edition_not_read.zh, documentIssues.edition_not_read.en),
  edition_mixed: words('各表采用的格式版本不同', 'The tables follow different editions of the form'),
  line_unread: words(
    '表格范围内有 {count} 行未能读取',
    '{count} {count:line within the tables was|lines within the tables were} not read',
    addLabel,
  ),
  agency_unknown: words('无法确定发布机关', 'The agency cannot be determined', addIdentity),
  agency_conflict: words('文中出现不同的机关名称', 'The document names different agencies', [
    '请核对标题、前言和落款',
    'Compare title, preface and signature',
  ]),
  agency_damaged: words('机关名称中混入无关文字', 'Foreign words stand inside the name of the agency', getOriginal),
  agency_inferred: words(
    '机关名称按较弱的依据判定',
    'Weaker evidence than title, preface or signature names the agency',
    addIdentity,
  ),
  identity_settled: words(
    '{count} 项身份信息依据人工核定',
    '{count} {count:fact of identity was settled by a reviewed correction|facts of identity were settled by reviewed corrections}',
  ),
  region_unknown: words('无法确定行政区划', 'The division cannot be determined', addIdentity),
  region_ambiguous: words('行政区划重名，无法确定', 'Several divisions share the name', addIdentity),
  year_unknown: words('无法确定报告年度', 'The report year cannot be determined', addIdentity),
  year_conflict: words('标题年度与统计期限不一致', 'The title and the period name different years', [
    '请核对标题和前言',
    'Compare title and preface',
  ]),
  date_damaged: words(
    '{count} 个日期残缺，无法确定',
    '{count} {count:date is|dates are} damaged and cannot be read',
    getOriginal,
  ),
  encoding_damaged: words('文字编码受损', 'Characters were lost in the encoding', getOriginal),
  errors_several: words(
    '不符的勾稽关系不能由一两处改动全部恢复，可能有多处错误',
    'No change of one or two cells restores the failing sum edits: there are probably several errors',
    compare,
  ),
  spam_present: words('页面混入无关广告', 'The page carries foreign advertising', [
    '请到机关原网站取得原文',
    'Fetch the text from the site of the agency',
  ]),
}
