import { defineConfig } from 'vitest/config'

/** Folder where `.ci/run` wants the totals; nobody else asks for them. */
const reports = process.env['GONGKAI_TEST_REPORTS']

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    // A page is read until it says what is expected: what follows a click is there a little later on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    env: { TZ: 'UTC' },
    globalSetup: 'test/support/own-temp.ts',
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/vitest.json` }]] : ['default'],
  },
})
