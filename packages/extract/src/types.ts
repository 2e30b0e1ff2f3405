import type { Issue, Line, Repair } from '@gongkai/schema'

/** The bytes of one document and what its manifest row says of it. */
export interface SourceDocument {
  /** Path below the corpus folder, with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** A piece of text and its offset in the decoded source. */
export interface Fragment {
  readonly text: string
  readonly offset: number
  /** Page of a PDF on which it begins, from 1. */
  readonly page?: number
}

/** One printed cell of a table row, before spans are expanded. */
export interface SourceCell extends Fragment {
  readonly colSpan: number
  readonly rowSpan: number
  /** Beside its number something was left out: struck out, hidden, or a mark of a note. */
  readonly isPartial?: true
}

/** What a reader delivers, in reading order. */
export type Block =
  /** `isFurniture`: a page number, or a line that stands in the margin of most pages. */
  | ({ readonly kind: 'paragraph'; readonly isFurniture?: true } & Fragment)
  | { readonly kind: 'table'; readonly rows: readonly (readonly SourceCell[])[] }

/** A named value from the page's own metadata, e.g. PubDate. */
export interface Metadatum {
  readonly name: string
  readonly value: string
}

/** A document as its reader saw it. The decoded source is the text that all offsets count in. */
export interface ReadDocument {
  readonly blocks: readonly Block[]
  readonly metadata: readonly Metadatum[]
  readonly attachments: readonly string[]
  /** Pages of a PDF on which a picture stands that may hold text, from 1. */
  readonly pictures?: readonly number[]
}

/** A cell after repair, with the spans it was printed with. */
export interface CleanCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly isPartial?: true
}

/** One line of the cleaned document: a paragraph, or a table row. */
export type CleanLine = {
  readonly line: number
  /** The line as it is published; cells are separated by tabs. */
  readonly text: string
  /** Page of a PDF, from 1. */
  readonly page?: number
} & (
  | { readonly kind: 'paragraph'; readonly offset: number }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly CleanCell[] }
)

/** What identity is read from: cleaned lines, page metadata, address. */
export interface IdentityEvidence {
  /** Hash of the document that reviewed corrections name; absent where none can apply. */
  readonly sha256?: string
  readonly lines: readonly Line[]
  readonly metadata: readonly Metadatum[]
  readonly url: string | null
}

/** A completed date: offsets count in the text of the cleaned line. */
export interface DateRepair {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** An issue before its texts are filled in from the code table. */
export interface IssueNote {
  readonly code: Issue['code']
  readonly severity: Issue['severity']
  readonly key?: string
  readonly line?: number
  /** Words appended to the code's meaning, in Chinese and English. */
  readonly detail?: { readonly zh: string; readonly en: string }
}

export type { Issue, Line, Repair }
