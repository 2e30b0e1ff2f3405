import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ledgerEntrySchema } from '../src/index.ts'
import { toCodebook } from './codebook.ts'
import { toGlossary } from './glossary.ts'

const schemaRoot = join(import.meta.dirname, '..')

/** Writes a text file unless it already holds exactly that, so that a checked-in file keeps its date. */
function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (readOrNothing(path) !== text) writeFileSync(path, text)
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

writeText(join(schemaRoot, 'dist/report.schema.json'), toJson(z.toJSONSchema(ledgerEntrySchema)))
writeText(join(schemaRoot, 'dist/codebook.json'), toJson(toCodebook()))
writeText(join(schemaRoot, '../../docs/glossary.md'), toGlossary())
