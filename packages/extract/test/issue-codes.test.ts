import { readdirSync, readFileSync } from 'node:fs'
import { issueCodes } from '@gongkai/schema'
import { expect, test } from 'vitest'

/** The readers, and the models that compare what they read. */
const folders = [new URL('../src/', import.meta.url), new URL('../../analyze/src/models/', import.meta.url)]
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|sql)$/.test(name) && !name.endsWith('evidence.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
)

test.each(Object.keys(issueCodes))('%s is raised by a reader or a model', (code) => {
  const isRaised = sources.some((source) => source.includes(`'${code}'`))
  expect(
    isRaised,
    `packages/schema/src/codes.ts promises "${code}", and nothing raises it: raise it or take it out`,
  ).toBe(true)
})
