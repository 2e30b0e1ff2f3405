import { fileURLToPath } from 'node:url'
import { readSetting } from '@gongkai/schema'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import { copyDatasetFiles, measureFolder, mostHosted } from '../src/data/files.ts'
import { countUnsourced, type Unsourced } from '../src/data/unsourced.ts'
import { toHref } from '../src/site/href.ts'
import { writeOffline } from './offline.ts'
import { writeParts } from './parts.ts'

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

function sayWhatIsUnset(logger: AstroIntegrationLogger): void {
  for (const [name, consequence] of settings) {
    if (readSetting(process.env, name) === undefined) logger.warn(`${name} is not set: ${consequence}`)
  }
}

/** What readers need to follow a report to its source, said of the reports that lack it. */
async function sayWhatIsUnsourced(logger: AstroIntegrationLogger): Promise<void> {
  const { reports, ...lacking } = await countUnsourced()
  for (const [name, count] of Object.entries(lacking)) {
    if (count > 0) logger.warn(`${count} of ${reports} reports have no ${lacks[name as keyof typeof lacking]}`)
  }
}

async function sayWhatIsLarge(folder: string, logger: AstroIntegrationLogger): Promise<void> {
  const { files, bytes, largest } = await measureFolder(folder)
  logger.info(`${files} files, ${bytes} bytes, the largest file has ${largest} bytes`)
  if (files > mostFiles) logger.warn(`more than ${mostFiles} files: Cloudflare Pages refuses the site (docs/deploy.md)`)
  if (bytes > mostBytes) logger.warn(`more than ${mostBytes} bytes: GitHub Pages refuses the site (docs/deploy.md)`)
  if (largest > mostHosted) logger.warn(`a file is larger than ${mostHosted} bytes: Cloudflare Pages refuses it`)
}

/** Puts the files of the dataset beside the pages and says what was built and what was left out. */
export function finish(): AstroIntegration {
  let base = '/'
  return {
    name: 'gongkai-finish',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        base = toHref(config.base, '/')
        sayWhatIsUnset(logger)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        await copyDatasetFiles(`${folder}dataset`)
        writeOffline(folder, base, writeParts(folder))
        await sayWhatIsUnsourced(logger)
        await sayWhatIsLarge(folder, logger)
      },
    },
  }
}
