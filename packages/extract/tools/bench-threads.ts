/**
 * Measures what threads give: generated reports are read by one thread, by two, and by two processes with half of
 * the reports each, which is what the machine can give. All in turn, so that what else runs there disturbs them alike.
 *
 *     npm run bench:threads -- --documents 2000 --rounds 5
 */
import { spawn } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generateDocument, layouts } from '../test/generate/layouts.ts'
import { median } from './median.ts'

/** What a run cost, in seconds of the clock, of the processor in the main thread, and of the processor in all threads. */
interface Cost {
  readonly wall: number
  readonly main: number
  readonly all: number
}

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '5' } },
})
const [documents, rounds] = [Number(values.documents), Number(values.rounds)]
const program = fileURLToPath(new URL('../src/cli/extract.ts', import.meta.url))
/** Loaded into what is measured: says in the end what the main thread and all threads took. */
const meter = `import { isMainThread } from 'node:worker_threads'
  const seconds = ({ user, system }) => (user + system) / 1e6
  const say = () => console.error('cost', seconds(process.threadCpuUsage()), seconds(process.cpuUsage()))
  if (isMainThread) process.on('exit', say)`

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
try {
  writeCorpora()
  const ways: Readonly<Record<string, () => Promise<Cost>>> = {
    'one thread': () => extract('all', 1),
    'two threads': () => extract('all', 2),
    'two processes': async () => addUp(await Promise.all(['even', 'odd'].map((half) => extract(half, 1)))),
  }
  const costs = new Map<string, Cost[]>(Object.keys(ways).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(ways)) costs.get(name)?.push(await run())
  const one = medianOf(costs.get('one thread') ?? [], 'wall')
  for (const [name, all] of costs) {
    const wall = medianOf(all, 'wall')
    const share = (100 * medianOf(all, 'main')) / medianOf(all, 'all')
    const said = `${wall.toFixed(1)} s, ${(documents / wall).toFixed(0)} a second, ${(one / wall).toFixed(2)} times one thread`
    console.log(
      `${name.padEnd(14)} ${said}; processor ${medianOf(all, 'all').toFixed(1)} s, main thread ${share.toFixed(1)} %`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writeCorpora(): void {
  for (const name of ['all', 'even', 'odd']) mkdirSync(join(folder, name))
  for (let i = 0; i < documents; i++) {
    const layout = layouts[i % layouts.length]
    if (!layout) throw new RangeError('Cannot generate reports: there is no layout')
    const file = join(folder, 'all', `${i}`)
    writeFileSync(file, generateDocument(layout, i).bytes)
    linkSync(file, join(folder, i % 2 === 0 ? 'even' : 'odd', `${i}`))
  }
}

async function extract(corpus: string, threads: number): Promise<Cost> {
  const out = join(folder, `out-${corpus}`)
  rmSync(out, { recursive: true, force: true })
  const loaded = `data:text/javascript,${encodeURIComponent(meter)}`
  const args = ['--import', loaded, program, '--corpus', join(folder, corpus), '--out', out, '--threads', `${threads}`]
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const said = (await child.stderr.toArray()).join('')
  const [, main, all] = /^cost (\S+) (\S+)$/m.exec(said) ?? []
  if (!main || !all) throw new Error(`Cannot measure the extraction:\n${said}`)
  return { wall: (performance.now() - startedAt) / 1000, main: Number(main), all: Number(all) }
}

/** Two processes at once: the clock of the slower, the processor of both. */
function addUp(costs: readonly Cost[]): Cost {
  const sum = (key: keyof Cost) => costs.reduce((total, cost) => total + cost[key], 0)
  return { wall: Math.max(...costs.map(({ wall }) => wall)), main: sum('main'), all: sum('all') }
}

function medianOf(costs: readonly Cost[], key: keyof Cost): number {
  return median(costs.map((cost) => cost[key]))
}
