import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beginFolder, type FolderInTheMaking, recoverFolder } from '@gongkai/disk'
import type { AstroIntegration } from 'astro'

/**
 * Builds the site beside the one before and puts it in its place in one step: killed at any moment, the old or the new
 * site is whole. What a killed build left is swept first. It has to be the last integration.
 */
export function publishInOneStep(): AstroIntegration {
  let folder: FolderInTheMaking | undefined
  return {
    name: 'gongkai-publish',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        const out = fileURLToPath(config.outDir).replace(/[/\\]+$/, '')
        for (const left of recoverFolder(out)) rmSync(left, { recursive: true, force: true })
        folder = beginFolder(out)
        updateConfig({ outDir: pathToFileURL(`${folder.path}/`) })
      },
      'astro:build:done': () => folder?.publish(),
    },
  }
}
