import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoFile } from './documents.ts'

/** Writes files and their manifest into a folder, in the place of what was there. */
export function writeCorpus(folder: string, files: readonly DemoFile[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  const rows = files.flatMap(({ name, url, retrievedAt }) => (url === null ? [] : [`${name},${url},${retrievedAt}`]))
  writeFileSync(join(folder, 'manifest.csv'), `${['file,source_url,retrieved_at', ...rows.toSorted()].join('\n')}\n`)
}
