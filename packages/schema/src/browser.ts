/** What a page may load: text folding and the files it fetches, without the schemas and tables that only a build needs. */
export { type AgencyFile, type AgencyFileReport, readAgencyFile } from './edges/agency-file.ts'
export { type CatalogueFile, isTop, type ReportColumns, readCatalogue } from './edges/catalogue.ts'
export {
  type BlockFile,
  type OrderFile,
  readBlock,
  readOrder,
  readTop,
  type TopFile,
} from './edges/catalogue-blocks.ts'
export { readPackedSite } from './edges/packed-site.ts'
export { smallN } from './small-n.ts'
export { type Folded, fold, foldWithPlaces } from './text/fold.ts'
export { type SumCounts, type TextCounts, toSumsOutcome, toTextOutcome } from './verdicts.ts'
