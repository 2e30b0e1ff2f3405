/**
 * Measures the server over a packed site: asks for addresses of the plain site of the same build, compares the bytes, and
 * says how long each took and how much memory the server had at most.
 *
 *     npm run bench:serve -- --plain DIR --packed DIR --requests 2000
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { listPaths } from '../apps/site/integrations/folders.ts'
import { isPacked } from '../apps/site/src/packs/kinds.ts'
import { readToolFlags } from './command/flags.ts'

const { plain, packed, requests } = readToolFlags('npm run bench:serve --', { plain: '', packed: '', requests: 2000 })
for (const folder of [plain, packed])
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`Cannot measure: "${folder}" must hold a built site`)

/** Requests that wait for an answer at any time. */
const atOnce = 8
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

async function start(): Promise<readonly [server: ChildProcess, origin: string]> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), '--folder', packed, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(server.stdout, 'data')) as [Buffer]
  return [server, said.toString().trim()]
}

/** Asks as a browser does. @returns the bytes as they came, most of them compressed */
async function ask(origin: string, path: string) {
  const asked = request(`${origin}${encodeURI(path)}`, { agent, headers: { 'accept-encoding': 'gzip' } })
  asked.end()
  const [response] = await once(asked, 'response')
  const bytes = Buffer.concat(await response.toArray())
  return { bytes, isCompressed: response.headers['content-encoding'] === 'gzip' }
}

/** Packed paths, spread over all of them. */
function choose(count: number): readonly string[] {
  const all = [...listPaths(plain)].filter((path) => isPacked(path, 'packs') && path !== '404.html')
  if (all.length === 0) throw new Error(`Cannot measure: "${plain}" holds no page that is packed`)
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)] ?? '')
}

/** Peak of the memory of a process, megabytes; Linux alone says it. */
function readPeak({ pid }: ChildProcess): string {
  const status = `/proc/${pid}/status`
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(existsSync(status) ? readFileSync(status, 'utf8') : '') ?? []
  return kilobytes ? String(Math.round(Number(kilobytes) / 1024)) : 'unknown'
}

const [server, origin] = await start()
try {
  const waiting = [...choose(requests)]
  const times: number[] = []
  const answers: { readonly path: string; readonly bytes: Buffer; readonly isCompressed: boolean }[] = []
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const startedAt = performance.now()
      const answer = await ask(origin, path)
      times.push(performance.now() - startedAt)
      answers.push({ path, ...answer })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  // Only now: who unpacks one answer hears the next one later.
  const isOther = ({ path, bytes, isCompressed }: (typeof answers)[number]) =>
    !(isCompressed ? gunzipSync(bytes) : bytes).equals(readFileSync(join(plain, path)))
  const differing = answers.filter(isOther).length
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1)
  console.log(
    `requests ${times.length}, ${atOnce} at once · milliseconds: median ${at(0.5)}, 99 of 100 within ${at(0.99)}`,
  )
  console.log(
    `answers with other bytes than the plain site: ${differing} · peak memory, megabytes: ${readPeak(server)}`,
  )
  if (differing > 0) process.exitCode = 1
} finally {
  agent.destroy()
  server.kill('SIGTERM')
}
