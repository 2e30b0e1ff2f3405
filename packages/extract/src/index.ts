/**
 * Reads a yearly report on information disclosure: bytes in, a report out. Nothing here touches disk, clock or network.
 */

export { compileReport, countStates, type Lookups } from './compile-report.ts'
export { extractDocument } from './extract-document.ts'
export { type Spelling, toLabelBook } from './form/labels.ts'
export { limits } from './limits.ts'
export { toLookups } from './lookups/to-lookups.ts'
export { type PdfLocations, setPdfLocations } from './readers/pdf/locations.ts'
export type { SourceDocument } from './types.ts'
