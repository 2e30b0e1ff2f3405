import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSetting } from '@gongkai/schema'
import type { AstroIntegration } from 'astro'
import type { PackedSite } from '../src/packs/format.ts'
import { type Layout, layouts, mostPlainReports } from '../src/packs/kinds.ts'
import { packFiles } from './pack-files.ts'
import { writeScripts } from './pack-scripts.ts'

/** Pages of reports of a built site. */
const countReports = (folder: string): number =>
  readdirSync(join(folder, 'r'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).length

/** Who answers for the pages of a layout, besides the server of the project. */
const answering = { packs: 'a plain host with a worker in the browser', served: 'a function at the edge' } as const

/** The layout that the builder asked for, else one that the usual hosts can hold. */
function chooseLayout(folder: string): Layout {
  const asked = readSetting(process.env, 'SITE_LAYOUT')
  const usual = countReports(folder) > mostPlainReports ? 'packs' : 'plain'
  return layouts.find((layout) => layout === asked) ?? usual
}

/**
 * Packs a built site, and has a browser take its pages out where no server does.
 *
 * @param base path of the site, as Astro has it
 */
export async function packSite(folder: string, layout: Exclude<Layout, 'plain'>, base: string): Promise<PackedSite> {
  const lostPage = readFileSync(join(folder, '404.html'), 'utf8')
  const site = await packFiles(folder, layout)
  if (layout === 'packs') await writeScripts(folder, lostPage, { base: `${base.replace(/\/+$/, '')}/`, site })
  return site
}

/**
 * Packs the pages of a built site where it has many, or where `SITE_LAYOUT` says so.
 *
 * @param base path of the site, as Astro has it
 */
export function packPages(base: string): AstroIntegration {
  return {
    name: 'gongkai-packs',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const layout = chooseLayout(folder)
        if (layout === 'plain') return
        const { version } = await packSite(folder, layout, base)
        logger.info(`layout "${layout}": pages are in packs/${version}, for npm run serve or ${answering[layout]}`)
      },
    },
  }
}
