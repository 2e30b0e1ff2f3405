/** Serves the built site on this machine: `npm run preview -- --base /gongkai --port 8080`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '../packages/schema/src/index.ts'
import { serveFolder } from './preview/serve.ts'

try {
  const { values } = parseArgs({
    options: { base: { type: 'string' }, port: { type: 'string', default: '8080' } },
  })
  const flags = readFlags('preview', values)
  const folder = join(import.meta.dirname, '../apps/site/dist')
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`"${folder}" must hold a built site; run npm run build first`)
  // The site must have been built with the same BASE_PATH, else its links lead elsewhere.
  const base = flags.base ?? readSetting(process.env, 'BASE_PATH') ?? '/'
  const { origin } = await serveFolder(folder, { base, port: flags.port })
  console.log(`${origin}/${base.replaceAll(/^\/+|\/+$/g, '')}`)
} catch (error) {
  console.error(`Cannot preview: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
