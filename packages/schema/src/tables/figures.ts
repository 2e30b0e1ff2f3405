import { agencyName, date, double, flag, integer, list, path, reportId, type Table, text, year } from './column.ts'

export const outcomes: Table = {
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

export const similarities: Table = {
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

export const figures: Table = {
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

export const copies: Table = {
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

export const changes: Table = {
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
