import { expect, test } from 'vitest'
import { claimsOf, type Numbers, toShort } from './told.ts'

/** The tables behind every sentence: 100 new, 8 carried in, 102 results, 6 carried forward. */
const numbers: Numbers = {
  'disclosure.normative_documents.made': 5,
  'disclosure.normative_documents.abolished': 2,
  'disclosure.normative_documents.in_force': 31,
  'disclosure.licensing.decisions': 1204,
  'disclosure.penalties.decisions': 86,
  'disclosure.coercion.decisions': 3,
  'disclosure.fees.amount': 160.5964,
  'requests.new_received.natural_person': 90,
  'requests.new_received.commercial_enterprise': 7,
  'requests.new_received.legal_services': 3,
  'requests.new_received.total': 100,
  'requests.carried_in.natural_person': 8,
  'requests.carried_in.total': 8,
  'requests.granted.total': 40,
  'requests.granted_in_part.total': 15,
  'requests.refused.state_secret.total': 1,
  'requests.refused.process_information.total': 9,
  'requests.unavailable.not_held.total': 20,
  'requests.unavailable.needs_creation.total': 5,
  'requests.unprocessed.petition_complaint.total': 4,
  'requests.unprocessed.repeated.total': 2,
  'requests.other.correction_overdue.total': 3,
  'requests.other.misc.total': 3,
  'requests.results_total.total': 102,
  'requests.carried_forward.total': 6,
  'reconsideration.upheld': 6,
  'reconsideration.corrected': 1,
  'reconsideration.pending': 2,
  'reconsideration.total': 9,
  'litigation.direct.total': 4,
  'litigation.direct.upheld': 4,
  'litigation.after_reconsideration.total': 3,
  'litigation.after_reconsideration.other': 3,
}
const NEW = 'requests.new_received.total'
const IN = 'requests.carried_in.total'
const OUT = 'requests.carried_forward.total'
const DONE = 'requests.results_total.total'
const MADE = 'disclosure.normative_documents.made'
const FORCE = 'disclosure.normative_documents.in_force'
const ABOLISHED = 'disclosure.normative_documents.abolished'
const PERSON = 'requests.new_received.natural_person'
const FIRM = 'requests.new_received.commercial_enterprise'
const GRANTED = 'requests.granted.total'
const PART = 'requests.granted_in_part.total'
const REFUSED = 'requests.refused.state_secret.total'
const ABSENT = 'requests.unavailable.not_held.total'
const IDLE = 'requests.unprocessed.petition_complaint.total'
const OTHER = 'requests.other.correction_overdue.total'
const REVIEW = 'reconsideration.total'
const DIRECT = 'litigation.direct.total'
const AFTER = 'litigation.after_reconsideration.total'

type Row = readonly [sentence: string, ...claims: readonly string[]]

function check(rows: readonly Row[]) {
  test.each(rows)('%s', (sentence, ...claims) => {
    expect(claimsOf([sentence], numbers).map(toShort)).toEqual(claims)
  })
}

check([
  // received
  ['2023年，我局共收到政府信息公开申请100件。', `100 agree ${NEW}`],
  ['全年共收到政府信息公开申请108件，其中上年结转8件。', `108 agree ${NEW}`, `8 agree ${IN}`],
  ['全年新收政府信息公开申请 100 件，上年结转 8 件。', `100 agree ${NEW}`, `8 agree ${IN}`],
  ['本年度新收和上年结转申请共108件。', `108 agree ${NEW}`],
  ['我局共受理100宗依申请公开事项。', `100 agree ${NEW}`],
  ['收到100份政府信息公开申请，均在法定期限内答复。', `100 agree ${NEW}`],
  ['依申请公开方面，全年收到一百件。', `100 agree ${NEW}`],
  ['今年以来接到公民、法人和其他组织提出的政府信息公开申请101件。'],
  ['全年收到公民、法人和其他组织提出的政府信息公开申请101件。', `101 differ ${NEW}`],
  ['全年收到政府信息公开申请１２件。', `12 differ ${NEW}`],
  ['收到申请1,000件。', `1000 differ ${NEW}`],
  ['政府信息公开申请数量为100件。', `100 agree ${NEW}`],
  ['收到信息公开申请百余件。', `100~ agree ${NEW}`],
  ['收到信息公开申请90余件。', '90~ not_stated -'],
  ['收到信息公开申请100余件。', `100~ agree ${NEW}`],
  ['收到信息公开申请约95件。', `95~ agree ${NEW}`],
  ['收到信息公开申请近110件。', `110~ agree ${NEW}`],
  ['收到信息公开申请500多件。', `500~ differ ${NEW}`],
  // decided, carried forward
  ['收到申请100件，办结102件，结转下年度办理6件。', `100 agree ${NEW}`, `102 agree ${DONE}`, `6 agree ${OUT}`],
  ['已办结102件，尚有6件结转下年度。', `102 agree ${DONE}`, `6 agree ${OUT}`],
  ['办理政府信息公开申请108件。', '108 agree requests.new_received.total'],
  ['答复政府信息公开申请102件。', `102 agree ${DONE}`],
  ['受理申请100件，办结120件，办结率100%。', `100 agree ${NEW}`, `120 differ ${DONE}`],
  ['全年办结申请102件，转入2024年继续办理7件。', `102 agree ${DONE}`, `7 differ ${OUT}`],
  ['申请办理中，6件顺延至下一年度。', `6 agree ${OUT}`],
  ['由2022年结转的申请8件。', `8 agree ${IN}`],
  ['承接上一年未办结的申请9件。', `9 differ ${IN}`],
  ['按期答复申请95件，延期答复申请7件。', '95 not_stated -', '7 not_stated -'],
  // results
  ['其中予以公开40件，部分公开15件，不予公开10件。', `40 agree ${GRANTED}`, `15 agree ${PART}`, `10 agree ${REFUSED}`],
  [
    '从办理结果看，予以公开四十件，无法提供二十五件，不予处理六件，其他处理六件。',
    `40 agree ${GRANTED}`,
    `25 agree ${ABSENT}`,
    `6 agree ${IDLE}`,
    `6 agree ${OTHER}`,
  ],
  ['不予公开11件。', `11 differ ${REFUSED}`],
  ['予以公开和部分公开共55件。', `55 agree ${GRANTED}`],
  [
    '属于国家秘密的1件，属于四类过程性信息8件。',
    `1 agree ${REFUSED}`,
    '8 differ requests.refused.process_information.total',
  ],
  [
    '本机关不掌握相关政府信息20件，没有现成信息需要另行制作5件。',
    `20 agree ${ABSENT}`,
    '5 agree requests.unavailable.needs_creation.total',
  ],
  ['信访、举报、投诉类申请4件，重复申请3件。', `4 agree ${IDLE}`, '3 differ requests.unprocessed.repeated.total'],
  // percentages
  ['予以公开40件，占办结总数的39.2%。', `40 agree ${GRANTED}`, `39.2% agree ${GRANTED}`],
  ['予以公开40件，占比40%。', `40 agree ${GRANTED}`, `40% agree ${GRANTED}`],
  [
    '予以公开40件（39.22%），部分公开15件（14.7%）。',
    `40 agree ${GRANTED}`,
    `39.22% agree ${GRANTED}`,
    `15 agree ${PART}`,
    `14.7% agree ${PART}`,
  ],
  ['予以公开40件，占比52%。', `40 agree ${GRANTED}`, `52% ambiguous_denominator ${GRANTED}`],
  ['予以公开40件，占办结总数的52%。', `40 agree ${GRANTED}`, `52% differ ${GRANTED}`],
  ['自然人申请90件，占新收申请总数的百分之九十。', `90 agree ${PERSON}`, `90% agree ${PERSON}`],
  // applicants
  [
    '从申请人看，自然人90件，占90%；法人或其他组织10件，占10%。',
    `90 agree ${PERSON}`,
    `90% agree ${PERSON}`,
    `10 agree ${FIRM}`,
    `10% agree ${FIRM}`,
  ],
  ['来自自然人的申请有91件。', `91 differ ${PERSON}`],
  [
    '自然人申请98件，商业企业申请7件，法律服务机构申请3件。',
    `98 agree ${PERSON}`,
    `7 agree ${FIRM}`,
    '3 agree requests.new_received.legal_services',
  ],
  ['办结102件，其中自然人96件。', `102 agree ${DONE}`, '96 not_stated -'],
])

check([
  // reconsideration and litigation
  ['因政府信息公开被申请行政复议9件，被提起行政诉讼7件。', `9 agree ${REVIEW}`, `7 agree ${DIRECT}`],
  ['发生政府信息公开行政复议12起、行政诉讼5起。', `12 differ ${REVIEW}`, `5 differ ${DIRECT}`],
  ['未经复议直接起诉4件，复议后起诉3件。', `4 agree ${DIRECT}`, `3 agree ${AFTER}`],
  ['未经复议直接起诉5件，复议后起诉2件。', `5 differ ${DIRECT}`, `2 differ ${AFTER}`],
  [
    '涉及信息公开的行政复议9件，其中结果维持6件、结果纠正1件、尚未审结2件。',
    `9 agree ${REVIEW}`,
    '6 agree reconsideration.upheld',
    '1 agree reconsideration.corrected',
    '2 agree reconsideration.pending',
  ],
  ['信息公开行政复议、行政诉讼分别为9件、7件。', `9 agree ${REVIEW}`, `7 agree ${DIRECT}`],
  ['信息公开行政复议和行政诉讼案件共16件。', `16 agree ${REVIEW}`],
  ['因信息公开引发的行政复议和行政诉讼案件共20件。', '20 not_stated -'],
  ['全年审理行政复议案件312件。', '312 not_stated -'],
  ['信息公开类行政复议已审结7件。', '7 agree reconsideration.upheld'],
  ['行政诉讼4件。', '4 not_stated -'],
  ['受理行政复议申请3件。', '3 not_stated -'],
  // disclosure
  ['制发行政规范性文件5件，废止2件，现行有效31件。', `5 agree ${MADE}`, `2 agree ${ABOLISHED}`, `31 agree ${FORCE}`],
  ['2023年制发行政规范性文件六件，均在网站公开。', `6 differ ${MADE}`],
  ['截至2023年底，现行有效的行政规范性文件30件。', `30 differ ${FORCE}`],
  ['主动公开行政规范性文件12件。'],
  ['完善规章制度12项。'],
  [
    '作出行政处罚决定86件，行政强制决定3件。',
    '86 agree disclosure.penalties.decisions',
    '3 agree disclosure.coercion.decisions',
  ],
  ['全年作出行政处罚决定80件。', '80 differ disclosure.penalties.decisions'],
  ['公示行政许可、行政处罚信息900条。'],
  ['办理行政许可1204件。', '1204 agree disclosure.licensing.decisions'],
  ['办理行政许可1100件。', '1100 not_stated -'],
  ['收取行政事业性收费160.5964万元。', '160.5964 agree disclosure.fees.amount'],
  ['收取行政事业性收费160.6万元。', '160.6 agree disclosure.fees.amount'],
  ['收取行政事业性收费1,605,964元。', '160.5964 agree disclosure.fees.amount'],
  ['收取行政事业性收费12万元。', '12 differ disclosure.fees.amount'],
  ['本年度收取信息处理费300元。', '300 not_stated -'],
  ['全年发出收费通知2件，实收120元。', '2 not_stated -', '120 not_stated -'],
  // own parts
  ['全年主动公开政府信息76条，其中政务动态51条、财政信息12条、政策解读13条。', '76 agree -'],
  ['全年主动公开政府信息80条，其中政务动态51条、财政信息12条、其他13条。', '80 differ -'],
  ['全年主动公开政府信息70条，其中政务动态51条、财政信息12条、政策13条。', '70 differ -'],
  ['全年主动公开政府信息90条，其中政务动态51条、财政信息12条。', '90 not_stated -'],
  ['全年主动公开政府信息76条，其中政务动态51条（图片新闻20条）、财政信息25条。', '76 agree -'],
  ['主动公开政府信息76条。', '76 not_stated -'],
  [
    '收到申请100件，其中网络申请60件、信函申请30件、当面申请10件。',
    `100 agree ${NEW}`,
    '60 agree -',
    '30 agree -',
    '10 agree -',
  ],
  ['收到申请100件，其中网络申请60件、信函申请30件。', `100 agree ${NEW}`, '60 not_stated -', '30 not_stated -'],
])

check([
  // filters
  ['收到的申请较上年减少13件，同比下降11.5%。'],
  ['申请量同比增长约430%。'],
  ['收到申请100件，较上年增加20件，增长25%。', `100 agree ${NEW}`],
  ['2022年收到政府信息公开申请80件。'],
  ['2022年，我局收到政府信息公开申请80件，办结80件。'],
  ['去年收到申请80件，今年收到申请100件。', `100 agree ${NEW}`],
  ['上半年收到政府信息公开申请40件。'],
  ['一季度，办结申请22件。'],
  ['截至2023年12月31日，共收到政府信息公开申请100件。', `100 agree ${NEW}`],
  ['累计收到政府信息公开申请1560件。', '1560 not_stated -'],
  ['自条例施行以来收到政府信息公开申请1560件。'],
  ['2024年计划制发行政规范性文件3件。'],
  ['力争全年办结申请不少于90件。'],
  ['全年组织政府信息公开培训3次，培训120人次。'],
  ['召开依申请公开工作会议2次。'],
  ['办理人大代表建议63件、政协委员提案64件，答复全文已公开。'],
  ['受理12345热线诉求1200件，办结1198件。'],
  ['回复网友留言63条，收到意见建议5条。'],
  ['全年通过门户网站发布各类信息8459条。'],
  ['收到申请后20个工作日内予以答复。'],
  ['把受理申请作为一项重要工作来抓。'],
  ['贯彻《关于优化营商环境的20条措施》，收到申请100件。', `100 agree ${NEW}`],
  ['受理行政许可申请400件。'],
  ['第五十条规定的申请，逐件答复。'],
  ['同一申请人累计申请10件以下的不收费。'],
  // zero
  ['2023年，我局未收到政府信息公开申请。', `0 differ ${NEW}`],
  ['未收到政府信息公开申请0件。', `0 differ ${NEW}`],
  ['没有因政府信息公开被申请行政复议、提起行政诉讼的情况。', `0 differ ${REVIEW}`, `0 differ ${DIRECT}`],
  ['行政复议、行政诉讼0件。', '0 not_stated -', '0 not_stated -'],
  ['全年没有行政复议被纠错和行政诉讼败诉的情形。'],
  ['未收到通过信函提出的申请。'],
  ['没有发生应公开而不予公开的情况。'],
  ['没有收到有效投诉。'],
  ['未收取信息处理费。', '0 not_stated -'],
])

check([
  // things around requests, requests of other kinds, and grounds beside their class
  ['增设申请受理点3个，印制申请答复模板15份，优化申请办理流程4项。'],
  ['新增申请渠道2个。'],
  ['受理临时救助申请300件，办结280件。'],
  ['全年制作答复书14份。'],
  ['受理热线工单涉及信息公开申请2件。', '2 not_stated -'],
  ['因涉及商业秘密不予公开1件，因本机关不掌握等原因无法提供29件。', '1 not_stated -', '29 not_stated -'],
  ['全年制作政府信息300条，其中依申请公开20条，不予公开信息50条。', '20 not_stated -', '50 not_stated -'],
  ['经门户网站收到政府信息公开申请12件。', '12 not_stated -'],
  ['经网站、信函等各种渠道收到政府信息公开申请12件，当面受理1件。', '12 not_stated -', '1 not_stated -'],
  ['收到申请100件，其中3件转交其他部门。', `100 agree ${NEW}`],
  ['收到申请100件，内容涉及征地补偿60件、水利工程40件。', `100 agree ${NEW}`],
  ['2023年1月至12月，收到政府信息公开申请100件。', `100 agree ${NEW}`],
  ['2023年1-6月，收到政府信息公开申请60件。'],
  ['截至12月底，收到政府信息公开申请99件。', `99 differ ${NEW}`],
  ['办结上年结转申请7件。', '7 not_stated -'],
  ['2022年结转2023年办理的申请8件。', `8 agree ${IN}`],
  ['结转2024年继续办理的申请6件。', `6 agree ${OUT}`],
  ['1件信息公开行政复议结转下年度审理。', '1 not_stated -'],
  ['信息公开行政复议案件上年结转2件。', '2 not_stated -'],
  ['办理行政复议案件120件，其中维持100件。', '120 not_stated -', '100 not_stated -'],
  ['我局发生行政诉讼案件35件。', '35 not_stated -'],
  ['对历年规范性文件进行清理，废止5件。', '5 not_stated -'],
  ['受理申请100件，信息公开行政复议和诉讼均为0。', `100 agree ${NEW}`, `0 differ ${REVIEW}`, `0 differ ${DIRECT}`],
  ['行政规范性文件：制发5件、废止2件、现行有效31件。', `5 agree ${MADE}`, `2 agree ${ABOLISHED}`, `31 agree ${FORCE}`],
  [
    '涉政府信息公开行政复议案件9件、诉讼案件7件，其中被纠错3件。',
    `9 agree ${REVIEW}`,
    `7 agree ${DIRECT}`,
    '3 not_stated -',
  ],
  ['本局收到申请100件；局属事业单位收到3件。', `100 agree ${NEW}`, `3 different_scope ${NEW}`],
  ['本局收到申请101件。全年收到申请103件。', `101 differ ${NEW}`, '103 not_stated -'],
  ['收取行政事业性收费壹拾万元。'],
  ['未制发行政规范性文件。', `0 differ ${MADE}`],
  ['未制发行政规范性文件清单。'],
  [
    '收到政府信息公开申请100件,对其中40件予以公开,15件部分公开.',
    `100 agree ${NEW}`,
    `40 agree ${GRANTED}`,
    `15 agree ${PART}`,
  ],
  ['区自然资源局收到政府信息公开申请30件。', `30 different_scope ${NEW}`],
  ['区水务局收到政府信息公开申请30件。', `30 differ ${NEW}`],
  ['主动公开政府信息300条，发布行政规范性文件4件。', '300 not_stated -', '4 not_stated -'],
  ['共收到100件政府信息公开申请，已办结98件，4件正在办理。', `100 agree ${NEW}`, `98 differ ${DONE}`, '4 not_stated -'],
])

test('sentences that deny what the tables have 0 of agree', () => {
  const none = [
    '全年未接到申请，也没有上年遗留的申请。',
    '2023年全年未收到依申请公开件。',
    '本年度无人向我局提出政府信息公开申请。',
    '未发生因政府信息公开引起的行政复议和行政诉讼。',
    '无结转下年度办理的申请。',
  ]
  expect(none.map((sentence) => claimsOf([sentence], {}).map(toShort))).toEqual([
    [`0 agree ${NEW}`, `0 agree ${IN}`],
    [`0 agree ${NEW}`],
    [`0 agree ${NEW}`],
    [`0 agree ${REVIEW}`, `0 agree ${DIRECT}`],
    [`0 agree ${OUT}`],
  ])
})

test.each([
  // what is not admitted, what is left over, what others asked for
  '办结答复102件，不予受理4件。',
  '咨询类来信不按申请登记，不予受理9件。',
  '不予受理申请4件，不属于本机关公开4件。',
  '除6件结转下一年度办理外，其余96件均按时办结。',
  '其余申请12件均已按时答复。',
  '另有3件按时办结，剩余5件在法定期限内办结。',
  '配合区政府办开办协查依申请答复6件。',
  '办理依申请公开答复协查函12件。',
  '配合上级机关开展协查，协助答复依申请公开746件，不计入我局的办理数。',
  '补正后受理申请2件。',
  '对收到的政府信息公开申请，15个工作日内答复3件。',
  '收到土地征收类政府信息公开申请18件。',
  '依申请公开答复文书评查10件。',
  '收到公民申请查询房产信息120件。',
  '受理不动产登记申请3000件，办结2990件。',
  // documents that are looked through before they are out
  '涉及国家秘密的公文类信息0条。',
  '对历史公文作了清理，涉及国家秘密的公文类信息4条，均未上网。',
  '保密审查发现涉及个人隐私信息2条，涉及国家秘密信息0条。',
  '公文属性认定：主动公开35件，依申请公开6件，不予公开12件。',
  '确定为不予公开的公文18份。',
  '涉及第三方合法权益征求意见3件。',
  '其他处理情况：撤回2件。',
  // proceedings that are named beside a word of the form
  '尚未审结行政复议0件和提起行政诉讼0件。',
  // rules and documents of others
  '配合制定政府规章1件。',
  '现行有效的规范性文件目录共3份。',
  // bodies beside one's own
  '街道共收到申请10件。',
  '市政府本级收到申请80件。',
  // a sum, and another unit, among the parts of a total
  '主动公开政府信息中新增项目事项62项，其中行政许可事项本年新增20项，总计20项，行政许可处理决定数量1204件；其他事项新增42项。',
])('nothing is held against the tables in: %s', (sentence) => {
  expect(claimsOf([sentence], numbers).filter(({ status }) => status === 'differ')).toEqual([])
})

test('the parts of a total still have to add up', () => {
  const sentence = '全年主动公开政府信息62条，其中政策文件20条，工作动态30条，其他21条。'
  expect(claimsOf([sentence], numbers).map(({ status }) => status)).toContain('differ')
})
