import {
  bodyKinds,
  cellStates,
  checks,
  claimStatuses,
  copyDeciders,
  copySites,
  declaredForms,
  documentStatuses,
  evidenceKinds,
  expectedBases,
  expectedStatuses,
  figureStatuses,
  findingReasons,
  findingStatuses,
  indicatorNames,
  indicators,
  issueCodes,
  type Label,
  levels,
  lineKinds,
  outcomeGroups,
  outcomeReasons,
  outcomeStates,
  panelRules,
  peerBases,
  peerSteps,
  proposalCauses,
  proposalKinds,
  reasonCodes,
  regionEvidences,
  repairKinds,
  similarityKinds,
  sumsOutcomes,
  tables,
  textOutcomes,
  toBalanceEdits,
  toFormCells,
  trustLevels,
} from '../src/index.ts'

/** A list of codes that a published column may hold. */
export interface CodeList {
  readonly name: string
  readonly title: Label
  readonly codes: Readonly<Record<string, Label>>
}

const list = (name: string, zh: string, en: string, codes: Readonly<Record<string, Label>>): CodeList => ({
  name,
  title: { zh, en },
  codes,
})

/** Every list of codes, in the order in which they are documented. */
export const codeLists: readonly CodeList[] = [
  list('document_status', '文件处理结果', 'What became of an input file', documentStatuses),
  list('document_reason', '未收入的原因', 'Why a file is not in the dataset', reasonCodes),
  list('copy_site', '版本所在网站', 'Where a copy of a report was found', copySites),
  list('copy_decider', '选定依据', 'What decided between copies, in the order in which it is asked', copyDeciders),
  list('cell_state', '单元格状态', 'State of a cell', cellStates),
  list('issue_code', '问题', 'Issues', issueCodes),
  list('repair_kind', '修复', 'Repairs', repairKinds),
  list('finding_status', '核对结果', 'Outcome of an edit', findingStatuses),
  list('finding_reason', '无法核对的原因', 'Why an edit was not assessed', findingReasons),
  list('proposal_kind', '更正方案类别', 'What a proposal changes', proposalKinds),
  list('proposal_cause', '可能原因', 'Who is likelier to have made an error', proposalCauses),
  list('evidence', '对位依据', 'What shows that values stand in their own cells', evidenceKinds),
  list('trust', '可信程度', 'How far the sum edits of a report bear it out', trustLevels),
  list('claim_status', '文表核对结果', 'How a number of the narrative stands to its cell', claimStatuses),
  list('outcome_group', '办理结果', 'Groups of results', outcomeGroups),
  list('outcome_state', '计数状态', 'Whether the requests of a group were counted', outcomeStates),
  list('outcome_reason', '不能计数的原因', 'Why the requests of a group were not counted', outcomeReasons),
  list('figure_status', '数值状态', 'Whether a share, a rate or another figure is given', figureStatuses),
  list('indicator', '指标', 'Indicators', indicatorNames),
  list('peer_basis', '可比依据', 'By what peers were chosen', peerBases),
  list('similarity_kind', '比较对象', 'What a report’s sentences are compared with', similarityKinds),
  list('sums_outcome', '勾稽关系的总体结果', 'What the sum edits of a report come to', sumsOutcomes),
  list('text_outcome', '正文数字的总体结果', 'What the numbers of the narrative come to', textOutcomes),
  list('expected_status', '应有报告', 'Whether a report that should exist was found', expectedStatuses),
  list('expected_basis', '应有报告的依据', 'Why a report should exist', expectedBases),
  list('line_kind', '行的类别', 'Kinds of line', lineKinds),
  list('region_evidence', '行政区划依据', 'What decides a division', regionEvidences),
  list('level', '机关级别', 'Level of the body', levels),
  list('body_kind', '机关类型', 'Kind of body', bodyKinds),
]

/** The codebook: tables with their columns, cells and sum edits of the forms, and every code; plain JSON. */
export function toCodebook() {
  return {
    tables,
    forms: declaredForms.map((form) => ({
      id: form.id,
      edition: form.edition,
      title: form.title,
      source: form.source,
      cells: toFormCells(form).map((cell) => ({
        key: cell.key,
        row: cell.row.label,
        column: cell.column.label,
        unit: cell.column.unit,
      })),
      edits: toBalanceEdits(form),
    })),
    checks: { ...checks, ...panelRules },
    indicators,
    peers: peerSteps,
    codes: Object.fromEntries(codeLists.map((item) => [item.name, { title: item.title, codes: item.codes }])),
  }
}
