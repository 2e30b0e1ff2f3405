/** What is said of a kind of file: its media type, its name in the EU's list of file types, whether IANA knows the type. */
interface FileKind {
  readonly mediaType: string
  /** Code of http://publications.europa.eu/resource/authority/file-type, if it has one. */
  readonly euType?: string
  readonly isRegistered: boolean
}

const kinds: Readonly<Record<string, FileKind>> = {
  parquet: { mediaType: 'application/vnd.apache.parquet', euType: 'PARQUET', isRegistered: true },
  csv: { mediaType: 'text/csv', euType: 'CSV', isRegistered: true },
  json: { mediaType: 'application/json', euType: 'JSON', isRegistered: true },
  gz: { mediaType: 'application/gzip', euType: 'GZIP', isRegistered: true },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    euType: 'XLSX',
    isRegistered: true,
  },
  zip: { mediaType: 'application/zip', euType: 'ZIP', isRegistered: true },
  sql: { mediaType: 'application/sql', euType: 'SQL', isRegistered: true },
  duckdb: { mediaType: 'application/vnd.duckdb', isRegistered: false },
}

const plain: FileKind = { mediaType: 'text/plain', euType: 'TXT', isRegistered: true }

/** The kind of a file by its ending; text where it has none. */
export const toFileKind = (name: string): FileKind => kinds[name.split('.').at(-1) ?? ''] ?? plain
