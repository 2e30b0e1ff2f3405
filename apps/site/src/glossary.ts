import {
  cellStates,
  claimStatuses,
  documentStatuses,
  evidenceKinds,
  type Form,
  findingReasons,
  findingStatuses,
  formIds,
  forms,
  issueCodes,
  type Label,
  levels,
  lineKinds,
  proposalCauses,
  proposalKinds,
  reasonCodes,
  regionEvidences,
  repairKinds,
  trustLevels,
} from '@gongkai/schema'
import { tableNumbers } from './layout.ts'

/** A term in both languages, with the id under which the dataset has it. */
export interface Term {
  readonly id: string
  readonly label: Label
}

/** Terms that belong together. */
export interface TermList {
  readonly id: string
  readonly heading: Label
  readonly terms: readonly Term[]
}

const toTerms = (codes: Readonly<Record<string, Label>>): readonly Term[] =>
  Object.entries(codes).map(([id, label]) => ({ id, label }))

function toFormTerms(form: Form): readonly Term[] {
  const rows = form.blocks.flatMap((block) => [...block.rows, ...block.columns])
  // A column that several blocks repeat is one term.
  return [...new Map(rows.map(({ id, label }) => [`${id} ${label.zh}`, { id, label }])).values()]
}

const formLists = formIds.flatMap((formId) =>
  Object.values(forms[formId]).map((form) => ({
    id: `${formId}-${form.edition}`,
    heading: {
      zh: `${tableNumbers[formId]}　${form.title.zh}（${form.edition}年版）`,
      en: `${form.title.en} (form of ${form.edition})`,
    },
    terms: toFormTerms(form),
  })),
)

const codes = [
  ['cell-states', '单元格的状态', 'States of a cell', cellStates],
  ['finding-statuses', '核对结果', 'Outcomes of a check', findingStatuses],
  ['finding-reasons', '无法核对的原因', 'Why a check was not made', findingReasons],
  ['proposal-causes', '更正方案的可能原因', 'Likely cause behind a proposal', proposalCauses],
  ['proposal-kinds', '更正方案的类别', 'Kinds of proposal', proposalKinds],
  ['evidence-kinds', '数值对位的依据', 'What shows that values stand in their cells', evidenceKinds],
  ['trust-levels', '可信程度', 'Trust', trustLevels],
  ['claim-statuses', '正文数字与表格', 'Numbers of the text against the tables', claimStatuses],
  ['document-statuses', '文件的处理结果', 'What became of a file', documentStatuses],
  ['reason-codes', '文件没有成为报告的原因', 'Why a file is not in the dataset', reasonCodes],
  ['issue-codes', '读取时发现的问题', 'Issues found in reading', issueCodes],
  ['repair-kinds', '修复的类别', 'Kinds of repair', repairKinds],
  ['line-kinds', '原文各行的类别', 'Kinds of line', lineKinds],
  ['region-evidences', '行政区划的依据', 'What decides a division', regionEvidences],
  ['levels', '级别', 'Levels', levels],
] as const satisfies readonly (readonly [string, string, string, Readonly<Record<string, Label>>])[]

/** Every term of the forms and every code of the dataset. */
export const termLists: readonly TermList[] = [
  ...formLists,
  ...codes.map(([id, zh, en, list]) => ({ id, heading: { zh, en }, terms: toTerms(list) })),
]
