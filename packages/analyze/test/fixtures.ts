import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  type Cell,
  type Finding,
  type FormId,
  forms,
  type Issue,
  type LedgerEntry,
  ledgerEntrySchema,
  type Report,
  toFormCells,
} from '@gongkai/schema'

const divisions = `code,name,name_en,level,parent_code,province,prefecture
140000,山西省,Shanxi,province,,山西省,
140200,大同市,,prefecture,140000,山西省,大同市
140212,新荣区,,county,140200,山西省,大同市
`

/** Every cell of the 2021 edition of a form: 0, unless `changes` says otherwise. */
export function toCells(formId: FormId, changes: Readonly<Record<string, Partial<Cell>>> = {}): Cell[] {
  return toFormCells(forms[formId]['2021']).map(({ key, row, column }) => ({
    key,
    formId,
    rowId: row.id,
    columnId: column.id,
    unit: column.unit,
    state: 'value',
    value: 0,
    note: null,
    raw: '0',
    place: { line: 1, section: 3, table: 1, row: 1, column: 1, page: null },
    reader: 'grid',
    ...changes[key],
  }))
}

export const finding: Finding = {
  checkId: 'T3.BALANCE.total',
  severity: 'must',
  status: 'pass',
  reason: null,
  leftValue: 1,
  rightValue: 1,
  difference: 0,
  cells: ['requests.new_received.total', 'requests.results_total.total'],
  messageZh: '相符',
  messageEn: 'Holds',
}

export const issue: Issue = {
  code: 'row_unprinted',
  severity: 'warning',
  key: null,
  line: 3,
  messageZh: '缺少一行, "引号"',
  messageEn: 'A row is missing',
}

/** Who reports, and on what. */
const reported: Report['identity'] = {
  agencyId: '140212-kexuejishuju',
  agencyName: '大同市新荣区科学技术局',
  officialName: '大同市新荣区科学技术局',
  publisher: null,
  title: '2022年政府信息公开工作年度报告',
  indexNumber: null,
  documentNumber: null,
  siteCode: null,
  regionCode: '140212',
  regionCandidates: ['140212', '140200'],
  regionEvidence: 'agency_name',
  province: '山西省',
  prefecture: '大同市',
  county: '新荣区',
  zone: null,
  level: 'county',
  bodyKind: 'department',
  functions: ['science', 'technology'],
  scope: 'organ',
  year: 2022,
  publishedOn: null,
  signedOn: '2023-01-20',
  urlOn: null,
}

const proposal: Report['proposals'][number] = {
  setNo: 1,
  setRank: 1,
  sets: 1,
  key: 'requests.granted.total',
  printedValue: 1,
  proposedValue: 0,
  kind: 'cells',
  cause: 'agency',
  editsRestored: ['T3.RESULTS.total'],
  messageZh: '改为 0 则各项相符',
  messageEn: 'With 0 every edit holds',
}

const claim: Report['claims'][number] = {
  line: 1,
  start: 0,
  end: 1,
  sentence: '收到申请1件',
  figure: 1,
  isPercentage: false,
  isApproximate: false,
  key: 'requests.new_received.total',
  cells: ['requests.new_received.total'],
  tableValue: 1,
  status: 'agree',
  messageZh: '与表格一致',
  messageEn: 'Agrees with the table',
}

/** A report of 新荣区科学技术局 for 2022, tables and all. */
export function toReport(changes: Partial<Report> = {}, identity: Partial<Report['identity']> = {}): Report {
  return {
    reportId: '140212-kexuejishuju-2022',
    part: 1,
    identity: { ...reported, ...identity },
    editions: { disclosure: '2021', requests: '2021', proceedings: '2021' },
    blankMeansZero: false,
    evidence: { disclosure: 'structural', requests: 'arithmetic', proceedings: 'structural' },
    redactionCount: 2,
    cells: [...toCells('disclosure'), ...toCells('requests'), ...toCells('proceedings')],
    sections: [{ number: 1, heading: '一、总体情况', firstLine: 1, text: '一行\n两行' }],
    lines: [
      { line: 1, kind: 'heading', section: 1, text: '一、总体情况' },
      { line: 2, kind: 'paragraph', section: 1, text: '一行' },
      { line: 3, kind: 'paragraph', section: 1, text: '两行' },
      { line: 4, kind: 'table_row', section: 3, text: '自然人\t0' },
    ],
    repairs: [{ kind: 'gloss', line: 1, start: 4, end: 9, replacement: '' }],
    issues: [issue],
    findings: [finding],
    proposals: [proposal],
    claims: [claim],
    ...changes,
  }
}

/** The ledger entry of a file, as one NDJSON line has it. */
export function toEntry(
  path: string,
  reports: readonly Report[],
  document: Partial<LedgerEntry['document']> = {},
): LedgerEntry {
  return ledgerEntrySchema.parse({
    document: {
      path,
      documentId: path.padEnd(64, '0'),
      mediaType: 'text/plain',
      bytes: 100,
      sourceUrl: null,
      retrievedAt: null,
      status: 'extracted',
      reason: null,
      detail: null,
      duplicateOf: null,
      reader: 'text',
      ...document,
    },
    reports,
  })
}

/** A fresh folder with these entries as reports and rows of the reviewed list of agencies, and where the analysis of them reads and writes. */
export async function writeEntries(entries: readonly LedgerEntry[], agencies: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-analyze-'))
  const reports = join(folder, 'reports')
  const options = {
    reports: [reports],
    divisions: join(folder, 'divisions.csv'),
    agencies: join(folder, 'agencies.csv'),
    copies: join(folder, 'copies.csv'),
    sources: join(folder, 'sources.csv'),
    correctionMarks: join(folder, 'correction-marks.csv'),
    releases: join(folder, 'releases'),
    out: join(folder, 'dataset'),
  }
  await mkdir(reports)
  await writeFile(options.divisions, divisions)
  await writeFile(
    options.agencies,
    `agency_id,region_code,agency_name,valid_from,valid_to,reason,source\n${agencies.map((row) => `${row}\n`).join('')}`,
  )
  await writeFile(options.copies, 'report_id,sha256,reason,reviewer\n')
  await writeFile(
    options.correctionMarks,
    'word,place,reason,source\n更正,head,re-issued,seen\n特此更正,anywhere,re-issued,seen\n',
  )
  await writeFile(options.sources, 'host,region_code,agency_name,reason,source\n')
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`)
  await writeFile(join(reports, 'part-1.ndjson'), lines.join(''))
  return options
}

/** Rows of a query over published files; `{out}` stands for their folder. */
export async function query(out: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql.replaceAll('{out}', out))).getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
