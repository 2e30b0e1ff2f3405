import { readFileSync } from 'node:fs'
import type { Lookups } from '../compile-report.ts'
import { type LookupTexts, toLookups } from '../lookups.ts'
import { inRepository } from './files.ts'

/** The texts of the reviewed lookup files; plain data that any place can make lookups of. */
export function loadLookupTexts(): LookupTexts {
  const read = (name: string) => readFileSync(inRepository(`data/lookups/${name}.csv`), 'utf8')
  return {
    labels: read('labels'),
    cellCorrections: read('corrections'),
    divisions: read('divisions'),
    suffixes: read('agency-suffixes'),
    zones: read('zones'),
    functions: read('functions'),
    formerDivisions: read('former-divisions'),
    divisionAliases: read('division-aliases'),
    agencies: read('agencies'),
    corrections: read('identity'),
  }
}

/** The reviewed lookup files. */
export const loadLookups = (): Lookups => toLookups(loadLookupTexts())
