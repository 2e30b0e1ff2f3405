/** Serves the built site, to look at it or for all: `npm run serve -- --base /gongkai --port 8080`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '../packages/schema/src/index.ts'
import { serveFolder } from './serve/listen.ts'

const options = {
  folder: { type: 'string' },
  base: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8080' },
} as const

try {
  const flags = readFlags('serve', parseArgs({ options }).values)
  const folder = flags.folder ?? join(import.meta.dirname, '../apps/site/dist')
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`"${folder}" must hold a built site; run npm run build first`)
  // The site must have been built with the same BASE_PATH, else its links lead elsewhere.
  const base = flags.base ?? readSetting(process.env, 'BASE_PATH') ?? '/'
  const server = await serveFolder(folder, { base, host: flags.host, port: flags.port })
  console.log(`${server.origin}/${base.replaceAll(/^\/+|\/+$/g, '')}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
} catch (error) {
  console.error(`Cannot serve: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
