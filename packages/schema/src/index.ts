export * from './codes.ts'
export { type CopyDecider, type CopySite, copyDeciders, copySites } from './copies.ts'
export * from './dataset-files.ts'
export { type CarriedFile, readCarried } from './edges/carried.ts'
export {
  type DatasetCodebook,
  type DatasetManifest,
  readDatasetCodebook,
  readDatasetManifest,
} from './edges/dataset.ts'
export {
  type IndexRow,
  indexFile,
  type LineSubject,
  readIndexLines,
  readIndexRows,
  toIndexLine,
  toProvinces,
} from './edges/ledger-index.ts'
export { readLedgerLine } from './edges/ledger-line.ts'
export { type LookupName, type LookupRows, lookupNames, readLookups } from './edges/lookups.ts'
export { type ManifestRow, manifestColumns, readManifest } from './edges/manifest.ts'
export { readPackedSite } from './edges/packed-site.ts'
export { type ReleaseNote, readReleaseNote } from './edges/release-note.ts'
export type { CsvRow, CsvTable } from './edges/rows.ts'
export {
  type CommandName,
  type Flags,
  readFlags,
  readSetting,
  type SettingName,
  settingNames,
} from './edges/settings.ts'
export { readShardNote, type ShardNote, shardNoteFile } from './edges/shard-note.ts'
export { type ExtraFile, extraFiles, type View, views } from './extras.ts'
export * from './forms/index.ts'
export type * from './forms/types.ts'
export * from './indicators.ts'
export * from './outcomes.ts'
export * from './peers.ts'
export * from './report.ts'
export * from './sentences.ts'
export * from './small-n.ts'
export * from './tables.ts'
export { type Folded, fold, foldWithPlaces, glossPattern, isTraditional, toSimplified } from './text/fold.ts'
export { fillPlace, placePattern } from './text/places.ts'
export { characterPairs } from './text/script-table.ts'
export * from './verdicts.ts'
