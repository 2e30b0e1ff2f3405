/** What runs in a process of its own: Astro makes pages into the folder that is named. */
import { build } from 'astro'
import { inform } from './say.ts'

// Whoever asked for the pages is gone: nobody wants them any more.
process.on('disconnect', () => process.exit(1))

const [, , outDir] = process.argv
if (outDir === undefined) throw new Error('Cannot build pages: a folder is required')
await build({ outDir })
inform(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
process.exit()
