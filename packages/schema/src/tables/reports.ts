import { type formIds, forms } from '../forms/index.ts'
import type { Form, FormColumn } from '../forms/types.ts'
import {
  agencyId,
  agencyName,
  column,
  date,
  double,
  flag,
  integer,
  list,
  officialName,
  path,
  regionCode,
  reportId,
  type Table,
  type TableColumn,
  text,
  year,
} from './column.ts'

export const documents: Table = {
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

export const reports: Table = {
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

export const agencies: Table = {
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

export const regions: Table = {
  name: 'regions',
  per: { zh: '每个行政区划一行', en: 'division' },
  key: ['region_code'],
  columns: [
    regionCode,
    text('name', '名称', 'Name'),
    text('name_en', '英文名称', 'English name: the official one, else pinyin and the kind of division'),
    text('level', '级别', 'province, prefecture or county'),
    text('parent_code', '上级代码', 'Code of the parent division'),
    text('province', '省', 'Province'),
    text('prefecture', '市', 'Prefecture'),
    integer('report_count', '报告数', 'Reports held'),
  ],
}

export const cells: Table = {
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
export function wide(name: (typeof formIds)[number], zh: string, en: string): Table {
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
