import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSetting } from '@gongkai/schema'
import type { PackedSite } from '../src/packs/format.ts'
import { type Layout, layouts, mostPlainReports } from '../src/packs/kinds.ts'
import { beginPacks, type Packer } from './pack-files.ts'
import { writeScripts } from './pack-scripts.ts'

/** The layout that the builder asked for, else one that the usual hosts can hold. @param reports how many there are */
export function chooseLayout(reports: number): Layout {
  const asked = readSetting(process.env, 'SITE_LAYOUT')
  return layouts.find((layout) => layout === asked) ?? (reports > mostPlainReports ? 'packs' : 'plain')
}

/** Packs pages as they are made, and has a browser take them out where no server does. */
export interface PagePacker extends Pick<Packer, 'addPages'> {
  readonly end: () => Promise<PackedSite>
}

/**
 * Begins to pack a site.
 *
 * @param site folder of it; its fixed pages stand in it before the end
 * @param base path of the site, as Astro has it
 */
export function beginPages(site: string, layout: Exclude<Layout, 'plain'>, base: string): PagePacker {
  const packer = beginPacks(site, layout)
  return {
    addPages: packer.addPages,
    async end() {
      const lostPage = readFileSync(join(site, '404.html'), 'utf8')
      await packer.add(site)
      const packed = packer.end()
      const scripts = { base: `${base.replace(/\/+$/, '')}/`, site: packed }
      if (layout === 'packs') await writeScripts(site, lostPage, scripts)
      return packed
    },
  }
}

/** Packs a site that was built before. */
export const packSite = (site: string, layout: Exclude<Layout, 'plain'>, base: string): Promise<PackedSite> =>
  beginPages(site, layout, base).end()
