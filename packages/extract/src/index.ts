/**
 * Reads a yearly report on information disclosure: bytes in, a report out. Nothing here touches disk, clock or network.
 */

export { compileReport } from './compile-report.ts'
export { extractDocument } from './extract-document.ts'
export { countStates } from './form/count-states.ts'
export { type Spelling, toLabelBook } from './form/labels.ts'
export { limits } from './limits.ts'
export { type Lookups, toLookups } from './lookups/to-lookups.ts'
export { type PdfLocations, setPdfLocations } from './readers/pdf/locations.ts'
export type { SourceDocument } from './types.ts'
