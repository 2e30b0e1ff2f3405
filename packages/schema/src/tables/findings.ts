import {
  agencyId,
  agencyName,
  column,
  double,
  flag,
  integer,
  line,
  list,
  messageEn,
  messageId,
  messageZh,
  path,
  regionCode,
  reportId,
  type Table,
  text,
  year,
} from './column.ts'

export const sections: Table = {
  name: 'sections',
  per: { zh: '每份报告每个部分一行', en: 'report × section' },
  key: ['report_id', 'number'],
  columns: [
    reportId,
    integer('number', '部分', 'Section, 1 to 6'),
    text('heading', '标题', 'Heading as printed'),
    integer('first_line', '起始行', 'First line'),
    integer(
      'characters',
      '字数',
      'Characters of the text: its paragraphs and table rows in `lines`, and line ends between',
    ),
  ],
}

export const lines: Table = {
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

export const repairs: Table = {
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

export const issues: Table = {
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

export const expected: Table = {
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

export const findings: Table = {
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
    messageId,
  ],
}

export const messages: Table = {
  name: 'messages',
  per: { zh: '核对结果的每条说明一行', en: 'message of findings' },
  key: ['message_id'],
  columns: [messageId, messageZh, messageEn],
}

export const proposals: Table = {
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

export const claims: Table = {
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
