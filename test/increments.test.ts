import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLookupTexts } from '../packages/extract/src/cli/run/load-lookups.ts'
import { type Random, toRandom } from '../packages/extract/test/generate/random.ts'
import { changeLookups } from '../packages/extract/test/support/changed-lookups.ts'
import { drawDocuments } from '../tools/demo/documents.ts'
import { writeCorpus } from '../tools/demo/write-corpus.ts'
import { toCleanEnv } from './support/site.ts'

const root = join(import.meta.dirname, '..')
const steps = Number(process.env['STEPS'] ?? 3)
const files = drawDocuments(40)
const texts = loadLookupTexts()
const words = [
  '信息公开',
  '予以公开',
  '政府办公室',
  '网站工作',
  '人民政府',
  '不予处理',
  '主要问题',
  '热线电话',
  '甲乙丙丁',
]
let folder = ''
const at = (name: string) => join(folder, name)

/** A copy of the programs of extract, whose lookups can be changed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-increments-'))
  cpSync(join(root, 'packages/extract/src'), at('packages/extract/src'), { recursive: true })
  for (const path of ['packages/extract/package.json', 'package-lock.json']) cpSync(join(root, path), at(path))
  for (const path of ['node_modules', 'packages/schema', 'packages/disk']) symlinkSync(join(root, path), at(path))
  mkdirSync(at('data'))
  cpSync(join(root, 'data/lookups'), at('data/lookups'), { recursive: true })
  writeCorpus(at('corpus'), files.slice(0, 25))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Extracts the corpus into a folder, over what is there. @returns how many documents were not read again */
function extract(out: string): number {
  const args = [at('packages/extract/src/cli/extract.ts'), '--corpus', at('corpus'), '--out', at(out)]
  const done = spawnSync(process.execPath, args, { cwd: folder, env: toCleanEnv(), encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`extract ended with ${done.status}: ${done.stdout}${done.stderr}`)
  return Number(/; (\d+) unchanged/.exec(done.stdout)?.[1])
}

function changeDocuments(random: Random): void {
  const there = globSync('*', { cwd: at('corpus') })
    .filter((name) => name !== 'manifest.csv')
    .sort()
  const one = () => at(`corpus/${there[random.int(there.length)]}`)
  const { name, bytes } = files[random.int(files.length)] ?? { name: 'none', bytes: new Uint8Array() }
  if (random.chance(0.6)) writeFileSync(at(`corpus/${random.int(100)}-${name}`), bytes)
  if (random.chance(0.5)) writeFileSync(one(), bytes)
  if (random.chance(0.5)) rmSync(one(), { force: true })
}

test('documents and rows that come, change and go: the bytes of a run from nothing', { timeout: 1_200_000 }, () => {
  const random = toRandom(1)
  let spared = 0
  extract('reports')
  for (let step = 0; step < steps; step++) {
    if (random.chance(0.7)) changeDocuments(random)
    const now = random.chance(0.7) ? changeLookups(texts, words, step) : texts
    for (const [name, text] of Object.entries(now)) writeFileSync(at(`data/lookups/${name}.csv`), text)
    spared += extract('reports')
    rmSync(at('clean'), { recursive: true, force: true })
    extract('clean')
    const same = readFileSync(at('reports/reports.ndjson')).equals(readFileSync(at('clean/reports.ndjson')))
    expect(same, `step ${step}`).toBe(true)
  }
  expect(spared).toBeGreaterThan(0)
})
