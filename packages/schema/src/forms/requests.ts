import { notice2019, notice2021 } from './notices.ts'
import type { BalanceRule, Form, FormColumn, FormRow, Label } from './types.ts'

const organizations: Label = { zh: '法人或其他组织', en: 'Legal persons or other organizations' }

const count = (id: string, zh: string, en: string, group?: Label, short?: Label): FormColumn => ({
  id,
  label: { zh, en },
  unit: '件',
  measure: 'count',
  ...(group && { group }),
  ...(short && { short }),
})

const applicants: readonly FormColumn[] = [
  count('natural_person', '自然人', 'Natural persons'),
  count('commercial_enterprise', '商业企业', 'Commercial enterprises', organizations),
  count('research_institution', '科研机构', 'Research institutions', organizations),
  count('public_interest_organization', '社会公益组织', 'Public interest organizations', organizations),
  count('legal_services', '法律服务机构', 'Legal services', organizations),
  count('other_organization', '其他', 'Other organizations', organizations, {
    zh: '其他组织',
    en: 'Other organizations',
  }),
  count('total', '总计', 'Total'),
]

const row = (id: string, numeral: string, zh: string, en: string, group?: Label): FormRow => ({
  id,
  numeral,
  label: { zh, en },
  ...(group && { group }),
})

const behind = (made: FormRow, notBefore: string): FormRow => ({ ...made, notBefore })

const shortened = (made: FormRow, zh: string, en: string): FormRow => ({ ...made, short: { zh, en } })

const refused: Label = { zh: '（三）不予公开', en: '(3) Refused' }
const unavailable: Label = { zh: '（四）无法提供', en: '(4) Unavailable' }
const unprocessed: Label = { zh: '（五）不予处理', en: '(5) Not processed' }
const other: Label = { zh: '（六）其他处理', en: '(6) Otherwise handled' }

const inflow: readonly FormRow[] = [
  shortened(
    row('new_received', '一、', '本年新收政府信息公开申请数量', 'New requests received this year'),
    '新收',
    'New requests',
  ),
  shortened(
    row('carried_in', '二、', '上年结转政府信息公开申请数量', 'Requests carried over from last year'),
    '结转',
    'Carried in',
  ),
]

const decided: readonly FormRow[] = [
  row('granted', '（一）', '予以公开', 'Granted'),
  shortened(
    row('granted_in_part', '（二）', '部分公开（区分处理的，只计这一情形，不计其他情形）', 'Granted in part'),
    '部分公开',
    'Granted in part',
  ),
  row('refused.state_secret', '1.', '属于国家秘密', 'State secret', refused),
  row('refused.prohibited_by_law', '2.', '其他法律行政法规禁止公开', 'Prohibited by other law or regulation', refused),
  row('refused.safety_stability', '3.', '危及“三安全一稳定”', 'Endangers security or stability', refused),
  row('refused.third_party_rights', '4.', '保护第三方合法权益', 'Third-party rights', refused),
  row('refused.internal_affairs', '5.', '属于三类内部事务信息', 'Internal affairs', refused),
  row('refused.process_information', '6.', '属于四类过程性信息', 'Deliberative process', refused),
  row('refused.enforcement_files', '7.', '属于行政执法案卷', 'Enforcement files', refused),
  row('refused.inquiry_matters', '8.', '属于行政查询事项', 'Administrative inquiry matters', refused),
  row('unavailable.not_held', '1.', '本机关不掌握相关政府信息', 'Not held', unavailable),
  row('unavailable.needs_creation', '2.', '没有现成信息需要另行制作', 'Would have to be created', unavailable),
  row('unavailable.unclear_after_correction', '3.', '补正后申请内容仍不明确', 'Unclear after correction', unavailable),
  row('unprocessed.petition_complaint', '1.', '信访举报投诉类申请', 'Petition or complaint', unprocessed),
  row('unprocessed.repeated', '2.', '重复申请', 'Repeated request', unprocessed),
  row('unprocessed.publications', '3.', '要求提供公开出版物', 'Asks for publications', unprocessed),
  row('unprocessed.excessive', '4.', '无正当理由大量反复申请', 'Excessive without good reason', unprocessed),
  row(
    'unprocessed.confirmation',
    '5.',
    '要求行政机关确认或重新出具已获取信息',
    'Asks to confirm or reissue',
    unprocessed,
  ),
]

const otherRows2021: readonly FormRow[] = [
  shortened(
    row(
      'other.correction_overdue',
      '1.',
      '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      'Correction overdue, no longer processed',
      other,
    ),
    '逾期不补正',
    'Correction overdue',
  ),
  shortened(
    row(
      'other.fee_unpaid',
      '2.',
      '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      'Fee unpaid, no longer processed',
      other,
    ),
    '逾期未缴纳费用',
    'Fee unpaid',
  ),
  behind(row('other.misc', '3.', '其他', 'Other', other), 'unprocessed.excessive'),
]

const otherRows2019: readonly FormRow[] = [row('other.all', '（六）', '其他处理', 'Otherwise handled')]

const closing: readonly FormRow[] = [
  behind(row('results_total', '（七）', '总计', 'Total of results'), 'granted'),
  shortened(
    row('carried_forward', '四、', '结转下年度继续办理', 'Carried forward to next year'),
    '结转',
    'Carried forward',
  ),
]

function balancesOf(others: readonly FormRow[]): readonly BalanceRule[] {
  return [
    {
      id: 'T3.BALANCE',
      severity: 'must',
      label: {
        zh: '第一项加第二项之和，等于第三项加第四项之和',
        en: 'Received plus carried in equals results plus carried forward',
      },
      over: 'columns',
      left: ['new_received', 'carried_in'],
      right: ['results_total', 'carried_forward'],
    },
    {
      id: 'T3.RESULTS',
      severity: 'must',
      label: { zh: '各项办理结果之和等于（七）总计', en: 'Results add up to their total' },
      over: 'columns',
      left: [...decided, ...others].map((r) => r.id),
      right: ['results_total'],
    },
    {
      id: 'T3.APPLICANTS',
      severity: 'must',
      label: { zh: '各类申请人之和等于总计', en: 'Applicants add up to the total' },
      over: 'rows',
      left: applicants.filter((c) => c.id !== 'total').map((c) => c.id),
      right: ['total'],
    },
  ]
}

function requestsForm(notice: Pick<Form, 'edition' | 'firstYear' | 'source'>, others: readonly FormRow[]): Form {
  return {
    id: 'requests',
    ...notice,
    title: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
    blocks: [{ columns: applicants, rows: [...inflow, ...decided, ...others, ...closing] }],
    balances: balancesOf(others),
  }
}

/** 表三 of report years 2021 onward: 25 rows of 7 cells. @see 国办公开办函〔2021〕30号 */
export const requests2021 = requestsForm(notice2021, otherRows2021)

/** 表三 of report years 2019 and 2020, and of later reports with one row of 其他处理: 23 rows of 7 cells. @see 国办公开办函〔2019〕60号 */
export const requests2019 = requestsForm(notice2019, otherRows2019)
