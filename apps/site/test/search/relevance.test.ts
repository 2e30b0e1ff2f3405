import { expect, test } from 'vitest'
import { generateReports } from './generate.ts'
import { ask, findIds, toBlockLibrary, toFullReader, toLibrary, toRequest } from './library.ts'
import { readQuestions, toIds } from './questions.ts'
import { shelf } from './shelf.ts'

const made = [...shelf, ...generateReports(300, 7)]
const layouts = [
  { layout: 'one file', engine: toLibrary(made).engine },
  { layout: 'blocks', engine: toBlockLibrary(made).engine },
]
const readThrough = toFullReader(made)
const shelved = new Set(shelf.map(({ report }) => report.id))

const questions = readQuestions()

test('the relevance file asks enough and names only reports that there are', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60)
  const named = questions.flatMap(({ must, mustNot, first }) => [...must, ...mustNot, ...toIds(first)])
  expect(named.filter((id) => !shelved.has(id))).toEqual([])
  expect(questions.every(({ must }) => must.length > 0)).toBe(true)
})

const cases = questions.flatMap((question) => layouts.map((one) => ({ ...question, ...one })))

test.each(cases)('$query ($why), the catalogue in $layout', async ({ query, must, mustNot, first, engine }) => {
  const found = await findIds(engine, query)
  expect(must.filter((id) => !found.includes(id))).toEqual([])
  expect(mustNot.filter((id) => found.includes(id))).toEqual([])
  expect(found).toEqual(readThrough(query))
  if (first === '') return
  const { hits } = await ask(engine, toRequest(query))
  expect(hits[0]?.report.id).toBe(first)
})
