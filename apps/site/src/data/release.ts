import { readFile } from 'node:fs/promises'
import { toDatasetPath } from './folder.ts'

/** Day of the release whose peers and changes the dataset holds; null where nothing was released yet. */
export async function readReleaseDate(): Promise<string | null> {
  const summary: unknown = JSON.parse(await readFile(toDatasetPath('summary.json'), 'utf8'))
  const date = typeof summary === 'object' && summary !== null && 'release' in summary ? summary.release : null
  return typeof date === 'string' ? date : null
}
