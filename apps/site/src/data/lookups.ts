import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lookupNames } from '@gongkai/schema'
import { lookupFolder } from './folder.ts'

/** The reviewed lookup files as one text, and the digest that names this text. */
export interface LookupFile {
  /** JSON: the text of each file by its name. */
  readonly json: string
  /** Twelve hex digits. */
  readonly version: string
}

let read: LookupFile | undefined

/** Reads the reviewed lookup files, for pages that read documents by them. */
export function readLookupFile(): LookupFile {
  read ??= toLookupFile()
  return read
}

function toLookupFile(): LookupFile {
  const texts = lookupNames.map((name) => [name, readFileSync(join(lookupFolder, `${name}.csv`), 'utf8')])
  const json = JSON.stringify(Object.fromEntries(texts))
  return { json, version: createHash('sha256').update(json).digest('hex').slice(0, 12) }
}
