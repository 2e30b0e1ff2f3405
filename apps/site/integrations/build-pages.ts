/** What runs in a process of its own: Astro makes pages into the folder that is named. */
import { build } from 'astro'
import { sayCost } from './say.ts'

// Whoever asked for the pages is gone: nobody wants them any more.
process.on('disconnect', () => process.exit(1))

const [, , outDir] = process.argv
if (outDir === undefined) throw new Error('Cannot build pages: a folder is required')
await build({ outDir })
sayCost('these pages')
process.exit()
