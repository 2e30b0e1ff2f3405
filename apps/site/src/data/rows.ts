import type {
  CellState,
  ChangeCause,
  ChangeKind,
  ClaimStatus,
  CopyDecider,
  CopySite,
  Edition,
  EvidenceKind,
  FigureStatus,
  FindingReason,
  FindingStatus,
  FormId,
  IssueCode,
  Level,
  LineKind,
  OutcomeGroup,
  PeerBasis,
  ProposalCause,
  ProposalKind,
  RegionEvidence,
  RepairKind,
  Severity,
  SimilarityKind,
} from '@gongkai/schema'

/** A row of `documents`. */
export interface DocumentRow {
  readonly path: string
  readonly document_id: string | null
  readonly media_type: string | null
  readonly source_url: string | null
  readonly retrieved_at: string | null
  readonly status: string
  readonly reason: string | null
  readonly detail: string | null
  /** First report read from the file, or from the one that it is a copy of. */
  readonly report_id: string | null
  /** Path of the file it is the same as. */
  readonly duplicate_of: string | null
}

/** A row of `reports`. */
export interface ReportRow {
  readonly report_id: string
  readonly document_id: string | null
  readonly path: string
  readonly agency_id: string
  readonly agency_name: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly index_number: string | null
  readonly document_number: string | null
  readonly region_code: string | null
  readonly region_candidates: readonly string[] | null
  readonly region_evidence: RegionEvidence | null
  readonly province: string | null
  readonly prefecture: string | null
  readonly county: string | null
  readonly zone: string | null
  readonly level: Level | null
  readonly functions: readonly string[] | null
  readonly year: number | null
  readonly published_on: string | null
  readonly signed_on: string | null
  readonly url_on: string | null
  readonly days_late: number | null
  readonly edition: Edition | null
  readonly disclosure_edition: Edition | null
  readonly requests_edition: Edition | null
  readonly proceedings_edition: Edition | null
  readonly disclosure_evidence: EvidenceKind | null
  readonly requests_evidence: EvidenceKind | null
  readonly proceedings_evidence: EvidenceKind | null
  readonly trust: string | null
  readonly cells_expected: number
  readonly cells_read: number
  readonly cells_blank: number
  readonly cells_missing: number
  readonly edits_assessed: number
  readonly edits_failed: number
  readonly blank_means_zero: boolean | null
}

/** A row of `agencies`. */
export interface AgencyRow {
  readonly agency_id: string
  readonly agency_name: string | null
  readonly names: readonly string[] | null
  readonly region_code: string | null
}

/** A row of `regions`. */
export interface RegionRow {
  readonly region_code: string
  readonly name: string
  readonly name_en: string | null
  readonly level: string | null
  readonly parent_code: string | null
}

/** A row of `cells`. */
export interface CellRow {
  readonly report_id: string
  readonly form_id: FormId
  readonly row_id: string
  readonly column_id: string
  readonly key: string
  readonly unit: string | null
  readonly state: CellState
  readonly value: number | null
  readonly note: string | null
  readonly raw: string | null
  readonly place_line: number | null
  /** Column of the printed table, merged ones counted; null where no grid survived. */
  readonly place_column: number | null
  /** Page of a PDF; null for other formats. */
  readonly place_page: number | null
  /** grid: the table survived; run: a run of lines. */
  readonly reader: string | null
}

/** A row of `lines`. */
export interface LineRow {
  readonly report_id: string
  readonly line: number
  readonly kind: LineKind
  readonly section: number | null
  readonly text: string
}

/** A row of `repairs`. */
export interface RepairRow {
  readonly report_id: string
  readonly kind: RepairKind
  readonly line: number | null
}

/** A row of `issues`. */
export interface IssueRow {
  readonly path: string
  readonly report_id: string | null
  readonly code: IssueCode
  readonly severity: string
  readonly key: string | null
  readonly line: number | null
  readonly message_zh: string
  readonly message_en: string
}

/** A row of `findings`, with what is said of it. */
export interface FindingRow {
  readonly report_id: string
  readonly check_id: string
  /** A sum edit of 表三 or 表四, as counted in `edits_assessed`. */
  readonly is_sum_edit: boolean
  readonly severity: Severity
  readonly status: FindingStatus
  readonly reason: FindingReason | null
  readonly left_value: number | null
  readonly right_value: number | null
  readonly difference: number | null
  readonly cells: readonly string[] | null
  readonly message_id: string
  /** What is said of a check that fails; empty where it does not. */
  readonly message_zh: string
  readonly message_en: string
}

/** A row of `messages`: what findings say, once for all that say the same. */
export type MessageRow = Pick<FindingRow, 'message_id' | 'message_zh' | 'message_en'>

/** A row of `proposals`. */
export interface ProposalRow {
  readonly report_id: string
  readonly set_no: number
  readonly set_rank: number
  readonly sets: number
  readonly key: string
  readonly printed_value: number | null
  readonly proposed_value: number
  readonly kind: ProposalKind
  readonly edits_restored: readonly string[] | null
  readonly cause: ProposalCause
  readonly message_zh: string
  readonly message_en: string
}

/** A row of `claims`; offsets count within the text of the line. */
export interface ClaimRow {
  readonly report_id: string
  readonly claim_no: number
  readonly line: number
  readonly start_offset: number
  readonly end_offset: number
  readonly figure: number
  readonly is_percentage: boolean | null
  readonly key: string | null
  readonly table_value: number | null
  readonly status: ClaimStatus
  readonly message_zh: string
  readonly message_en: string
}

/** A row of `copies`: a document of a report of which there are several. */
export interface CopyRow {
  readonly report_id: string
  readonly path: string
  readonly part: number
  readonly source_url: string | null
  readonly site: CopySite
  readonly is_published: boolean
  readonly decided_by: CopyDecider | null
  readonly is_correction: boolean
  readonly made_on: string | null
  readonly cells_read: number
  readonly differing_cells: readonly string[] | null
  readonly differing_dates: readonly string[] | null
  readonly differing_texts: readonly string[] | null
}

/** A row of `requests`: 表三, wide; null for every state but `value`. */
export interface RequestRow {
  readonly report_id: string
  readonly row_id: string
  readonly natural_person: number | null
  readonly commercial_enterprise: number | null
  readonly research_institution: number | null
  readonly public_interest_organization: number | null
  readonly legal_services: number | null
  readonly other_organization: number | null
  readonly total: number | null
}

/** A row of `proceedings`: 表四, wide; null for every state but `value`. */
export interface ProceedingRow {
  readonly report_id: string
  readonly row_id: string
  readonly total: number | null
}

/** A row of `outcomes`. */
export interface OutcomeRow {
  readonly report_id: string
  readonly group_id: OutcomeGroup
  readonly request_count: number | null
  readonly results_sum: number | null
  readonly share: number | null
  readonly share_status: FigureStatus
  readonly printed_total: number | null
  readonly total_difference: number | null
}

/** A row of `indicators`. */
export interface IndicatorRow {
  readonly report_id: string
  readonly indicator_id: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly status: FigureStatus
  readonly peer_basis: PeerBasis | null
  readonly peer_group_id: string | null
  readonly peer_count: number | null
  readonly peer_median: number | null
  readonly peer_q1: number | null
  readonly peer_q3: number | null
  readonly pooled_value: number | null
}

/** A row of `similarities`. */
export interface SimilarityRow {
  readonly report_id: string
  readonly kind: SimilarityKind
  readonly sentence_count: number | null
  readonly matched_count: number | null
  readonly share: number | null
  readonly status: FigureStatus
  readonly matching_report_id: string | null
  readonly shared_count: number | null
}

/** A row of `changes`. */
export interface ChangeRow {
  readonly change_no: number
  readonly kind: ChangeKind
  readonly cause: ChangeCause
  readonly report_id: string
  readonly agency_name: string | null
  readonly year: number | null
  readonly key: string | null
  readonly from_state: CellState | null
  readonly from_value: number | null
  readonly to_state: CellState | null
  readonly to_value: number | null
}

/** The tables this site shows, by name. */
export interface Rows {
  readonly documents: DocumentRow
  readonly reports: ReportRow
  readonly agencies: AgencyRow
  readonly regions: RegionRow
  readonly cells: CellRow
  readonly lines: LineRow
  readonly repairs: RepairRow
  readonly issues: IssueRow
  readonly findings: Omit<FindingRow, 'message_zh' | 'message_en'>
  readonly messages: MessageRow
  readonly proposals: ProposalRow
  readonly claims: ClaimRow
  readonly copies: CopyRow
  readonly requests: RequestRow
  readonly proceedings: ProceedingRow
  readonly outcomes: OutcomeRow
  readonly indicators: IndicatorRow
  readonly similarities: SimilarityRow
  readonly changes: ChangeRow
}
