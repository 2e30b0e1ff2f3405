import {
  bodyKinds,
  cellStates,
  claimStatuses,
  copyDeciders,
  copySites,
  documentStatuses,
  evidenceKinds,
  expectedBases,
  expectedStatuses,
  figureStatuses,
  findingReasons,
  findingStatuses,
  indicatorNames,
  issueCodes,
  type Label,
  levels,
  lineKinds,
  outcomeGroups,
  outcomeReasons,
  outcomeStates,
  peerBases,
  proposalCauses,
  proposalKinds,
  reasonCodes,
  regionEvidences,
  repairKinds,
  similarityKinds,
  trustLevels,
} from '@gongkai/schema'

/** A code list with the meaning of every code, in Chinese and English. */
export type CodeList = Readonly<Record<string, Label>>

/** Every published code list, by the name under which the codebook has it. */
export const codeLists = {
  document_statuses: documentStatuses,
  reason_codes: reasonCodes,
  region_evidences: regionEvidences,
  levels,
  body_kinds: bodyKinds,
  cell_states: cellStates,
  line_kinds: lineKinds,
  repair_kinds: repairKinds,
  issue_codes: issueCodes,
  finding_statuses: findingStatuses,
  finding_reasons: findingReasons,
  proposal_causes: proposalCauses,
  proposal_kinds: proposalKinds,
  evidence_kinds: evidenceKinds,
  trust_levels: trustLevels,
  claim_statuses: claimStatuses,
  outcome_groups: outcomeGroups,
  outcome_states: outcomeStates,
  outcome_reasons: outcomeReasons,
  figure_statuses: figureStatuses,
  similarity_kinds: similarityKinds,
  indicator_names: indicatorNames,
  peer_bases: peerBases,
  expected_statuses: expectedStatuses,
  expected_bases: expectedBases,
  copy_sites: copySites,
  copy_deciders: copyDeciders,
} as const satisfies Readonly<Record<string, CodeList>>

/** Name of a code list. */
export type CodeListName = keyof typeof codeLists

/** Which columns hold codes, as `<table>.<column>`. */
const codeColumns: Readonly<Record<string, CodeListName>> = {
  'documents.status': 'document_statuses',
  'documents.reason': 'reason_codes',
  'reports.region_evidence': 'region_evidences',
  'reports.level': 'levels',
  'reports.body_kind': 'body_kinds',
  'reports.trust': 'trust_levels',
  'reports.disclosure_evidence': 'evidence_kinds',
  'reports.requests_evidence': 'evidence_kinds',
  'reports.proceedings_evidence': 'evidence_kinds',
  'agencies.level': 'levels',
  'cells.state': 'cell_states',
  'lines.kind': 'line_kinds',
  'repairs.kind': 'repair_kinds',
  'issues.code': 'issue_codes',
  'findings.status': 'finding_statuses',
  'findings.reason': 'finding_reasons',
  'proposals.kind': 'proposal_kinds',
  'proposals.cause': 'proposal_causes',
  'claims.status': 'claim_statuses',
  'outcomes.group_id': 'outcome_groups',
  'outcomes.state': 'outcome_states',
  'outcomes.reason': 'outcome_reasons',
  'outcomes.share_status': 'figure_statuses',
  'expected.status': 'expected_statuses',
  'expected.basis': 'expected_bases',
  'indicators.indicator_id': 'indicator_names',
  'indicators.status': 'figure_statuses',
  'indicators.peer_basis': 'peer_bases',
  'similarities.kind': 'similarity_kinds',
  'similarities.status': 'figure_statuses',
  'copies.site': 'copy_sites',
  'copies.decided_by': 'copy_deciders',
}

/** The code list of a column, if it holds codes. */
export function findCodeList(table: string, column: string): CodeListName | undefined {
  return codeColumns[`${table}.${column}`]
}
