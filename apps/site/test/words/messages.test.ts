import { expect, test } from 'vitest'
import { about } from '../../src/words/about.ts'
import { isTranslated, toLocalPath, toRoutes } from '../../src/words/locale.ts'
import { both, type MessageKey, messageKeys, say } from '../../src/words/messages.ts'
import { method } from '../../src/words/method.ts'

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test.each(messageKeys.map((key) => [key] as const))(
  'the message %s is filled alike in both languages',
  (key: MessageKey) => {
    const { zh, en } = both(key)
    expect(zh.length * en.length).toBeGreaterThan(0)
    expect(placesIn(en)).toEqual(placesIn(zh))
  },
)

test('a message with a place that is not filled stops the build', () => {
  expect(() => say('zh', 'reportCount')).toThrow('"{n}" is not given')
  expect(say('en', 'regionDescription', { name: 'A', n: 2 })).toBe('Yearly disclosure reports of A: 2 held.')
})

test('every passage is there in both languages, under an anchor of its own', () => {
  for (const passages of [about, method]) {
    const labels = passages.flatMap(({ heading, text = [], items = [] }) => [heading, ...text, ...items])
    expect(labels.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  }
})

test('a page exists at the root and under /en/, a file once', () => {
  expect(toRoutes([{ id: 'a' }])).toEqual([
    { params: { id: 'a', locale: undefined } },
    { params: { id: 'a', locale: 'en' } },
  ])
  expect(toLocalPath('en', '/about/')).toBe('/en/about/')
  expect(toLocalPath('zh', '/about/')).toBe('/about/')
  expect(toLocalPath('en', '/r/x-2022/')).toBe('/en/r/x-2022/')
  expect(toLocalPath('en', '/dataset/cells.csv')).toBe('/dataset/cells.csv')
  expect(isTranslated('/region/110000/')).toBe(true)
})
