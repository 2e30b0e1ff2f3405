/** `npm run figures -- NAME…`: measures again, writes docs/figures/NAME.md and the block of that name in the README. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figures, isFigureName, replaceBlock } from './figures/block.ts'

const root = join(import.meta.dirname, '..')
const names = process.argv.slice(2)
const unknown = names.filter((name) => !isFigureName(name))
if (unknown.length > 0) {
  console.error(`Cannot measure "${unknown.join('", "')}": known figures are ${Object.keys(figures).join(', ')}`)
  process.exit(2)
}

for (const name of names.length > 0 ? names.filter(isFigureName) : Object.keys(figures).filter(isFigureName)) {
  const [file, ...flags] = figures[name]
  const words = execFileSync(process.execPath, [join(root, file), ...flags], { encoding: 'utf8', cwd: root })
  writeFileSync(join(root, `docs/figures/${name}.md`), words)
  const readme = join(root, 'README.md')
  writeFileSync(readme, replaceBlock(readFileSync(readme, 'utf8'), name, words))
  console.log(`Written: docs/figures/${name}.md and its block in README.md`)
}
