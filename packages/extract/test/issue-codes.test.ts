import { readdirSync, readFileSync } from 'node:fs'
import { issueCodes } from '@gongkai/schema'
import { expect, test } from 'vitest'

const folder = new URL('../src/', import.meta.url)
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('evidence.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

test.each(Object.keys(issueCodes))('%s is raised by a reader', (code) => {
  const isRaised = sources.some((source) => source.includes(`'${code}'`))
  expect(
    isRaised,
    `packages/schema/src/codes.ts promises "${code}", and nothing raises it: raise it or take it out`,
  ).toBe(true)
})
