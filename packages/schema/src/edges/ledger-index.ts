import type { Identity } from '../report.ts'

/** Name of the file beside the lines of a ledger that says where each stands and of what it is. */
export const indexFile = 'reports.index'

/** Of what a line of the ledger is. */
export interface LineSubject {
  /** SHA-256 of the document in hex; null where its bytes could not be had. */
  readonly documentId: string | null
  /**
   * What the codes of the divisions and the ids of the agencies of its reports begin with, sorted: `11` for 110000 and
   * for 110105-kexuejishuju, `00` for central bodies, `x-` for an agency of no known division.
   */
  readonly provinces: readonly string[]
}

/** A row of the index: a line of the ledger, and where it stands. */
export interface IndexRow extends LineSubject {
  /** By what a later run finds the line; null for a line that none takes over. */
  readonly key: string | null
  /** Of its bytes in the file, which may be compressed. */
  readonly offset: number
  readonly length: number
  /** SHA-256 that is another one where the bytes are others. */
  readonly sum: string
}

const provinceLength = 2
const row = /^([0-9a-f]{64}|-) (\d{1,15}) (\d{1,9}) ([0-9a-f]{64}) ([0-9a-f]{64}|-) (-|(?:\d\d|x-)(?:\+(?:\d\d|x-))*)$/

/** The provinces of the reports of a document: see `LineSubject`. */
export function toProvinces(
  reports: readonly { readonly identity: Pick<Identity, 'agencyId' | 'regionCode'> }[],
): readonly string[] {
  const codes = reports.flatMap(({ identity: { agencyId, regionCode } }) => [agencyId, regionCode ?? agencyId])
  return [...new Set(codes.map((code) => code.slice(0, provinceLength)))].sort()
}

/** A row as it is written, e.g. `<key> 0 91214 <sum> <document> 11+13`; `-` stands for what there is none of. */
export const toIndexLine = ({ key, offset, length, sum, documentId, provinces }: IndexRow): string =>
  `${key ?? '-'} ${offset} ${length} ${sum} ${documentId ?? '-'} ${provinces.join('+') || '-'}\n`

/**
 * Reads the index of a ledger, in the order of its lines. What is no whole row is passed over, as where the file was
 * cut: whoever needs all lines sees by offsets and lengths that one is missing.
 */
export function readIndexRows(index: Uint8Array): readonly IndexRow[] {
  const rows: IndexRow[] = []
  for (const line of readIndexLines(index)) {
    const found = readIndexRow(line)
    if (found) rows.push(found)
  }
  return rows
}

const lineEnd = 0x0a
const decoder = new TextDecoder('latin1')

/** The lines of an index, one after the other: of three million reports it is longer than a text may be. */
export function* readIndexLines(index: Uint8Array): Generator<string> {
  for (let start = 0; start < index.length; ) {
    const found = index.indexOf(lineEnd, start)
    const end = found < 0 ? index.length : found
    yield decoder.decode(index.subarray(start, end))
    start = end + 1
  }
}

function readIndexRow(line: string): IndexRow | undefined {
  const [, key, offset, length, sum, documentId, provinces] = row.exec(line) ?? []
  if (sum === undefined || provinces === undefined) return undefined
  return {
    key: orNull(key),
    offset: Number(offset),
    length: Number(length),
    sum,
    documentId: orNull(documentId),
    provinces: provinces === '-' ? [] : provinces.split('+'),
  }
}

const orNull = (field = '-'): string | null => (field === '-' ? null : field)
