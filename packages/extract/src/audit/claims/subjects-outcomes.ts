import { before, either, following, nearest } from './pattern.ts'
import { groups, totals } from './readings.ts'
import type { Subject } from './types.ts'

const base = {
  measures: ['count', 'times'],
  // Proceedings have no results of these names, so a sentence that goes on from them speaks of requests.
  topics: ['requests', 'reconsideration', 'litigation', 'direct', 'after_reconsideration', 'both'],
  isFreeStanding: true,
  isFirm: true,
  family: 'outcome',
} as const satisfies Partial<Subject>

/** Words of the narrative for one row of 表三: row, words, name. */
const rows = [
  ['refused.state_secret', '(?:属于|涉及|涉)国家秘密', '属于国家秘密', 'State secret'],
  ['refused.prohibited_by_law', '法律、?行政法规禁止公开', '其他法律行政法规禁止公开', 'Prohibited by law'],
  ['refused.safety_stability', '三安全一稳定', '危及“三安全一稳定”', 'Endangers security or stability'],
  ['refused.third_party_rights', '第三方合法权益', '保护第三方合法权益', 'Third-party rights'],
  ['refused.internal_affairs', '内部事务', '属于三类内部事务信息', 'Internal affairs'],
  ['refused.process_information', '过程性信息', '属于四类过程性信息', 'Deliberative process'],
  ['refused.enforcement_files', '行政执法案卷', '属于行政执法案卷', 'Enforcement files'],
  ['refused.inquiry_matters', '行政查询事项', '属于行政查询事项', 'Inquiry matters'],
  ['unavailable.not_held', '不掌握', '本机关不掌握相关政府信息', 'Not held'],
  ['unavailable.needs_creation', '[没无]有?现成信息|另行制作', '没有现成信息需要另行制作', 'Would have to be created'],
  [
    'unavailable.unclear_after_correction',
    '补正后[^#]{0,8}不明确',
    '补正后申请内容仍不明确',
    'Unclear after correction',
  ],
  [
    'unprocessed.petition_complaint',
    '信访、?举报、?投诉类|信访、?投诉、?举报类',
    '信访举报投诉类申请',
    'Petition or complaint',
  ],
  ['unprocessed.repeated', '(?:属于|属|为|系)?重复申请', '重复申请', 'Repeated request'],
  ['unprocessed.publications', '要求提供公开出版物', '要求提供公开出版物', 'Asks for publications'],
  ['unprocessed.excessive', '大量反复申请', '无正当理由大量反复申请', 'Excessive'],
  ['unprocessed.confirmation', '确认或者?重新出具', '要求确认或重新出具已获取信息', 'Asks to confirm or reissue'],
  ['other.correction_overdue', '逾期[不未]补正', '申请人无正当理由逾期不补正', 'Correction overdue'],
  ['other.fee_unpaid', '未按收费通知要求缴纳', '申请人逾期未按收费通知要求缴纳费用', 'Fee unpaid'],
] as const

/** Words for a whole class of results: id, words, name. */
const classes = [
  ['granted', '(?<!不)(?:予以公开|同意公开|准予公开|全部公开|完全公开)', '予以公开', 'Granted'],
  ['granted_in_part', '部分公开', '部分公开', 'Granted in part'],
  ['refused', '不予公开', '不予公开', 'Refused'],
  ['unavailable', '无法提供', '无法提供', 'Unavailable'],
  ['unprocessed', '不予处理', '不予处理', 'Not processed'],
  ['other', '其他处理', '其他处理', 'Otherwise handled'],
] as const

/** Words that make a class of results another thing: information disclosed, several classes at once, one ground of many. */
const loosened = new RegExp(
  [
    '主动|撤[回销]|公文|文件|应当|应|可以|含|网|涉|属于|因|由于|秘密|隐私|公开(?:类|的)?(?:政府)?信息',
    '(?:公开|提供|处理)[、和与及或（(][^#]{0,4}(?:公开|提供|处理)',
    ...rows.map(([, words]) => words),
  ].join('|'),
)

/** Documents that a body looks through before they are out: their number is that of no request. */
const onDocuments =
  /公文|文件|文稿|保密|审查|审核|清理|属性|拟公开|源头|征求|征询|(?<!过程性|事务|政府|现成|获取)信息[^#]{0,3}#/

/** Patterns of the results of requests: single rows first, then the classes. */
export const outcomeSubjects: readonly Subject[] = [
  ...rows.map(
    ([row, words, zh, en]): Subject => ({
      ...base,
      id: row,
      pattern: either(nearest(words, '公开|提供|处理', 14), following(words, 4)),
      readings: [totals(zh, en, [row])],
      isOwnWords: true,
      loosened: onDocuments,
      loosenedBefore: onDocuments,
    }),
  ),
  {
    ...base,
    id: 'granted_at_all',
    pattern: before('(?<!不)公开[（(、和与及或]{1,2}(?:含|包括)?部分公开', 10),
    readings: [totals('予以公开和部分公开', 'Granted, in full or in part', ['granted', 'granted_in_part'])],
    isFirm: false,
  },
  ...classes.map(
    ([id, words, zh, en]): Subject => ({
      ...base,
      id,
      pattern: either(before(words, 12), following(words, 4)),
      readings: [totals(zh, en, groups[id])],
      loosened,
      loosenedBefore: onDocuments,
    }),
  ),
  {
    ...base,
    id: 'other',
    pattern: before('其他(?!组织|法律|行政|结果)(?:情形|情况|方式|类)?', 2),
    readings: [totals('其他处理', 'Otherwise handled', groups.other)],
    isFirm: false,
    isFreeStanding: false,
    follows: ['outcome'],
  },
]
