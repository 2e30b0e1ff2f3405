/** `npm run licences`: writes apps/site/public/licences.txt, the licences of all that reaches a visitor. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectLicences, toFile } from './licences/collect.ts'

const licences = await collectLicences()
writeFileSync(join(import.meta.dirname, '../apps/site/public/licences.txt'), toFile(licences))
console.log(`Written: apps/site/public/licences.txt, ${licences.length} packages`)
