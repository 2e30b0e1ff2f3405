import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formIds, toEditions } from '@gongkai/schema'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')

test('no page and no module of the site names an edition: what varies is declared with the forms', () => {
  const editions = [...new Set(formIds.flatMap((id) => toEditions(id).map(({ edition }) => edition)))]
  expect(editions.length).toBeGreaterThan(1)
  const naming = new RegExp(`(?<!\\d)(?:${editions.join('|')})(?!\\d)`)
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|astro|css)$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => naming.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
})
