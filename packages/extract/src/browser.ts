/**
 * What a page in a browser may load of the reading: bytes in, a report out, and the sentences that `inspect` says of it.
 * Nothing here touches disk, clock or network, but for the parts of the PDF library at the addresses handed in.
 */

export { nameOfCell } from './audit/cell-names.ts'
export { extractDocument } from './extract-document.ts'
export { limits } from './limits.ts'
export { type Lookups, type LookupTexts, toLookups } from './lookups/to-lookups.ts'
export { findMediaType } from './readers/media-type.ts'
export { findPackage, type PdfLocations, setPdfLocations } from './readers/pdf/locations.ts'
export { loadPdfReader } from './readers/read-document.ts'
export { explainReason } from './show/explain.ts'
export { isSum, sayFacts, sayReport } from './show/say-report.ts'
export type { Part, Sentence } from './show/sentence.ts'
export { showReport } from './show/show-report.ts'
export type { SourceDocument } from './types.ts'
