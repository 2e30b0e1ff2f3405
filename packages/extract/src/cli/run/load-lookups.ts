import { readFileSync } from 'node:fs'
import { forEachLookup, type Lookups, type LookupTexts, toLookups } from '../../lookups/to-lookups.ts'
import { inRepository } from '../corpus/files.ts'

/** The texts of the reviewed lookup files; plain data that any place can make lookups of. */
export const loadLookupTexts = (): LookupTexts =>
  forEachLookup((name) => readFileSync(inRepository(`data/lookups/${name}.csv`), 'utf8'))

/** The reviewed lookup files. */
export const loadLookups = (): Lookups => toLookups(loadLookupTexts())
