/** What `build.ts` runs: reads its flags and builds the site. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { usualRunSize } from '../src/data/runs.ts'
import { buildSite } from './build-site.ts'

const { values } = parseArgs({ options: { outDir: { type: 'string' }, 'run-size': { type: 'string' } } })
const size = values['run-size'] ?? String(usualRunSize)
if (!/^[1-9]\d{0,8}$/.test(size)) throw new RangeError(`Cannot build runs of "${size}" reports: a count is required`)
await buildSite(resolve(values.outDir ?? join(import.meta.dirname, '../dist')), Number(size))
