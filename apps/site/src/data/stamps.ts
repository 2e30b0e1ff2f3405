import { readSetting } from '@gongkai/schema'
import { readDataVersion } from './files.ts'
import { ownRun } from './runs.ts'

/**
 * Stand on pages for what differs from build to build. A page is made with these marks, so that it can be kept; the build
 * puts the texts in where it puts the page into the site.
 */
export const marks = { dataVersion: 'gongkai-mark-data-version', commit: 'gongkai-mark-commit' } as const

/** The version of the data as pages show it; undefined where there is none. */
export async function readShownVersion(): Promise<string | undefined> {
  const version = await readDataVersion()
  return version && ownRun ? marks.dataVersion : version
}

/** First 12 hex of the commit as pages show it; undefined outside a repository. */
export function readShownCommit(): string | undefined {
  const commit = readSetting(process.env, 'BUILD_COMMIT')?.slice(0, 12)
  return commit && ownRun ? marks.commit : commit
}

/** Puts the texts in. @returns a function of a page as it was made */
export async function readStamp(): Promise<(page: string) => string> {
  const version = (await readDataVersion()) ?? ''
  const commit = readSetting(process.env, 'BUILD_COMMIT')?.slice(0, 12) ?? ''
  return (page) => page.replaceAll(marks.dataVersion, version).replaceAll(marks.commit, commit)
}
