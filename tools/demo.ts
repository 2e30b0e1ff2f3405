/** Builds and serves a site of invented reports: `npm run demo -- --reports 400 --port 8081`. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags, readSetting } from '../packages/schema/src/index.ts'
import { buildDemoDataset, buildDemoSite, toDemoFolders } from './demo/build.ts'
import { serveFolder } from './serve/listen.ts'

try {
  const { values } = parseArgs({
    options: { reports: { type: 'string', default: '400' }, port: { type: 'string', default: '8081' } },
  })
  const { reports, port } = readFlags('demo', values)
  const folders = toDemoFolders(join(import.meta.dirname, '../data/demo'))
  console.log(`Inventing ${reports} reports and building their site in ${folders.site}`)
  const env = { ...process.env, GONGKAI_CORPUS: undefined }
  const fileCount = buildDemoDataset(folders, reports, env)
  buildDemoSite(folders, env)
  const base = readSetting(process.env, 'BASE_PATH') ?? '/'
  const { origin } = await serveFolder(folders.site, { base, port })
  console.log(`${fileCount} invented files · demo data on every page · ${origin}/${base.replaceAll(/^\/+|\/+$/g, '')}`)
} catch (error) {
  console.error(`Cannot show the demo: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
