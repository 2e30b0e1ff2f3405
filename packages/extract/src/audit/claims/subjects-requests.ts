import { before, either, following } from './pattern.ts'
import {
  answered,
  answeredOrNot,
  carriedForward,
  carriedIn,
  inflow,
  naturalPersons,
  organizationsReadings,
  received,
  results,
} from './readings.ts'
import type { Subject } from './types.ts'

const counted = ['count', 'times'] as const
const receive = '收到|接收|接到|收悉|(?<!不予?|未予?|不符合|是否)受理|新收|新增|登记|承接|收件'

/** Words that tell how or when something was done, so that the figure may count a part. */
const partly =
  /其中|通过(?![^#]{0,20}(?:等|各))|网站|系统|方式|工单|热线|12345|信访|信箱|留言|咨询|涉及|按时|按期|如期|延期|逾期|超期|提前|当场|当年|当天|及时|网络|网上|线上|在线|平台|信函|邮寄|邮件|邮箱|传真|当面|现场|窗口|书面|电话|转办|转交|转来|移送|协助|协办|协查|配合|转由|有效|重复|疑难|复杂|累计|补正|工作日内|评查|抽查|复查|撤回|撤销|其余|剩余|其[他它](?:的)?\d*#|(?<!公开|信息|各|全部|所有)类(?!型)/

/** Receiving and deciding named together: one figure may count either. */
const receivedPartly = new RegExp(`${partly.source}|办结|答复|办理`)
const decidedPartly = new RegExp(`${partly.source}|收到|受理|新收|出具|发出|制作|送达`)

/** Patterns of requests carried over, received and decided, the special ones first. */
export const requestSubjects: readonly Subject[] = [
  {
    id: 'received',
    pattern: either(
      before('(?:收到|新收|受理)[^#]{0,24}[含及和与、加括]上年[^#]{0,4}(?:结转|遗留)', 16),
      before('上年[^#]{0,4}(?:结转|遗留)[^#]{0,4}[及和与、加](?:本年)?(?:新收|收到|受理)', 16),
    ),
    measures: counted,
    readings: received,
    topics: ['requests'],
    isFreeStanding: true,
    isFirm: true,
    isAcrossYears: true,
    family: 'inflow',
  },
  {
    id: 'carried_in',
    pattern: either(
      before('(?:上年|往年)度?[^#]{0,4}(?:结转|遗留|转入|转接|未办结|未办完|延续|流转)', 20),
      before('(?:承接|结转自?|接续|延续|转自)上年', 16),
      following('上年度?(?:结转|遗留|转入)', 4),
    ),
    measures: counted,
    readings: [carriedIn],
    topics: ['requests'],
    isFreeStanding: true,
    isFirm: true,
    loosened: /(?<!未)办结|办理|答复|处理|累计/,
    isAcrossYears: true,
    family: 'inflow',
    follows: ['inflow', 'disclosure', 'proceeding', 'fee'],
  },
  {
    id: 'carried_forward',
    pattern: either(
      before('(?:结转|转入|转至|转到|顺延|延至|延续|留待|跨)[^#]{0,4}下年', 14),
      before('下年度?[^#]{0,4}(?:办理|结转|答复|处理)', 12),
      before('顺延', 6),
      following('(?:结转|转入|转至|转到|顺延|延至|延续|留待|跨)[^#]{0,6}下年', 14),
      following('下年度?继续|顺延', 8),
    ),
    measures: counted,
    readings: [carriedForward],
    topics: ['requests'],
    isFreeStanding: true,
    isFirm: true,
    isAcrossYears: true,
  },
  {
    id: 'carried',
    pattern: either(before('结转', 10), following('结转', 4)),
    measures: counted,
    readings: [carriedForward, carriedIn],
    topics: ['requests'],
    isFirm: true,
    loosened: /其中|(?<!未)办结|办理|答复|处理|累计/,
    isAcrossYears: true,
  },
  {
    id: 'unfinished',
    pattern: either(
      before('(?:尚|仍|还)?未(?:办结|答复|办理完毕)|正在办理|在办', 8),
      following('(?:正在办理|尚未办结|未办结)', 4),
    ),
    measures: counted,
    readings: [carriedForward],
    topics: ['requests'],
    isFirm: false,
  },
  {
    id: 'natural_person',
    pattern: either(
      before('(?:自然人|公民个人|公民)(?![、和或及与]{0,2}法人)', 12),
      before('个人(?:申请|提出)', 8),
      following('(?:来自|属于|为|是|由)?(?:自然人|公民)', 4),
    ),
    measures: counted,
    readings: naturalPersons,
    topics: ['requests'],
    isFreeStanding: true,
    isFirm: true,
    loosened: /法人|组织|企业|网络|网上|信函|邮寄|当面|查询|查阅|咨询/,
    family: 'applicant',
    follows: ['inflow', 'applicant', 'disclosure', 'proceeding'],
  },
  ...organizationSubjects(),
  {
    id: 'received',
    pattern: either(before(`(?:${receive})[^#]{0,30}申请`, 14), new RegExp(`(?:${receive})[^#]{0,10}#[^#]{0,24}申请`)),
    measures: counted,
    readings: received,
    topics: ['requests'],
    isFirm: true,
    loosened: receivedPartly,
    family: 'inflow',
    follows: ['inflow', 'disclosure', 'proceeding', 'fee'],
  },
  {
    id: 'received',
    pattern: either(before('申请[^#]{0,12}(?:收到|受理|新收|接收)', 8), before(receive, 8)),
    measures: counted,
    readings: received,
    topics: ['requests'],
    isFirm: true,
    loosened: receivedPartly,
    family: 'inflow',
    follows: ['inflow', 'disclosure', 'proceeding', 'fee'],
  },
  ...resultSubjects(),
  {
    id: 'request_count',
    pattern: either(before('公开申请|申请公开|依申请|申请总?[数量]', 12), following('[^#]{0,8}公开申请', 0)),
    measures: counted,
    readings: [...received, results],
    topics: ['requests'],
    isFirm: false,
    family: 'inflow',
  },
]

function organizationSubjects(): readonly Subject[] {
  const columns = [
    ['commercial_enterprise', '商业企业', 'commercial enterprises'],
    ['research_institution', '科研机构', 'research institutions'],
    ['public_interest_organization', '社会公益组织', 'public interest organizations'],
    ['legal_services', '法律服务机构', 'legal services'],
  ] as const
  const base = {
    measures: counted,
    topics: ['requests'],
    isFreeStanding: true,
    family: 'applicant',
    follows: ['inflow', 'applicant', 'disclosure', 'proceeding'],
  } as const
  return [
    ...columns.map(
      ([column, zh, en]): Subject => ({
        ...base,
        id: column,
        pattern: either(before(zh, 10), following(zh, 4)),
        readings: inflow({ zh: `（${zh}）`, en: ` of ${en}` }, [column]),
        isFirm: true,
      }),
    ),
    {
      ...base,
      id: 'organizations',
      pattern: before('(?<!(?:公民|自然人|个人)[、和或及与]{0,2})法人[或和与及、]者?其[他它]组织', 12),
      readings: organizationsReadings,
      isFirm: true,
      loosened: /自然人|公民|个人|网络|网上|信函|邮寄|当面/,
    },
    {
      ...base,
      id: 'organizations',
      pattern: before('(?<!(?:公民|自然人|个人)[、和或及与]{0,2})法人', 10),
      readings: organizationsReadings,
      isFirm: false,
    },
  ]
}

function resultSubjects(): readonly Subject[] {
  const base = {
    measures: counted,
    topics: ['requests'],
    isFirm: true,
    loosened: decidedPartly,
    family: 'results',
    follows: ['inflow', 'outcome', 'applicant', 'disclosure', 'proceeding', 'fee'],
  } as const
  const words = '政府|信息|公开|申请|依|的|件'
  return [
    {
      ...base,
      id: 'finished',
      pattern: either(before('办结|办理完毕|办毕', 20), new RegExp(`办结[^#]{0,8}#(?:${words})`)),
      readings: [results],
    },
    {
      ...base,
      id: 'answered',
      pattern: before('答复|回复|办复', 20),
      readings: [results, answeredOrNot, answered],
      excuses: received,
    },
    {
      ...base,
      id: 'handled',
      pattern: before('办理|处理', 20),
      readings: [results, ...received],
    },
  ]
}
