import { z } from 'zod'
import {
  bodyKinds,
  cellStates,
  claimStatuses,
  documentIssues,
  documentStatuses,
  evidenceKinds,
  findingReasons,
  findingStatuses,
  levels,
  lineKinds,
  proposalCauses,
  proposalKinds,
  reasonCodes,
  regionEvidences,
  repairKinds,
} from './codes.ts'
import { editions } from './forms/notices.ts'

/** The keys of a code table as a zod enum. */
function keysOf<T extends Readonly<Record<string, unknown>>>(codes: T) {
  return z.enum(Object.keys(codes) as [keyof T & string, ...(keyof T & string)[]])
}

const edition = z.enum(editions)
const formId = z.enum(['disclosure', 'requests', 'proceedings'])
const evidence = keysOf(evidenceKinds)
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Where a cell was read: line of the cleaned document, table, row and column within it, page of a PDF, all from 1. */
export const placeSchema = z.object({
  line: z.int().min(1),
  section: z.int().nullable(),
  table: z.int().nullable(),
  row: z.int().nullable(),
  column: z.int().nullable(),
  page: z.int().min(1).nullable(),
})

export const cellSchema = z.object({
  key: z.string(),
  formId,
  rowId: z.string(),
  columnId: z.string(),
  unit: z.enum(['件', '项', '个', '万元', '元']).nullable(),
  state: keysOf(cellStates),
  value: z.number().nullable(),
  note: z.string().nullable(),
  raw: z.string().nullable(),
  place: placeSchema.nullable(),
  reader: z.enum(['grid', 'run']).nullable(),
})

export const issueSchema = z.object({
  code: keysOf(documentIssues),
  severity: z.enum(['error', 'warning', 'info']),
  key: z.string().nullable(),
  line: z.int().nullable(),
  messageZh: z.string(),
  messageEn: z.string(),
})

export const repairSchema = z.object({
  kind: keysOf(repairKinds),
  line: z.int().nullable(),
  start: z.int(),
  end: z.int(),
  replacement: z.string(),
})

export const lineSchema = z.object({
  line: z.int().min(1),
  kind: keysOf(lineKinds),
  section: z.int().nullable(),
  text: z.string(),
})

export const sectionSchema = z.object({
  number: z.int().min(1).max(6),
  heading: z.string(),
  firstLine: z.int(),
  text: z.string(),
})

export const findingSchema = z.object({
  checkId: z.string(),
  severity: z.enum(['must', 'should', 'info']),
  status: keysOf(findingStatuses),
  reason: keysOf(findingReasons).nullable(),
  leftValue: z.number().nullable(),
  rightValue: z.number().nullable(),
  difference: z.number().nullable(),
  cells: z.array(z.string()),
  messageZh: z.string(),
  messageEn: z.string(),
})

/**
 * One cell of a set of changes that would restore the failing sum edits named; the published value stays as printed.
 * Sets with the same edits are alternatives: `setRank` is 1 for the likeliest of them, and `sets` counts those of a rank.
 */
export const proposalSchema = z.object({
  setNo: z.int().min(1),
  setRank: z.int().min(1),
  sets: z.int().min(1),
  key: z.string(),
  printedValue: z.number().nullable(),
  proposedValue: z.number(),
  kind: keysOf(proposalKinds),
  cause: keysOf(proposalCauses),
  editsRestored: z.array(z.string()),
  messageZh: z.string(),
  messageEn: z.string(),
})

/** A number of the narrative beside the cells it speaks of; `start` and `end` count within the text of the line. */
export const claimSchema = z.object({
  line: z.int().min(1),
  start: z.int(),
  end: z.int(),
  sentence: z.string(),
  figure: z.number(),
  isPercentage: z.boolean(),
  isApproximate: z.boolean(),
  key: z.string().nullable(),
  cells: z.array(z.string()),
  tableValue: z.number().nullable(),
  status: keysOf(claimStatuses),
  messageZh: z.string(),
  messageEn: z.string(),
})

export const identitySchema = z.object({
  agencyId: z.string(),
  agencyName: z.string().nullable(),
  officialName: z.string().nullable(),
  publisher: z.string().nullable(),
  title: z.string().nullable(),
  indexNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  siteCode: z.string().nullable(),
  regionCode: z.string().nullable(),
  regionCandidates: z.array(z.string()),
  regionEvidence: keysOf(regionEvidences).nullable(),
  province: z.string().nullable(),
  prefecture: z.string().nullable(),
  county: z.string().nullable(),
  zone: z.string().nullable(),
  level: keysOf(levels).nullable(),
  bodyKind: keysOf(bodyKinds).nullable(),
  functions: z.array(z.string()),
  scope: z.enum(['organ', 'area']).nullable(),
  year: z.int().nullable(),
  publishedOn: isoDate.nullable(),
  signedOn: isoDate.nullable(),
  urlOn: isoDate.nullable(),
})

export const reportSchema = z.object({
  reportId: z.string(),
  part: z.int().min(1),
  identity: identitySchema,
  editions: z.object({ disclosure: edition.nullable(), requests: edition.nullable(), proceedings: edition.nullable() }),
  blankMeansZero: z.boolean(),
  evidence: z.object({
    disclosure: evidence.nullable(),
    requests: evidence.nullable(),
    proceedings: evidence.nullable(),
  }),
  redactionCount: z.int(),
  cells: z.array(cellSchema),
  sections: z.array(sectionSchema),
  lines: z.array(lineSchema),
  repairs: z.array(repairSchema),
  issues: z.array(issueSchema),
  findings: z.array(findingSchema),
  proposals: z.array(proposalSchema),
  claims: z.array(claimSchema),
})

export const documentSchema = z.object({
  path: z.string(),
  documentId: z.string().nullable(),
  mediaType: z.string().nullable(),
  bytes: z.int(),
  sourceUrl: z.string().nullable(),
  retrievedAt: z.string().nullable(),
  status: keysOf(documentStatuses),
  reason: keysOf(reasonCodes).nullable(),
  detail: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  reader: z.string().nullable(),
})

/** One NDJSON line: the ledger entry of an input file, with the reports read from it. */
export const ledgerEntrySchema = z.object({ document: documentSchema, reports: z.array(reportSchema) })

export type Place = z.infer<typeof placeSchema>
export type Cell = z.infer<typeof cellSchema>
export type Issue = z.infer<typeof issueSchema>
export type Repair = z.infer<typeof repairSchema>
export type Line = z.infer<typeof lineSchema>
export type Section = z.infer<typeof sectionSchema>
export type Finding = z.infer<typeof findingSchema>
export type Proposal = z.infer<typeof proposalSchema>
export type Claim = z.infer<typeof claimSchema>
export type Identity = z.infer<typeof identitySchema>
export type Report = z.infer<typeof reportSchema>
export type DocumentEntry = z.infer<typeof documentSchema>
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>
