import { readSetting } from '@gongkai/schema'
import { defineConfig } from 'astro/config'
import { readCommit } from './integrations/commit.ts'
import { finish } from './integrations/finish.ts'

const site = readSetting(process.env, 'SITE_URL')
process.env.BUILD_COMMIT ||= readCommit(import.meta.dirname) ?? ''

export default defineConfig({
  base: readSetting(process.env, 'BASE_PATH') ?? '/',
  ...(site && { site }),
  output: 'static',
  devToolbar: { enabled: false },
  // The content security policy allows no inline style or script: everything is a file.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [finish()],
})
