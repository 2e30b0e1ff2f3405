import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDemoDataset, buildDemoSite, type DemoFolders, toDemoFolders } from '../../tools/demo/build.ts'
import { inTurn, toCleanEnv } from './site.ts'

/** A demo in a folder of its own. */
export interface Demo extends DemoFolders {
  /** What the build of the pages said. */
  readonly said: string
  readonly remove: () => void
}

/** Invents so many reports and builds their site: through the real reading, the real analysis and the real build. */
export async function buildDemo(reportCount: number, settings: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-demo-'))
  const folders = toDemoFolders(folder)
  buildDemoDataset(folders, reportCount, toCleanEnv())
  // Astro keeps its own notes below the app: two builds of one app wait for each other.
  const said = await inTurn(() => buildDemoSite(folders, toCleanEnv(settings)))
  return { ...folders, said, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
