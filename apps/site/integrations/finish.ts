import { join } from 'node:path'
import { readSetting } from '@gongkai/schema'
import { copyDatasetFiles, mostHosted } from '../src/data/files.ts'
import { countUnsourced, type Unsourced } from '../src/data/unsourced.ts'
import { toHref } from '../src/site/href.ts'
import { measureFolder } from './measure.ts'
import { writeOffline } from './offline.ts'
import { writeParts } from './parts.ts'
import { inform, warn } from './say.ts'

/** What each setting adds to the pages, said when it is not there. */
const settings = [
  ['SITE_URL', 'no canonical address, no sitemap, no feed'],
  ['SITE_CONTACT', 'no line that says where to report an error'],
] as const

/** What a report may lack, as a warning names it. */
const lacks = {
  address: 'original address (source_url of the manifest)',
  retrieval: 'day of retrieval (retrieved_at of the manifest)',
  date: 'date of publication or signature',
} as const satisfies Readonly<Record<keyof Omit<Unsourced, 'reports'>, string>>

/** Limits of common hosts of static sites: files of one, bytes of another. */
const mostFiles = 20_000
const mostBytes = 1_000_000_000

/** Says which settings are not set, before anything is built. */
export function sayWhatIsUnset(): void {
  for (const [name, consequence] of settings) {
    if (readSetting(process.env, name) === undefined) warn(`${name} is not set: ${consequence}`)
  }
}

/** What readers need to follow a report to its source, said of the reports that lack it. */
async function sayWhatIsUnsourced(): Promise<void> {
  const { reports, ...lacking } = await countUnsourced()
  for (const [name, count] of Object.entries(lacking)) {
    if (count > 0) warn(`${count} of ${reports} reports have no ${lacks[name as keyof typeof lacking]}`)
  }
}

function sayWhatIsLarge(folder: string): void {
  const { files, bytes, largest } = measureFolder(folder)
  inform(`${files} files, ${bytes} bytes, the largest file has ${largest} bytes`)
  if (files > mostFiles) warn(`more than ${mostFiles} files: Cloudflare Pages refuses the site (docs/deploy.md)`)
  if (bytes > mostBytes) warn(`more than ${mostBytes} bytes: GitHub Pages refuses the site (docs/deploy.md)`)
  if (largest > mostHosted) warn(`a file is larger than ${mostHosted} bytes: Cloudflare Pages refuses it`)
}

/**
 * Puts the files of the dataset beside the pages and says what was built and what was left out.
 *
 * @param base path of the site, as Astro has it
 */
export async function finishSite(folder: string, base: string): Promise<void> {
  await copyDatasetFiles(join(folder, 'dataset'))
  writeOffline(folder, toHref(base, '/'), writeParts(folder))
  await sayWhatIsUnsourced()
  sayWhatIsLarge(folder)
}
