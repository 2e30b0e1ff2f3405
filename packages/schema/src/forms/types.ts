import type { Edition } from './notices.ts'

/** The three statutory tables: 表二, 表三, 表四. */
export type FormId = 'disclosure' | 'requests' | 'proceedings'

export type { Edition }

/** A label in the form's own words and in English. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** 件 documents or cases, 项 items, 个 projects, 万元 ten thousand yuan, 元 yuan. */
export type Unit = '件' | '项' | '个' | '万元' | '元'

/** One column of a form's boxhead. */
export interface FormColumn {
  readonly id: string
  readonly label: Label
  readonly unit: Unit
  /** `signed` may be negative, `amount` may have decimals, `count` is an integer of at least 0. */
  readonly measure: 'count' | 'signed' | 'amount'
  /** The heading printed over this column and its neighbours, e.g. 法人或其他组织. */
  readonly group?: Label
  /** Fewer words for messages, where the label alone is ambiguous. */
  readonly short?: Label
}

/** One row of a form's stub. */
export interface FormRow {
  readonly id: string
  readonly label: Label
  /** Printed numeral of the row, e.g. 一、 or （一） or 1. */
  readonly numeral?: string
  /** The category the row stands under, e.g. （三）不予公开. */
  readonly group?: Label
  /** The label's own words, fewer of them, for messages; the numeral goes before it. */
  readonly short?: Label
  /** A label that heads a column, too: it names the row only behind this row of the form. */
  readonly notBefore?: string
}

/** Rows that share one head; 表二 has one block per paragraph of Article 20, 表三 and 表四 have one. */
export interface FormBlock {
  /** The heading printed over the block, e.g. 第二十条第（一）项. */
  readonly heading?: Label
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
}

/** One statutory table of one edition: stub, boxhead and balance edits, all literals. */
export interface Form {
  readonly id: FormId
  readonly edition: Edition
  /** First report year that it is in force for. */
  readonly firstYear: number
  readonly title: Label
  /** Statutory source of the form. */
  readonly source: string
  readonly blocks: readonly FormBlock[]
  readonly balances: readonly BalanceRule[]
  /** Columns of which one is at most as much as the other, in every row that has both. */
  readonly bounds?: readonly BoundRule[]
}

/** A rule by which the number in one column is at most the number in another. */
export interface BoundRule {
  /** The check that says it, a key of `checks`; the row is appended to the id of the finding. */
  readonly check: string
  readonly less: string
  readonly more: string
}

/** A cell of a form. */
export interface FormCell {
  /** Public key, `<table>.<row>.<column>`; never changes once published. */
  readonly key: string
  readonly formId: FormId
  readonly row: FormRow
  readonly column: FormColumn
}

/** How an edit is to be judged: `must` holds by construction, `should` has known exceptions. */
export type Severity = 'must' | 'should' | 'info'

/** A rule of 勾稽关系: what is summed on both sides, repeated over rows or columns. */
export interface BalanceRule {
  /** Prefix of the check id, e.g. T3.BALANCE. */
  readonly id: string
  readonly severity: Severity
  readonly label: Label
  /** `columns`: one edit per column, sides name rows. `rows`: one edit per row, sides name columns. */
  readonly over: 'columns' | 'rows'
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** One concrete sum edit: the cells on both sides. */
export interface BalanceEdit {
  /** Full check id, e.g. T3.APPLICANTS.refused.state_secret. */
  readonly id: string
  readonly severity: Severity
  readonly label: Label
  /** What the sides name: rows of one column, or columns of one row. */
  readonly over: 'columns' | 'rows'
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/**
 * A check on one report that is no sum. Texts hold names in braces, which the audit fills in with what it found;
 * a check that is repeated over rows appends the row to its id.
 */
export interface Check {
  readonly severity: Severity
  readonly editions: readonly Edition[]
  /** The rule in words. */
  readonly label: Label
  readonly pass: Label
  readonly fail: Label
}

/** A cell of a report, or of the same agency's report of the year before, in an edit between the two. */
export interface PanelTerm {
  readonly year: 'before' | 'this'
  readonly key: string
  readonly sign: 1 | -1
  /** What the number is called beside it. */
  readonly label: Label
}

/** An edit between two adjacent years of one agency: the left side equals the right, or is at most as much. */
export interface PanelEdit {
  /** Full check id, e.g. X.CARRY.total. */
  readonly id: string
  readonly relation: 'equal' | 'at_most'
  readonly subject: Label
  readonly left: readonly PanelTerm[]
  readonly right: readonly PanelTerm[]
}
