/** `npm run packages`: writes docs/packages.md, the packages that run in production with their licences and the reasons for them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listAll, listDirect } from './packages/list.ts'
import { toPage } from './packages/markdown.ts'
import reasons from './packages/reasons.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const direct = listDirect(lock)
const lacking = direct.map(({ name }) => name).filter((name) => !(name in reasons))
if (lacking.length > 0) {
  console.error(`Cannot write docs/packages.md: tools/packages/reasons.json has no reason for ${lacking.join(', ')}`)
  process.exit(1)
}
const all = listAll(lock)
writeFileSync(join(root, 'docs/packages.md'), toPage(direct, all, reasons))
console.log(`Written: docs/packages.md, ${direct.length} packages named here and ${all.length - direct.length} more`)
