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

/** Packs a site, and has a browser take its pages out where no server does. */
export interface PagePacker extends Pick<Packer, 'addPacked'> {
  readonly end: () => Promise<PackedSite>
}

/**
 * Begins to pack a site: packs what is there.
 *
 * @param site folder of it; its fixed pages stand in it
 * @param base path of the site, as Astro has it
 */
export async function beginPages(site: string, layout: Exclude<Layout, 'plain'>, base: string): Promise<PagePacker> {
  const lostPage = readFileSync(join(site, '404.html'), 'utf8')
  const packer = beginPacks(site, layout)
  await packer.add(site)
  return {
    addPacked: packer.addPacked,
    async end() {
      const packed = packer.end()
      const scripts = { base: `${base.replace(/\/+$/, '')}/`, site: packed }
      if (layout === 'packs') await writeScripts(site, lostPage, scripts)
      return packed
    },
  }
}

/** Packs a site that was built before. */
export async function packSite(site: string, layout: Exclude<Layout, 'plain'>, base: string): Promise<PackedSite> {
  const packer = await beginPages(site, layout, base)
  return packer.end()
}
