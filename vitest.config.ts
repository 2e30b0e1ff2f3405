import { defineConfig } from 'vitest/config'

/** Folder where `.ci/run` wants the totals; nobody else asks for them. */
const reports = process.env['GONGKAI_TEST_REPORTS']

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    env: { TZ: 'UTC' },
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/vitest.json` }]] : ['default'],
  },
})
