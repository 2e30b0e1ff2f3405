import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'

/**
 * Gives a run of the tests a folder of its own for what they write, and removes it at the end, whoever wrote there.
 *
 * The packaged browser is unpacked there first: two files of tests that did so at once would start half a program.
 */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  // A machine without a browser says so in the tests that need one.
  await findBrowser().catch(() => undefined)
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
