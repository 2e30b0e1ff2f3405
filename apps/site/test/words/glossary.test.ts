import * as schema from '@gongkai/schema'
import { expect, test } from 'vitest'
import { termLists } from '../../src/words/glossary.ts'

const isLabel = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'en,zh' &&
  !/\{\w+\}/.test(JSON.stringify(value))
const isCodeList = (value: unknown): value is Readonly<Record<string, schema.Label>> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.values(value).every(isLabel)

test('the glossary has every code of every list that the schema declares', () => {
  const lists = Object.entries(schema).filter((entry) => isCodeList(entry[1]))
  const shown = new Set(termLists.flatMap(({ terms }) => terms.map(({ id }) => id)))
  const missing = lists.flatMap(([name, list]) =>
    Object.keys(list).flatMap((code) => (shown.has(code) ? [] : [`${name}.${code}`])),
  )
  expect(lists.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})

test('headings of the glossary have anchors of their own', () => {
  const ids = termLists.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every list of the glossary is called by words, not by the name of its code', () => {
  expect(termLists.filter(({ heading }) => heading.zh === heading.en)).toEqual([])
})
