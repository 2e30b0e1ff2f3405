import { readSetting } from '@gongkai/schema'
import { defineConfig } from 'astro/config'
import { toWorkerFile } from './integrations/check-files.ts'
import { readCommit } from './integrations/commit.ts'
import { buildRun } from './integrations/run.ts'

const site = readSetting(process.env, 'SITE_URL')
const base = readSetting(process.env, 'BASE_PATH') ?? '/'
process.env.BUILD_COMMIT ||= readCommit(import.meta.dirname) ?? ''

export default defineConfig({
  base,
  ...(site && { site }),
  output: 'static',
  devToolbar: { enabled: false },
  // The content security policy allows no inline style or script: everything is a file. Pages are made one after the
  // other: for pages side by side Astro holds a kilobyte of promises for each that is still to come.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 1 },
  // A worker loads what it needs later as modules.
  vite: {
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: ({ name }) => toWorkerFile(name) } } },
  },
  integrations: [buildRun()],
})
