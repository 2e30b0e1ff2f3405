import { type formIds, forms } from './forms/index.ts'
import type { Form, FormColumn, Label } from './forms/types.ts'

/** DuckDB type of a published column. */
export type ColumnType = 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'VARCHAR[]'

/** One published column: what it holds, in which unit, and where it comes from. */
export interface TableColumn {
  readonly name: string
  readonly type: ColumnType
  readonly label: Label
  readonly unit?: string
  readonly source?: string
  /** Named like the key of another table whose row may be absent: no foreign key. */
  readonly isLoose?: true
}

/** Stands beside the tables of a dataset whose reports are invented; the site of such a dataset says so on each page. */
export const demoMark = 'DEMO.txt'

/** One published file. */
export interface Table {
  readonly name: string
  /** What one row stands for. */
  readonly per: Label
  readonly key: readonly string[]
  readonly columns: readonly TableColumn[]
}

type Extra = Pick<TableColumn, 'unit' | 'source'>
const column =
  (type: ColumnType) =>
  (name: string, zh: string, en: string, extra: Extra = {}): TableColumn => ({
    name,
    type,
    label: { zh, en },
    ...extra,
  })
const text = column('VARCHAR')
const integer = column('INTEGER')
const double = column('DOUBLE')
const date = column('DATE')
const flag = column('BOOLEAN')
const list = column('VARCHAR[]')

const reportId = text('report_id', '报告编号', 'Report id, <agency_id>-<year>')
const path = text('path', '文件路径', 'Path of the input file below the corpus folder')
const regionCode = text('region_code', '行政区划代码', 'Division code', { source: 'GB/T 2260' })
const year = integer('year', '报告年度', 'Report year')
const agencyId = text('agency_id', '机关编号', 'Agency id')
const officialName = text(
  'official_name',
  '规范名称',
  'Agency name with its place as in the list of divisions and its ending in full',
)
const agencyName = text('agency_name', '机关名称', 'Agency name, longest form printed as the issuer')
const line = integer('line', '行号', 'Line of the cleaned document, from 1')
const messageZh = text('message_zh', '说明', 'Message in Chinese')
const messageEn = text('message_en', '英文说明', 'Message in English')

const documents: Table = {
  name: 'documents',
  per: { zh: '每个输入文件一行', en: 'input file' },
  key: ['path'],
  columns: [
    path,
    text('document_id', '文件摘要', 'SHA-256 of the bytes; may repeat'),
    text('media_type', '文件类型', 'Media type found in the bytes'),
    column('BIGINT')('bytes', '大小', 'Size', { unit: 'byte' }),
    text('source_url', '来源网址', 'Address the file was retrieved from'),
    text('retrieved_at', '获取日期', 'When it was retrieved'),
    text('status', '处理结果', 'extracted, duplicate, superseded, not_a_report or rejected'),
    text('reason', '原因', 'Why it is not in the dataset'),
    text('detail', '原因说明', 'What was found, in words'),
    text('report_id', '报告编号', 'First report read from the file'),
    text('duplicate_of', '相同文件', 'Path of the identical file'),
    text('reader', '读取器', 'Reader used'),
    integer('repair_count', '修复次数', 'Repairs made'),
    integer('redaction_count', '隐去次数', 'Redactions of personal data'),
    integer('issue_count', '问题数', 'Issues found'),
  ],
}

const reports: Table = {
  name: 'reports',
  per: { zh: '每份报告一行（机关 × 年度）', en: 'report (agency × year)' },
  key: ['report_id'],
  columns: [
    reportId,
    text('document_id', '文件摘要', 'SHA-256 of the source file'),
    path,
    integer('part', '文件内序号', 'Which report of its file, from 1'),
    agencyId,
    agencyName,
    officialName,
    text('publisher', '发布机构', 'Publisher named by the page'),
    text('title', '标题', 'Title'),
    text('index_number', '索引号', 'Index number'),
    text('document_number', '文号', 'Document number'),
    text('site_code', '网站标识码', 'Site code'),
    regionCode,
    list('region_candidates', '可能的行政区划', 'Division codes that the evidence allows'),
    text('region_evidence', '行政区划依据', 'What decided the division'),
    text('province', '省', 'Province'),
    text('prefecture', '市', 'Prefecture'),
    text('county', '县', 'County'),
    text('zone', '功能区', 'Functional zone without a code of its own'),
    text('level', '级别', 'Level of the body'),
    list('functions', '职能', 'Fields of work of the agency'),
    text('body_kind', '机关类型', 'Kind of body: government, department, township, institution and others'),
    text('scope', '范围', 'organ: one organ; area: a whole area'),
    year,
    date('published_on', '发布日期', 'Date the page gives as its publication'),
    date('signed_on', '落款日期', 'Date of the signature'),
    date('url_on', '网址日期', 'Date inside the address'),
    integer('days_late', '逾期天数', 'Days after the statutory deadline; negative is early', {
      unit: 'day',
      source: '国令第711号 Art. 49',
    }),
    text('edition', '格式版本', 'Edition of 表三, else of 表二'),
    text('disclosure_edition', '表二版本', 'Edition of 表二'),
    text('requests_edition', '表三版本', 'Edition of 表三'),
    text('proceedings_edition', '表四版本', 'Edition of 表四'),
    text('trust', '可信程度', 'balanced, structural, failing or unassessed'),
    text(
      'disclosure_evidence',
      '表二对位依据',
      'What shows that values stand in their cells: arithmetic, structural, none',
    ),
    text(
      'requests_evidence',
      '表三对位依据',
      'What shows that values stand in their cells: arithmetic, structural, none',
    ),
    text(
      'proceedings_evidence',
      '表四对位依据',
      'What shows that values stand in their cells: arithmetic, structural, none',
    ),
    integer('cells_expected', '应有单元格', 'Cells of the forms'),
    integer('cells_read', '已读单元格', 'Cells with a number'),
    integer('cells_blank', '空白单元格', 'Cells blank, not applicable or words'),
    integer('cells_missing', '缺失单元格', 'Cells not found'),
    integer('edits_assessed', '已核对勾稽关系', 'Sum edits assessed'),
    integer('edits_failed', '不符勾稽关系', 'Sum edits failed'),
    flag('blank_means_zero', '空白即零', 'All edits hold with blanks as 0 (an inference)'),
    integer('line_count', '行数', 'Lines of the cleaned document'),
    integer('issue_count', '问题数', 'Issues found'),
    integer('repair_count', '修复次数', 'Repairs made'),
    integer('redaction_count', '隐去次数', 'Redactions of personal data'),
  ],
}

const agencies: Table = {
  name: 'agencies',
  per: { zh: '每个机关一行', en: 'agency' },
  key: ['agency_id'],
  columns: [
    agencyId,
    agencyName,
    list('names', '曾用名称', 'Names printed over the years'),
    regionCode,
    text('province', '省', 'Province'),
    text('prefecture', '市', 'Prefecture'),
    text('county', '县', 'County'),
    text('zone', '功能区', 'Functional zone'),
    text('level', '级别', 'Level of the body'),
    list('functions', '职能', 'Fields of work'),
    integer('first_year', '最早年度', 'First report year held'),
    integer('last_year', '最近年度', 'Last report year held'),
    integer('report_count', '报告数', 'Reports held'),
  ],
}

const regions: Table = {
  name: 'regions',
  per: { zh: '每个行政区划一行', en: 'division' },
  key: ['region_code'],
  columns: [
    regionCode,
    text('name', '名称', 'Name'),
    text('name_en', '英文名称', 'English name, for provinces'),
    text('level', '级别', 'province, prefecture or county'),
    text('parent_code', '上级代码', 'Code of the parent division'),
    text('province', '省', 'Province'),
    text('prefecture', '市', 'Prefecture'),
    integer('report_count', '报告数', 'Reports held'),
  ],
}

const cells: Table = {
  name: 'cells',
  per: { zh: '每份报告每个单元格一行', en: 'report × cell key' },
  key: ['report_id', 'key'],
  columns: [
    reportId,
    text('form_id', '表', 'disclosure, requests or proceedings'),
    text('row_id', '行', 'Row of the form'),
    text('column_id', '列', 'Column of the form'),
    text('key', '单元格', 'Cell key, <table>.<row>.<column>'),
    text('unit', '单位', 'Unit of the value'),
    text('state', '状态', 'value, blank, not_applicable, text or missing'),
    double('value', '数值', 'Number printed; null for every state but value'),
    text('note', '附注', 'Words printed with the number'),
    text('raw', '原文', 'What is printed'),
    integer('place_line', '所在行', 'Line of the cleaned document, see lines'),
    integer('place_section', '所在部分', 'Section, 1 to 6'),
    integer('place_table', '所在表', 'Table within the document, from 1'),
    integer('place_row', '表内行', 'Row within the table, from 1'),
    integer('place_column', '表内列', 'Column within the table, from 1'),
    integer('place_page', '所在页', 'Page of a PDF, from 1; null for other formats'),
    text('reader', '读取方式', 'grid: the table survived; run: a run of lines'),
  ],
}

/** Name of the wide column of a form column, unit included where it is not a plain count. */
function wideName(rowId: string, item: FormColumn): string {
  if (item.measure !== 'amount') return item.id
  return rowId === 'procurement' ? 'procurement_amount_yuan' : 'fee_amount_wan_yuan'
}

function wideColumns(form: Form): readonly TableColumn[] {
  return form.blocks.flatMap((block) =>
    block.columns.map((item) =>
      column(item.measure === 'amount' ? 'DOUBLE' : 'INTEGER')(
        wideName(block.rows[0]?.id ?? '', item),
        item.label.zh,
        item.label.en,
        { unit: item.unit, source: form.source },
      ),
    ),
  )
}

/** Columns of a wide table: every measure of every edition, once each. */
function wide(name: (typeof formIds)[number], zh: string, en: string): Table {
  const measures = Object.values(forms[name]).flatMap(wideColumns)
  const once = [...new Map(measures.map((item) => [item.name, item])).values()]
  return {
    name,
    per: { zh, en },
    key: ['report_id', 'row_id'],
    columns: [
      reportId,
      agencyId,
      regionCode,
      year,
      text('edition', '格式版本', 'Edition of this table'),
      text('row_id', '行', 'Row of the form'),
      ...once,
    ],
  }
}

const sections: Table = {
  name: 'sections',
  per: { zh: '每份报告每个部分一行', en: 'report × section' },
  key: ['report_id', 'number'],
  columns: [
    reportId,
    integer('number', '部分', 'Section, 1 to 6'),
    text('heading', '标题', 'Heading as printed'),
    integer('first_line', '起始行', 'First line'),
    text('text', '正文', 'Text, cleaned and redacted'),
    integer('characters', '字数', 'Characters of the text'),
  ],
}

const lines: Table = {
  name: 'lines',
  per: { zh: '清理后文本每行一行', en: 'report × line of the cleaned, redacted document' },
  key: ['report_id', 'line'],
  columns: [
    reportId,
    line,
    text('kind', '类别', 'metadata, title, heading, paragraph, table_row or signature'),
    integer('section', '部分', 'Section, 1 to 6'),
    text('text', '文字', 'Text; cells of a table row are separated by tabs'),
  ],
}

const repairs: Table = {
  name: 'repairs',
  per: { zh: '每处修复一行', en: 'report × repair' },
  key: ['report_id', 'repair_no'],
  columns: [
    reportId,
    integer('repair_no', '序号', 'Order within the report, from 1'),
    text('kind', '类别', 'Kind of repair'),
    line,
    column('BIGINT')('start_offset', '起点', 'First character in the decoded source, from 0', {
      unit: 'UTF-16 code unit',
    }),
    column('BIGINT')('end_offset', '终点', 'Character after the last in the decoded source', {
      unit: 'UTF-16 code unit',
    }),
    text('replacement', '替换为', 'What stands there now'),
  ],
}

const issues: Table = {
  name: 'issues',
  per: { zh: '每个问题一行', en: 'document × issue' },
  key: ['path', 'issue_no'],
  columns: [
    path,
    reportId,
    integer('issue_no', '序号', 'Order within the document, from 1'),
    text('code', '代码', 'Issue code'),
    text('severity', '程度', 'error, warning or info'),
    text('key', '单元格', 'Cell key, or row of the form, concerned'),
    line,
    messageZh,
    messageEn,
  ],
}

const expected: Table = {
  name: 'expected',
  per: { zh: '每个机关每个应有报告的年度一行', en: 'agency × year whose report should exist' },
  key: ['agency_id', 'year'],
  columns: [
    { ...agencyId, isLoose: true },
    year,
    agencyName,
    regionCode,
    text('basis', '依据', 'Why the report should exist'),
    text('status', '结果', 'found or not_found'),
    reportId,
    integer('days_late', '逾期天数', 'Days after the statutory deadline; null for bodies that have none', {
      unit: 'day',
      source: '国令第711号 Art. 49',
    }),
  ],
}

const findings: Table = {
  name: 'findings',
  per: { zh: '每份报告每项核对一行', en: 'report × check' },
  key: ['report_id', 'check_id'],
  columns: [
    reportId,
    text('check_id', '核对项目', 'Check id'),
    text('compared_report_id', '对照的报告', 'Report of the year before that the check compares with'),
    flag('is_sum_edit', '勾稽关系', 'A sum edit of 表三 or 表四, as counted in reports.edits_assessed'),
    text('severity', '程度', 'must, should or info'),
    text('status', '结果', 'pass, fail or not_assessable'),
    text('reason', '原因', 'Why it was not assessed'),
    double('left_value', '左边', 'Left side'),
    double('right_value', '右边', 'Right side'),
    double('difference', '差额', 'Left side less right side'),
    list('cells', '涉及单元格', 'Cell keys concerned'),
    messageZh,
    messageEn,
  ],
}

const proposals: Table = {
  name: 'proposals',
  per: { zh: '每份报告每组更正方案每个单元格一行', en: 'report × set × cell' },
  key: ['report_id', 'set_no', 'key'],
  columns: [
    reportId,
    integer('set_no', '方案', 'Set of changes, from 1; each set alone restores its edits_restored'),
    integer(
      'set_rank',
      '次序',
      'Order of likelihood among the sets for the same edits; a total comes before its parts',
    ),
    integer('sets', '方案数', 'Sets of this rank for the same edits; 1 at rank 1 means that one set is the likeliest'),
    text('kind', '类别', 'What the set changes, see the codes'),
    list('edits_restored', '恢复的勾稽关系', 'Failing sum edits that the set restores'),
    text('key', '单元格', 'Cell key, <table>.<row>.<column>'),
    double('printed_value', '印出的数值', 'Value published, as printed'),
    double('proposed_value', '建议数值', 'Value with which every edit holds'),
    text('cause', '可能原因', 'reading, agency or unknown'),
    messageZh,
    messageEn,
  ],
}

const claims: Table = {
  name: 'claims',
  per: { zh: '叙述中每个数字一行', en: 'report × number of the narrative' },
  key: ['report_id', 'claim_no'],
  columns: [
    reportId,
    integer('claim_no', '序号', 'Order within the report, from 1'),
    line,
    integer('start_offset', '起点', 'First character of the figure in the line, from 0', { unit: 'UTF-16 code unit' }),
    integer('end_offset', '终点', 'Character after the last in the line', { unit: 'UTF-16 code unit' }),
    text('sentence', '句子', 'Sentence around the figure'),
    double('figure', '文中数字', 'Number stated; 0 for 未收到 and 无'),
    flag('is_percentage', '百分比', 'The figure is a percentage'),
    flag('is_approximate', '约数', 'The figure is approximate'),
    text('key', '单元格', 'Cell key it speaks of; the first where several are added'),
    list('cells', '涉及单元格', 'Cell keys added up to compare'),
    double('table_value', '表中数值', 'Number of the table, or percentage computed from it'),
    text('status', '结果', 'agree, differ, ambiguous_denominator, different_scope or not_stated'),
    messageZh,
    messageEn,
  ],
}

const outcomes: Table = {
  name: 'outcomes',
  per: { zh: '每份报告每类办理结果一行', en: 'report × group of results' },
  key: ['report_id', 'group_id'],
  columns: [
    reportId,
    text('group_id', '办理结果', 'Group of results of 表三, column 总计'),
    text('state', '计数状态', 'Whether the requests of the group could be counted'),
    text('reason', '原因', 'Why they could not'),
    integer('request_count', '件数', 'Requests of the group, the sum of its rows', { unit: '件' }),
    integer('results_sum', '六类合计', 'Sum of the six groups; null where one of them was not counted', { unit: '件' }),
    double('share', '占比', 'request_count ÷ results_sum, 0 to 1; null where results_sum is below 30'),
    text('share_status', '占比状态', 'Whether the share is given, and why not'),
    double('printed_total', '印出的总计', 'Total of results as printed', { unit: '件' }),
    double('total_difference', '与印出总计之差', 'results_sum less printed_total', { unit: '件' }),
  ],
}

const similarities: Table = {
  name: 'similarities',
  per: { zh: '每份报告每种比较一行', en: 'report × kind of likeness' },
  key: ['report_id', 'kind'],
  columns: [
    reportId,
    text('kind', '比较对象', 'What its sentences are compared with'),
    integer('sentence_count', '句数', 'Different sentences of the narrative; form words and quoted law are left out', {
      unit: 'sentence',
    }),
    integer('matched_count', '相同句数', 'Those that stand there, too, with the same letters and digits', {
      unit: 'sentence',
    }),
    double('share', '占比', 'matched_count ÷ sentence_count, 0 to 1; null where sentence_count is below 30'),
    text('status', '状态', 'Whether the share is given, and why not'),
    text('matching_report_id', '最相近的报告', 'Report to which most of the matches point'),
    integer('shared_count', '与该报告相同句数', 'Sentences that stand in that report', { unit: 'sentence' }),
  ],
}

const figures: Table = {
  name: 'indicators',
  per: { zh: '每份报告每项指标一行', en: 'report × indicator' },
  key: ['report_id', 'indicator_id'],
  columns: [
    reportId,
    text('indicator_id', '指标', 'Indicator; formula and unit in the codebook'),
    double('numerator', '分子', 'Sum over the denominator, or the figure itself where there is none'),
    double('denominator', '分母', 'Sum below; null where the indicator has none'),
    double('value', '数值', 'The figure, in the unit of the indicator; null where it is not given'),
    text('status', '状态', 'Whether the figure is given, and why not'),
    text('peer_basis', '可比依据', 'By what the peers were chosen; pooled: too few peers, one share of all'),
    text(
      'peer_group_id',
      '可比组',
      'Group of reports compared, <basis>:<what they share>; of the last release, with none of this dataset',
    ),
    integer('peer_count', '可比报告数', 'Reports of the group whose figure is given; of a pool, those added up'),
    double('peer_median', '可比组中位数', 'Median of the group'),
    double('peer_q1', '可比组下四分位数', 'Lower quartile of the group'),
    double('peer_q3', '可比组上四分位数', 'Upper quartile of the group'),
    double(
      'pooled_value',
      '合并值',
      'Sum of numerators ÷ sum of denominators of the pool; given in place of quartiles',
    ),
  ],
}

const copies: Table = {
  name: 'copies',
  per: { zh: '有多个版本的报告每个版本一行', en: 'report × document, of reports with several copies' },
  key: ['report_id', 'path', 'part'],
  columns: [
    reportId,
    path,
    integer('part', '文件内序号', 'Which report of its file, from 1'),
    text('document_id', '文件摘要', 'SHA-256 of the bytes'),
    text('source_url', '来源网址', 'Address the file was retrieved from'),
    text('site', '所在网站', 'own, government, other or none'),
    flag('is_published', '是否采用', 'Whether this copy is published'),
    text('decided_by', '选定依据', 'What decided for the published copy; null for that one itself'),
    flag('is_correction', '标明更正', 'Whether it is marked as a corrected issue'),
    date('made_on', '日期', 'Date of publication, else of the signature'),
    integer('cells_read', '已读单元格', 'Cells with a number'),
    list('differing_cells', '不同的单元格', 'Keys of cells that differ from the published copy'),
    list('differing_dates', '不同的日期', 'Dates that differ: published_on, signed_on'),
    list('differing_texts', '不同的文字', 'Sections whose text differs, by number, and title'),
  ],
}

const changes: Table = {
  name: 'changes',
  per: { zh: '最近一次发布的每处变动一行', en: 'change of the last release against the one before' },
  key: ['change_no'],
  columns: [
    integer('change_no', '序号', 'Order within the release, from 1'),
    text('kind', '变动', 'A report added or withdrawn, or a cell that changed'),
    text('cause', '原因', 'What made the difference: the document, a correction or the reader'),
    { ...reportId, isLoose: true },
    agencyName,
    year,
    text('key', '单元格', 'Cell key; null where the change is a report'),
    text('from_state', '原状态', 'State of the cell in the release before'),
    double('from_value', '原数值', 'Its number then'),
    text('to_state', '现状态', 'State of the cell in this release'),
    double('to_value', '现数值', 'Its number now'),
  ],
}

/** Every published table, in the order in which they are documented. */
export const tables: readonly Table[] = [
  documents,
  reports,
  agencies,
  regions,
  expected,
  cells,
  wide('requests', '每份报告表三每行一行', 'report × row of 表三'),
  wide('disclosure', '每份报告表二每行一行', 'report × row of 表二'),
  wide('proceedings', '每份报告表四每行一行', 'report × row of 表四'),
  sections,
  lines,
  repairs,
  issues,
  findings,
  proposals,
  claims,
  outcomes,
  similarities,
  figures,
  copies,
  changes,
]
