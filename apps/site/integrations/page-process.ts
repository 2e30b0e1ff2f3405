import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSetting } from '@gongkai/schema'
import { type Run, toRunText } from '../src/data/runs.ts'

/** The folder of the application. */
const app = join(import.meta.dirname, '..')

/** Memory for the objects of a process, in MiB. */
function readMemory(): number {
  const [, count, unit] = /^(\d+)([MG])iB$/.exec(readSetting(process.env, 'SITE_MEMORY') ?? '1GiB') ?? []
  return Number(count) * (unit === 'G' ? 1024 : 1)
}

/**
 * Has a process of its own make pages; its memory is free again when it ends.
 *
 * @param runFile where it is told what to make
 * @throws {Error} if it ends before all is made
 */
export async function buildPages(outDir: string, run: Run, runFile: string): Promise<void> {
  writeFileSync(runFile, toRunText(run))
  const memory = readMemory()
  const child = fork(join(import.meta.dirname, 'build-pages.ts'), [outDir], {
    cwd: app,
    // Without a bound, garbage is let grow to four times what is in use before it is collected.
    execArgv: [`--max-old-space-size=${memory}`],
    // The bundler's allocator would keep what was freed.
    env: { MIMALLOC_PURGE_DELAY: '0', ...process.env, SITE_RUN: runFile },
  })
  const [code, signal] = await once(child, 'exit')
  if (code === 0) return
  const isFull = code === 134 || signal === 'SIGABRT'
  const hint = isFull ? `: more than ${memory} MiB may be needed, set SITE_MEMORY` : ''
  throw new Error(`Cannot build the pages: Astro ended with ${code ?? signal}${hint}`)
}
