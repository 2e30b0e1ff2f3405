/**
 * Bounds on what is read from one document and on what reading it may cost. A document over one of them is
 * rejected, with the limit and its value in the ledger; no other file names a bound of its own.
 */
export const limits = {
  /** Size of an input file, in bytes. */
  fileBytes: 16 * 1024 * 1024,
  /** Size of a text or HTML file, in bytes. */
  textBytes: 8 * 1024 * 1024,
  /** Uncompressed size of one part of an archive, in bytes. */
  partBytes: 24 * 1024 * 1024,
  /** Uncompressed size of all parts that are read from an archive, in bytes. */
  archiveBytes: 32 * 1024 * 1024,
  /** Uncompressed over compressed size of one part of an archive, above 1 MB. */
  ratio: 400,
  /** Entries in the directory of an archive. */
  parts: 10_000,
  /** Nesting of elements. */
  depth: 400,
  /** Characters of a page's own style sheet; a longer one is passed over. */
  styleSheet: 200_000,
  /** Selectors of a page's own style sheets that are looked for. */
  selectors: 200,
  /** Characters over all paragraphs and cells of a document. */
  characters: 2_000_000,
  /** Paragraphs and table rows of a document. */
  lines: 50_000,
  /** Lines of a text file, empty ones among them. */
  textLines: 500_000,
  /** Columns of one table, spans counted. */
  tableColumns: 2_000,
  /** Cells of one table. */
  tableCells: 20_000,
  /** Cells over all tables of a document. */
  cells: 60_000,
  /** Characters of one automatic numeral, such as `第一章`. */
  numeral: 120,
  /** Characters of all automatic numerals of a document. */
  numerals: 400_000,
  /** Attributes of one element of a page. */
  attributes: 1_000,
  /** Reports in one document. */
  reports: 60,
  /** Bytes of a line of the ledger; the analysis accepts twice as many. */
  ledgerLine: 32 * 1024 * 1024,
  /** Bytes of all lines of a ledger above which it is compressed: some 9,000 reports. */
  plainLedger: 1024 * 1024 * 1024,
  /** Columns that a cell may span. */
  columns: 60,
  /** Rows that a cell may span. */
  rows: 400,
  /** Pages of a PDF. */
  pdfPages: 500,
  /** Bytes that the streams of a PDF may unpack to, without fonts. */
  pdfBytes: 64 * 1024 * 1024,
  /** Bytes that the fonts of a PDF may unpack to. */
  pdfFontBytes: 128 * 1024 * 1024,
  /** Width and height of a page of a PDF, in points. */
  pdfPoints: 20_000,
  /** Painting steps over all pages of a PDF. */
  pdfSteps: 2_000_000,
  /** Painting steps of one page of a PDF. */
  pdfPageSteps: 200_000,
  /** Pieces of lines drawn on one page of a PDF. */
  pdfRules: 50_000,
  /** Time to read one document, in milliseconds of the clock. */
  milliseconds: 30_000,
  /** Memory that the objects of one document may take, in megabytes. */
  megabytes: 200,
} as const

/** Why a document cannot be read: a code of the ledger and what was found. */
export class Unreadable extends Error {
  readonly reason:
    | 'empty'
    | 'damaged'
    | 'encrypted'
    | 'limit_exceeded'
    | 'too_large'
    | 'unknown_type'
    | 'format_not_read'
    | 'no_text'
    | 'undecodable'

  constructor(reason: Unreadable['reason'], message: string) {
    super(message)
    this.name = 'Unreadable'
    this.reason = reason
  }
}
