import { before, either, following } from './pattern.ts'
import { reading } from './readings.ts'
import type { Subject } from './types.ts'

const count = ['count'] as const
const issue = '制发|制定|出台|印发|制作|颁布|发布'

/** Words under which decisions are published, listed or shown rather than made. */
const shown = /公示|公开|公布|发布|归集|上传|录入|推送|报送|信息|事项|项目|清单|目录|裁量|累计|其中|网上|线上|不/
/** Documents of another body, or a part of one's own. */
const partly =
  /公开|(?<![制定])发布|解读|清理|审查|审核|备案|代|起草|配合|参与|协助|征求|提请|名义|政府|党委|联合|累计|其中|重大|修订|修改|不/

const documents = [
  ['normative_documents', 'documents', '(?:行政)?规范性文件', '行政规范性文件', 'Normative documents'],
  ['rules', 'rules', '规章(?!制度)', '规章', 'Government rules'],
] as const

const documentSubjects = documents.flatMap(([row, topic, words, zh, en]): readonly Subject[] => [
  {
    id: `${row}.in_force`,
    pattern: either(before('现行有效', 14), following('现行有效|继续有效', 8)),
    measures: count,
    readings: [reading(`${zh}现行有效件数`, `${en} in force`, `disclosure.${row}.in_force`)],
    topics: [topic],
    isFirm: true,
    loosenedBefore: /清理/,
    loosened: /清理|其中|公开|累计|目录|清单|汇编/,
    family: 'disclosure',
  },
  {
    id: `${row}.abolished`,
    pattern: before('废止(?:或|和|及)?(?:宣布)?(?:失效)?', 12),
    measures: count,
    readings: [reading(`${zh}本年废止件数`, `${en} abolished`, `disclosure.${row}.abolished`)],
    topics: [topic],
    isFirm: true,
    loosenedBefore: /清理|含/,
    loosened: /清理|失效|修|累计|其中|政府|不/,
    family: 'disclosure',
  },
  {
    id: `${row}.made`,
    pattern: either(
      before(`(?:${issue})[^#]{0,12}${words}`, 8),
      before(`${words}[^#]{0,6}(?:${issue})`, 6),
      new RegExp(`(?:${issue})[^#]{0,6}#[^#]{0,4}${words}`),
    ),
    measures: count,
    readings: [reading(`${zh}本年制发件数`, `${en} made`, `disclosure.${row}.made`)],
    excuses: [reading(zh, en, `disclosure.${row}.disclosed`), reading(zh, en, `disclosure.${row}.public_total`)],
    isFirm: true,
    loosened: row === 'rules' ? /公开|解读|修|累计|其中|不|内部|配合|参与|协助|起草|征求/ : partly,
    family: 'disclosure',
  },
])

const decisions = [
  ['penalties', '行政处罚', 'Administrative penalties'],
  ['licensing', '行政许可', 'Administrative licensing'],
  ['coercion', '行政强制', 'Administrative coercion'],
] as const

const decisionSubjects = decisions.flatMap(([row, zh, en]): readonly Subject[] => {
  const base = {
    id: row,
    measures: count,
    readings: [reading(`${zh}处理决定数量`, `${en}, decisions`, `disclosure.${row}.decisions`)],
    family: 'disclosure',
    loosened: shown,
  } as const
  return [
    {
      ...base,
      pattern: either(
        before(`(?:作出|做出|实施|下达|下发)[^#]{0,8}${zh}(?:处理)?(?:决定|措施)?书?`, 6),
        before(`${zh}(?:处理)?决定书?`, 6),
        new RegExp(`(?:作出|做出|实施|下达)[^#]{0,4}#[^#]{0,4}${zh}`),
      ),
      isFirm: true,
      isOwnWords: true,
    },
    {
      ...base,
      pattern: before(`${zh}(?:处理)?(?:决定|措施|案件)?[数总量]{0,3}(?!信息|公示|事项|清单|目录|他项)`, 4),
      isFirm: false,
      isOwnWords: true,
    },
  ]
})

/** Patterns of 表二, and of money that no table holds. */
export const disclosureSubjects: readonly Subject[] = [
  {
    id: 'information_fee',
    pattern: either(before('信息处理费|收费通知|实收|检索费|复制费|邮寄费', 16), following('信息处理费', 4)),
    measures: ['count', 'times', 'yuan'],
    readings: [],
    isFirm: false,
    isOwnWords: true,
    family: 'fee',
  },
  {
    id: 'fees',
    pattern: before('行政事业性收费', 16),
    measures: ['yuan'],
    readings: [reading('行政事业性收费', 'Administrative fees', 'disclosure.fees.amount')],
    isFirm: true,
    loosened: /减|免|项目|其中|累计|退|罚没/,
    isOwnWords: true,
    family: 'fee',
  },
  {
    id: 'procurement',
    pattern: before('政府集中采购', 14),
    measures: ['yuan'],
    readings: [reading('政府集中采购总金额', 'Procurement', 'disclosure.procurement.amount')],
    isFirm: false,
    isOwnWords: true,
    family: 'fee',
  },
  ...documentSubjects,
  ...decisionSubjects,
  {
    id: 'disclosed',
    pattern: before('主动公开(?:各类|各种|全部)?(?:政府|政务)?(?:信息|内容|事项)[总数量]{0,2}', 8),
    measures: count,
    readings: [],
    isFirm: false,
    family: 'disclosure',
  },
]
