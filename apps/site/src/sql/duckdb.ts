import {
  BROWSER_RUNTIME,
  createDuckDB,
  type DuckDBBindings,
  type DuckDBConnection,
  getPlatformFeatures,
  VoidLogger,
} from '@duckdb/duckdb-wasm/blocking'
import { loadFile } from './load.ts'
import type { Answer, Say, TableFiles, Value } from './messages.ts'
import { namesIn, toStatement } from './statement.ts'
import { toValue } from './value.ts'

/** A query asked for a file or a host: the engine has the tables of this site, and nothing else. */
export class ElsewhereError extends Error {}

/** This browser runs no WebAssembly, or none with exceptions. */
export class RefusedError extends Error {}

/** DuckDB in memory, with the tables that queries have mentioned so far. */
export interface Engine {
  readonly db: DuckDBBindings
  readonly connection: DuckDBConnection
  readonly loaded: Set<string>
}

const refuse = (): never => {
  throw new ElsewhereError()
}

/**
 * What the engine asks of its surroundings: no file is opened, found or written, at no address. Tables lie in its memory and
 * are not asked for here.
 */
const noFiles = { ...BROWSER_RUNTIME, openFile: refuse, glob: () => undefined, checkFile: () => false }

/** No query may change what is set here: the last line locks it. */
const settings = [
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  'set lock_configuration = true',
]

/** What DuckDB says where it would read a file or load an extension. */
const outside = /Missing Extension|in the \w+ extension|No files found|home directory/

/** The shortest module that there is. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** @throws {RefusedError} at once; the engine itself would wait for ever */
async function checkBrowser(): Promise<void> {
  try {
    await WebAssembly.compile(emptyModule)
  } catch (cause) {
    throw new RefusedError('WebAssembly is refused', { cause })
  }
  const { wasmExceptions } = await getPlatformFeatures()
  if (!wasmExceptions) throw new RefusedError('WebAssembly without exceptions')
}

/**
 * Starts DuckDB from its program.
 *
 * @param program full address of duckdb-eh.wasm
 * @throws {RefusedError} if this browser does not run it
 */
export async function startEngine(program: string, say: Say): Promise<Engine> {
  await checkBrowser()
  const modules = { mainModule: program, mainWorker: '' }
  const db = await createDuckDB({ mvp: modules, eh: modules }, new VoidLogger(), noFiles)
  await db.instantiate(({ bytesLoaded }) => say({ kind: 'loading', name: 'DuckDB', loaded: bytesLoaded }))
  db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } })
  const connection = db.connect()
  for (const setting of settings) connection.query(setting)
  return { db, connection, loaded: new Set() }
}

/** Puts a table into the memory of the engine, whole. */
async function loadTable({ db, connection, loaded }: Engine, name: string, files: TableFiles, say: Say) {
  const parts: string[] = []
  let before = 0
  for (const file of files[name] ?? []) {
    const bytes = await loadFile(file, (count) => say({ kind: 'loading', name, loaded: before + count }))
    before += bytes.length
    const part = `${name}/${parts.length}`
    db.registerFileBuffer(part, bytes)
    parts.push(`'${part}'`)
  }
  connection.query(`create view ${name} as from read_parquet([${parts}])`)
  loaded.add(name)
}

/** The first rows of a query; the rest is never made. */
async function readRows({ connection }: Engine, sql: string, limit: number): Promise<Answer> {
  const reader = (await connection.send(sql)).open()
  const columns: readonly string[] = reader.schema.fields.map(({ name }: { readonly name: string }) => name)
  const rows: Value[][] = []
  for (const batch of reader) {
    for (let row = 0; row < batch.numRows; row++) {
      if (rows.length === limit) return { columns, rows, hasMore: true }
      rows.push(columns.map((_, i) => toValue(batch.getChildAt(i)?.get(row))))
    }
  }
  return { columns, rows, hasMore: false }
}

/**
 * Answers a query over the tables that it mentions.
 *
 * @throws {ElsewhereError} if it asks for a file, a host or an extension
 * @throws {Error} in the words of DuckDB
 */
export async function askEngine(
  engine: Engine,
  sql: string,
  limit: number,
  files: TableFiles,
  say: Say,
): Promise<Answer> {
  const wanted = namesIn(sql, Object.keys(files)).filter((name) => !engine.loaded.has(name))
  for (const name of wanted) await loadTable(engine, name, files, say)
  say({ kind: 'asking' })
  try {
    return await readRows(engine, toStatement(sql), limit)
  } catch (error) {
    if (error instanceof Error && outside.test(error.message)) throw new ElsewhereError(error.message, { cause: error })
    throw error
  }
}
