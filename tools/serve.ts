/**
 * Serves a built site: `npm run serve -- --host 127.0.0.1 --port 8080 --base /gongkai`.
 *
 * `npm run preview` is the same server, whose answers are asked for anew each time.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '../packages/schema/src/index.ts'
import { serveFolder } from './preview/serve.ts'

try {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: join(import.meta.dirname, '../apps/site/dist') },
      base: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8080' },
      'max-age': { type: 'string', default: '300' },
    },
  })
  const { folder, host, port, 'max-age': maxAge, ...flags } = readFlags('serve', values)
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`"${folder}" must hold a built site; run npm run build first`)
  // The site must have been built with the same BASE_PATH, else its links lead elsewhere.
  const base = flags.base ?? readSetting(process.env, 'BASE_PATH') ?? '/'
  const served = await serveFolder(resolve(folder), { base, host, port, maxAge })
  console.log(`${served.origin}/${base.replaceAll(/^\/+|\/+$/g, '')}`)
  // What was asked is answered before the end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => served.close())
} catch (error) {
  console.error(`Cannot serve: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
