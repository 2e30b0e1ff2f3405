import { expect, test } from 'vitest'
import { generateReports } from './generate.ts'
import { ask, findIds, toFullReader, toLibrary, toRequest } from './library.ts'
import { readQuestions, toIds } from './questions.ts'
import { shelf } from './shelf.ts'

const made = [...shelf, ...generateReports(300, 7)]
const { engine } = toLibrary(made)
const readThrough = toFullReader(made)
const shelved = new Set(shelf.map(({ report }) => report.id))

const questions = readQuestions()

test('the relevance file asks enough and names only reports that there are', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60)
  const named = questions.flatMap(({ must, mustNot, first }) => [...must, ...mustNot, ...toIds(first)])
  expect(named.filter((id) => !shelved.has(id))).toEqual([])
  expect(questions.every(({ must }) => must.length > 0)).toBe(true)
})

test.each(questions)('$query ($why)', async ({ query, must, mustNot, first }) => {
  const found = await findIds(engine, query)
  expect(must.filter((id) => !found.includes(id))).toEqual([])
  expect(mustNot.filter((id) => found.includes(id))).toEqual([])
  expect(found).toEqual(readThrough(query))
  if (first === '') return
  const { hits } = await ask(engine, toRequest(query))
  expect(hits[0]?.report.id).toBe(first)
})
