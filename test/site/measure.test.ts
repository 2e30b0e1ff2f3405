import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a site of more folders than a process may open is measured', () => {
  const site = mkdtempSync(join(tmpdir(), 'gongkai-measure-'))
  for (let i = 0; i < 400; i++) {
    mkdirSync(join(site, `r/${i}`), { recursive: true })
    writeFileSync(join(site, `r/${i}/index.html`), 'x'.repeat(i))
  }
  const program = join(import.meta.dirname, '../../apps/site/integrations/measure.ts')
  const script = `import { measureFolder } from ${JSON.stringify(program)}; console.log(JSON.stringify(measureFolder(${JSON.stringify(site)})))`
  const command = 'ulimit -n 100 && exec "$0" --input-type=module --eval "$1"'
  const { stdout, stderr } = spawnSync('bash', ['-c', command, process.execPath, script], { encoding: 'utf8' })
  expect([stderr, stdout]).toEqual(['', `${JSON.stringify({ files: 400, bytes: 79_800, largest: 399 })}\n`])
  rmSync(site, { recursive: true })
})
