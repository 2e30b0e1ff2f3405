import { firstRegulatedYear, toEditions, toFormCells } from './forms/index.ts'
import type { Label } from './forms/types.ts'
import { type OutcomeGroup, outcomeGroups } from './outcomes.ts'
import { smallN } from './small-n.ts'

/**
 * What an indicator is measured in. `share` is 0 to 1, `per_100` a rate per hundred, `change` relative to the year before;
 * `items`, `days` and `flag` (1 yes, 0 no: whether the sum is 0) have no denominator.
 */
export type IndicatorUnit = 'share' | 'per_100' | 'change' | 'items' | 'days' | 'flag'

/** The indicator that is the share of a group of results: peers of a group are those of its indicator. */
export const groupRates = {
  granted: 'full_disclosure_rate',
  granted_in_part: 'part_disclosure_rate',
  refused: 'refusal_rate',
  unavailable: 'unavailable_rate',
  unprocessed: 'not_processed_rate',
  other: 'other_rate',
} as const satisfies Readonly<Record<OutcomeGroup, string>>

/** A number of a sum: a cell key, or `outcomes.<group>.<applicant>`, `reports.<column>`, `similarities.<kind>.<column>`. */
export interface IndicatorTerm {
  /** Of this report, or of the same agency's report of the year before. */
  readonly which: 'this' | 'before'
  readonly key: string
  readonly sign: 1 | -1
}

/** A figure of a report: one sum over another. */
export interface Indicator {
  readonly id: string
  readonly label: Label
  readonly formula: Label
  readonly unit: IndicatorUnit
  readonly numerator: readonly IndicatorTerm[]
  /** Empty where the figure is the sum itself. */
  readonly denominator: readonly IndicatorTerm[]
  /** The least denominator for which the figure is given; null for what is no share and no rate. */
  readonly smallN: typeof smallN | null
  readonly notAssessable: Label
  /** Whether peers' quartiles say anything: not of a flag. */
  readonly isCompared: boolean
}

const label = (zh: string, en: string): Label => ({ zh, en })
const term = (key: string): IndicatorTerm => ({ which: 'this', key, sign: 1 })
const sum = (...keys: readonly string[]): readonly IndicatorTerm[] => keys.map(term)

/** Requests of groups of results, of one column of 表三. */
const results = (groups: readonly OutcomeGroup[], applicant = 'total') =>
  sum(...groups.map((group) => `outcomes.${group}.${applicant}`))
const everyGroup = Object.keys(outcomeGroups) as readonly OutcomeGroup[]

const cellsAbsent = label('公式中有单元格没有数值', 'A cell of the formula holds no number')

type Words = readonly [zh: string, en: string]
type Sums = Pick<Indicator, 'numerator' | 'denominator'>

/** A figure with a denominator of its own: the rule of small numbers applies. */
const ratio =
  (unit: 'share' | 'per_100' | 'change', notAssessable: Label) =>
  (id: string, name: Words, formula: Words, { numerator, denominator }: Sums): Indicator => ({
    ...{ id, label: label(...name), formula: label(...formula), unit, numerator, denominator },
    ...{ smallN, notAssessable, isCompared: true },
  })

/** A figure that is a sum and no share of anything. */
const plain = (
  unit: 'items' | 'days' | 'flag',
  id: string,
  name: Words,
  formula: Words,
  numerator: readonly IndicatorTerm[],
  notAssessable = cellsAbsent,
): Indicator => ({
  ...{ id, label: label(...name), formula: label(...formula), unit, numerator, denominator: [] },
  ...{ smallN: null, notAssessable, isCompared: unit !== 'flag' },
})

const share = ratio('share', cellsAbsent)
const rate = ratio('per_100', cellsAbsent)

const all = '六类办理结果之和'
const allEn = 'sum of the six groups of results'
const ofResults = (numerator: readonly IndicatorTerm[]): Sums => ({ numerator, denominator: results(everyGroup) })

const outcomeRates: readonly Indicator[] = [
  share(
    'disclosure_rate',
    ['公开率', 'Disclosure rate'],
    [`（予以公开 + 部分公开）÷ ${all}`, `(granted + granted in part) ÷ ${allEn}`],
    ofResults(results(['granted', 'granted_in_part'])),
  ),
  share(
    'merits_disclosure_rate',
    ['实体处理公开率', 'Disclosure rate over decisions on the merits'],
    [
      '（予以公开 + 部分公开）÷（予以公开 + 部分公开 + 不予公开）',
      '(granted + in part) ÷ (granted + in part + refused)',
    ],
    {
      numerator: results(['granted', 'granted_in_part']),
      denominator: results(['granted', 'granted_in_part', 'refused']),
    },
  ),
  share(
    'full_disclosure_rate',
    ['全部公开率', 'Full-disclosure rate'],
    [`予以公开 ÷ ${all}`, `granted ÷ ${allEn}`],
    ofResults(results(['granted'])),
  ),
  share(
    'part_disclosure_rate',
    ['部分公开率', 'Part-disclosure rate'],
    [`部分公开 ÷ ${all}`, `granted in part ÷ ${allEn}`],
    ofResults(results(['granted_in_part'])),
  ),
  share(
    'refusal_rate',
    ['不予公开率', 'Refusal rate'],
    [`不予公开 ÷ ${all}`, `refused ÷ ${allEn}`],
    ofResults(results(['refused'])),
  ),
  share(
    'not_held_rate',
    ['不掌握率', 'Not-held rate'],
    [`本机关不掌握相关政府信息 ÷ ${all}`, `not held ÷ ${allEn}`],
    ofResults(sum('requests.unavailable.not_held.total')),
  ),
  share(
    'unavailable_rate',
    ['无法提供率', 'Unavailable rate'],
    [`无法提供 ÷ ${all}`, `unavailable ÷ ${allEn}`],
    ofResults(results(['unavailable'])),
  ),
  share(
    'other_rate',
    ['其他处理率', 'Rate of other handling'],
    [`其他处理 ÷ ${all}`, `otherwise handled ÷ ${allEn}`],
    ofResults(results(['other'])),
  ),
  share(
    'not_processed_rate',
    ['不予处理率', 'Not-processed rate'],
    [`不予处理 ÷ ${all}`, `not processed ÷ ${allEn}`],
    ofResults(results(['unprocessed'])),
  ),
  share(
    'petition_share',
    ['信访举报投诉占不予处理的比例', 'Share of petitions and complaints among the not processed'],
    ['信访举报投诉类申请 ÷ 不予处理', 'petitions and complaints ÷ not processed'],
    { numerator: sum('requests.unprocessed.petition_complaint.total'), denominator: results(['unprocessed']) },
  ),
]

const grounds = [
  ['state_secret', '国家秘密', 'state secret'],
  ['prohibited_by_law', '其他法律行政法规禁止公开', 'prohibited by other law or regulation'],
  ['safety_stability', '危及“三安全一稳定”', 'security or stability'],
  ['third_party_rights', '第三方合法权益', 'third-party rights'],
  ['internal_affairs', '三类内部事务信息', 'internal affairs'],
  ['process_information', '四类过程性信息', 'deliberative process'],
  ['enforcement_files', '行政执法案卷', 'enforcement files'],
  ['inquiry_matters', '行政查询事项', 'administrative inquiry matters'],
] as const

const groundShares: readonly Indicator[] = grounds.map(([id, zh, en]) =>
  share(
    `refused_${id}_share`,
    [`不予公开中${zh}的比例`, `Share of refusals: ${en}`],
    [`${zh} ÷ 不予公开`, `${en} ÷ refused`],
    { numerator: sum(`requests.refused.${id}.total`), denominator: results(['refused']) },
  ),
)

const organizations = [
  ['commercial_enterprise', '商业企业', 'commercial enterprises'],
  ['research_institution', '科研机构', 'research institutions'],
  ['public_interest_organization', '社会公益组织', 'public interest organizations'],
  ['legal_services', '法律服务机构', 'legal services'],
  ['other_organization', '其他组织', 'other organizations'],
] as const

const applicantRefusals: readonly Indicator[] = [['natural_person', '自然人', 'natural persons'], ...organizations].map(
  ([id = '', zh, en]) =>
    share(
      `refusal_rate_${id}`,
      [`${zh}申请的不予公开率`, `Refusal rate of requests by ${en}`],
      [`${zh}不予公开 ÷ ${zh}${all}`, `refused to ${en} ÷ ${allEn} of ${en}`],
      { numerator: results(['refused'], id), denominator: results(everyGroup, id) },
    ),
)

const newRequests = sum('requests.new_received.total')
const flow: readonly Indicator[] = [
  share(
    'backlog_rate',
    ['结转率', 'Backlog'],
    ['结转下年度 ÷（本年新收 + 上年结转）', 'carried forward ÷ (new + carried in)'],
    {
      numerator: sum('requests.carried_forward.total'),
      denominator: sum('requests.new_received.total', 'requests.carried_in.total'),
    },
  ),
  share(
    'natural_person_share',
    ['自然人申请比例', 'Share of natural persons'],
    ['自然人新收 ÷ 新收总计', 'new requests by natural persons ÷ new requests'],
    { numerator: sum('requests.new_received.natural_person'), denominator: newRequests },
  ),
  ratio(
    'change',
    label('没有上年报告，或者单元格没有数值', 'There is no report of the year before, or a cell holds no number'),
  )(
    'growth',
    ['新收申请增长', 'Growth of new requests'],
    ['（本年新收 − 上年报告的本年新收）÷ 上年报告的本年新收', '(new − new of last year) ÷ new of last year'],
    {
      numerator: [...newRequests, { which: 'before', key: 'requests.new_received.total', sign: -1 }],
      denominator: [{ which: 'before', key: 'requests.new_received.total', sign: 1 }],
    },
  ),
  plain(
    'flag',
    'zero_requests',
    ['全年没有新收申请', 'No new request'],
    ['新收总计为 0', 'new requests are 0'],
    newRequests,
  ),
  plain(
    'flag',
    'all_zero',
    ['三张表全部为零', 'All three tables are zero'],
    ['表二、表三、表四没有不为 0 的数值', 'no number of the three tables is other than 0'],
    sum('reports.cells_nonzero'),
  ),
]

const ended = (of: string) => ['upheld', 'corrected', 'other'].map((result) => `${of}.${result}`)
const lawsuits = ['litigation.direct', 'litigation.after_reconsideration'] as const
const disputes: readonly Indicator[] = [
  rate(
    'reconsiderations_per_100',
    ['每百件新收申请的行政复议', 'Reconsiderations per 100 new requests'],
    ['行政复议总计 ÷ 新收总计 × 100', 'reconsiderations ÷ new requests × 100'],
    { numerator: sum('reconsideration.total'), denominator: newRequests },
  ),
  rate(
    'lawsuits_per_100',
    ['每百件新收申请的行政诉讼', 'Lawsuits per 100 new requests'],
    [
      '（未经复议直接起诉 + 复议后起诉）÷ 新收总计 × 100',
      '(lawsuits without + after reconsideration) ÷ new requests × 100',
    ],
    { numerator: sum(...lawsuits.map((of) => `${of}.total`)), denominator: newRequests },
  ),
  share(
    'reconsideration_corrected_share',
    ['行政复议纠正率', 'Corrected share of decided reconsiderations'],
    ['结果纠正 ÷（结果维持 + 结果纠正 + 其他结果）', 'corrected ÷ (upheld + corrected + other result)'],
    { numerator: sum('reconsideration.corrected'), denominator: sum(...ended('reconsideration')) },
  ),
  share(
    'litigation_corrected_share',
    ['行政诉讼纠正率', 'Corrected share of decided lawsuits'],
    ['两类诉讼结果纠正 ÷ 两类诉讼已审结', 'corrected ÷ (upheld + corrected + other result), both kinds of lawsuit'],
    { numerator: sum(...lawsuits.map((of) => `${of}.corrected`)), denominator: sum(...lawsuits.flatMap(ended)) },
  ),
]

const stock = 'disclosure.normative_documents'
/** Editions that do not ask for the documents in force. */
const without = toEditions('disclosure')
  .filter((form) => toFormCells(form).every(({ key }) => key !== `${stock}.in_force`))
  .map(({ edition }) => edition)
const inEdition = label(
  `${without.join('、')} 年版没有现行有效件数，或者单元格没有数值`,
  `The form of ${without.join(', ')} has no documents in force, or a cell holds no number`,
)
const documents: readonly Indicator[] = [
  plain(
    'items',
    'normative_stock',
    ['现行有效规范性文件', 'Normative documents in force'],
    ['规范性文件现行有效件数', 'normative documents in force'],
    sum(`${stock}.in_force`),
    inEdition,
  ),
  ratio('share', inEdition)(
    'normative_turnover',
    ['规范性文件更替率', 'Turnover of normative documents'],
    ['（本年制发 + 本年废止）÷ 现行有效', '(issued + abolished) ÷ in force'],
    { numerator: sum(`${stock}.made`, `${stock}.abolished`), denominator: sum(`${stock}.in_force`) },
  ),
]

const likeness = (id: string, kind: string, name: Words, formula: Words, notAssessable: Label): Indicator =>
  ratio('share', notAssessable)(id, name, formula, {
    numerator: sum(`similarities.${kind}.matched_count`),
    denominator: sum(`similarities.${kind}.sentence_count`),
  })

const quality: readonly Indicator[] = [
  plain(
    'days',
    'punctuality',
    ['公布时间', 'Punctuality'],
    [
      '公布日期或落款日期 − 法定期限，负数为提前',
      'day published, else signed, less the statutory deadline; negative is early',
    ],
    sum('reports.days_late'),
    label(
      `没有可用的日期，或者没有法定期限（乡镇、街道、事业单位、功能区等，以及 ${firstRegulatedYear - 1} 年度及以前）`,
      `No date to go by, or no deadline of the Regulations in force: townships, institutions, zones, and years before ${firstRegulatedYear}`,
    ),
  ),
  share(
    'completeness',
    ['填报完整度', 'Completeness'],
    ['有数值的单元格 ÷ 应有单元格', 'cells with a number ÷ cells of the forms'],
    { numerator: sum('reports.cells_read'), denominator: sum('reports.cells_expected') },
  ),
  likeness(
    'similarity_last_year',
    'last_year',
    ['与本机关上年报告的重复率', 'Boilerplate: own last year'],
    ['上年报告中也有的句子 ÷ 句数', 'sentences that stand in last year’s report ÷ sentences'],
    label('没有上年报告', 'There is no report of the year before'),
  ),
  likeness(
    'similarity_neighbours',
    'neighbour',
    ['与其他机关同年报告的重复率', 'Boilerplate: neighbours'],
    ['其他机关同年报告中也有的句子 ÷ 句数', 'sentences that stand in another agency’s report of that year ÷ sentences'],
    label('没有同年度的其他报告', 'There is no other report of that year'),
  ),
  share(
    'failing_edits_rate',
    ['勾稽关系不符率', 'Failing sum edits'],
    ['不符的勾稽关系 ÷ 已核对的勾稽关系', 'failing sum edits ÷ sum edits assessed'],
    { numerator: sum('reports.edits_failed'), denominator: sum('reports.edits_assessed') },
  ),
]

/** Every indicator, in the order in which they are documented. */
export const indicators: readonly Indicator[] = [
  ...outcomeRates,
  ...groundShares,
  ...applicantRefusals,
  ...flow,
  ...disputes,
  ...documents,
  ...quality,
]

/** Names of the indicators by id: the codes of `indicators.indicator_id`. */
export const indicatorNames: Readonly<Record<string, Label>> = Object.fromEntries(
  indicators.map(({ id, label: name }) => [id, name]),
)
